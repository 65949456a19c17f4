import { randomStream } from "../../math/random/random-stream.ts";
import { type Chain, emptyChain } from "./chain.ts";
import { type ChainSettings, chainSettings } from "./chain-settings.ts";
import type { DensityTarget } from "./density-target.ts";
import { placeFirst } from "./first-position.ts";
import { firstStepSize } from "./first-step-size.ts";
import { noUTurnTransition } from "./no-u-turn-transition.ts";
import { type PhasePoint, phasePoint } from "./phase-point.ts";
import { stepSizeAdaptation } from "./step-size-adaptation.ts";
import { type Trajectory, trajectory } from "./trajectory.ts";
import { warmupWindows } from "./warmup-windows.ts";

/** Names the substreams of chains among those of a seed. */
const STREAM = 20140415;

/** Tunes the step size and the metric, and leaves the point where the chain then is. */
function warmUp(path: Trajectory, point: PhasePoint, settings: ChainSettings): void {
  const { nWarmup, nDraws, targetAcceptance, progress } = settings;
  const adaptation = stepSizeAdaptation(targetAcceptance);
  const restart = (): void => {
    path.stepSize = firstStepSize(path, point, path.stepSize);
    adaptation.restart(path.stepSize);
  };
  const { start, ends } = warmupWindows(nWarmup);
  const last = ends.at(-1) ?? -1;
  restart();
  for (let i = 0; i < nWarmup; i++) {
    noUTurnTransition(path, point);
    progress?.(i + 1, nWarmup + nDraws);
    path.stepSize = adaptation.learn(path.acceptanceSum / path.nLeapfrog);
    if (i >= start && i <= last) path.metric.observe(point.position);
    if (!ends.includes(i)) continue;
    path.metric.adapt();
    restart();
  }
  if (nWarmup > 0) path.stepSize = adaptation.average();
}

function record(chain: Chain, i: number, path: Trajectory, point: PhasePoint, depth: number): void {
  chain.draws.set(point.position, i * chain.dimension);
  chain.logDensity[i] = point.logDensity;
  chain.energy[i] = path.whole.proposal.energy;
  chain.acceptance[i] = path.acceptanceSum / path.nLeapfrog;
  chain.treeDepth[i] = depth;
  chain.nLeapfrog[i] = path.nLeapfrog;
  chain.divergent[i] = path.divergent ? 1 : 0;
}

/**
 * Draws one chain by Hamiltonian Monte Carlo with the no-U-turn criterion.
 *
 * A pure function of its arguments: chain 2 is the same alone as after chains 0 and 1, so that chains may be run in any
 * order and on any worker. The same bytes on one runtime; another one's exponential may differ in a last bit.
 *
 * @param target A differentiable density over ℝᵈ.
 * @param seed Any whole number with |seed| < 2⁵³.
 * @param index Of the chain, from 0.
 * @throws {RangeError} when the seed, the index or a setting is out of its range, or the target has no dimension.
 * @throws {EstimationError} `no-draws` where no first position or step size works, `not-identifiable` where the density
 * does not fall off.
 * @see Hoffman & Gelman (2014), J Mach Learn Res 15:1593–1623; Betancourt (2017), arXiv:1701.02434, appendix A.
 * @example
 * const normal = { dimension: 1, logDensityAndGradient: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] ** 2) };
 * sampleChain(normal, 1, 0).draws.length; // 1000
 */
export function sampleChain(
  target: DensityTarget,
  seed: number,
  index: number,
  given?: Partial<ChainSettings>,
): Chain {
  const d = target.dimension;
  if (!(Number.isInteger(d) && d >= 1))
    throw new RangeError(`sampleChain needs a whole dimension of at least 1, got ${d}`);
  if (!(Number.isInteger(index) && index >= 0))
    throw new RangeError(`sampleChain needs a whole index of at least 0, got ${index}`);
  const settings = chainSettings(given);
  const stream = randomStream(seed, STREAM, index);
  const path = trajectory(target, settings.metric.create(d), stream, settings.maxTreeDepth);
  const point = phasePoint(d);
  placeFirst(target, point, stream, settings.firstPositions?.[index]);
  warmUp(path, point, settings);
  const chain = emptyChain(d, settings.nDraws, settings.maxTreeDepth);
  const { nWarmup, nDraws, progress } = settings;
  for (let i = 0; i < nDraws; i++) {
    record(chain, i, path, point, noUTurnTransition(path, point));
    progress?.(nWarmup + i + 1, nWarmup + nDraws);
  }
  return { ...chain, stepSize: path.stepSize, inverseMetric: path.metric.inverse() };
}
