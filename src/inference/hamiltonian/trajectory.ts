import type { RandomStream } from "../../math/random/random-stream.ts";
import type { DensityTarget } from "./density-target.ts";
import { leapfrog } from "./leapfrog.ts";
import type { EuclideanMetric } from "./metrics/euclidean-metric.ts";
import { energyOf, type PhasePoint, phasePoint } from "./phase-point.ts";
import { logAddExp, type Subtree, subtree, takeBeginning, takeEnd, takeProposal } from "./subtree.ts";
import { goesOn } from "./u-turn.ts";

/** A rise of the energy beyond this is a divergence: the leapfrog steps have left the trajectory. */
const LARGEST_ENERGY_ERROR = 1000;

/** One trajectory in the making, with every array it will need. */
export interface Trajectory {
  target: DensityTarget;
  metric: EuclideanMetric;
  stream: RandomStream;
  stepSize: number;
  maxTreeDepth: number;
  /** The ends in time, from which it is continued. */
  backward: PhasePoint;
  forward: PhasePoint;
  /** All of the trajectory so far. */
  whole: Subtree;
  /** What is being added to it. */
  added: Subtree;
  /** The two halves of a tree of depth d + 1, for each d. */
  halves: { first: Subtree; second: Subtree }[];
  startEnergy: number;
  nLeapfrog: number;
  acceptanceSum: number;
  divergent: boolean;
}

export function trajectory(
  target: DensityTarget,
  metric: EuclideanMetric,
  stream: RandomStream,
  maxTreeDepth: number,
): Trajectory {
  const d = target.dimension;
  return {
    target,
    metric,
    stream,
    stepSize: 1,
    maxTreeDepth,
    backward: phasePoint(d),
    forward: phasePoint(d),
    whole: subtree(d),
    added: subtree(d),
    halves: Array.from({ length: maxTreeDepth }, () => ({ first: subtree(d), second: subtree(d) })),
    startEnergy: Number.NaN,
    nLeapfrog: 0,
    acceptanceSum: 0,
    divergent: false,
  };
}

/** Makes a tree of the one state that a point is in. */
export function singleState(point: PhasePoint, energy: number, logWeight: number, into: Subtree): void {
  into.beginMomentum.set(point.momentum);
  into.endMomentum.set(point.momentum);
  into.beginVelocity.set(point.velocity);
  into.endVelocity.set(point.velocity);
  into.momentumSum.set(point.momentum);
  into.logWeight = logWeight;
  into.proposal.position.set(point.position);
  into.proposal.gradient.set(point.gradient);
  into.proposal.logDensity = point.logDensity;
  into.proposal.energy = energy;
}

function oneStep(path: Trajectory, end: PhasePoint, step: number, into: Subtree): boolean {
  leapfrog(path.target, path.metric, end, step);
  const energy = energyOf(end);
  const gain = path.startEnergy - energy;
  path.nLeapfrog++;
  path.acceptanceSum += gain > 0 ? 1 : Math.exp(gain);
  if (!(gain >= -LARGEST_ENERGY_ERROR)) {
    path.divergent = true;
    return false;
  }
  singleState(end, energy, gain, into);
  return true;
}

/**
 * Moves an end of the trajectory on by 2^depth leapfrog steps, and makes a tree of the states it passes.
 *
 * The state to hand on is drawn from the two halves in proportion to their weights.
 *
 * @param end Moved on, in place.
 * @param step Signed step size.
 * @returns False, with `into` spoilt, where a stretch of it turned back or diverged.
 * @see Hoffman & Gelman (2014), J Mach Learn Res 15:1593–1623, algorithm 3; Betancourt (2017), appendices A.3.1 and A.4.
 */
export function buildSubtree(
  path: Trajectory,
  end: PhasePoint,
  step: number,
  depth: number,
  into: Subtree,
): boolean {
  if (depth === 0) return oneStep(path, end, step, into);
  const { first, second } = path.halves[depth - 1]!;
  if (!buildSubtree(path, end, step, depth - 1, first)) return false;
  if (!buildSubtree(path, end, step, depth - 1, second)) return false;
  const going = goesOn(first, second);
  into.logWeight = logAddExp(first.logWeight, second.logWeight);
  const secondHandsOn = path.stream.uniform() < Math.exp(second.logWeight - into.logWeight);
  takeProposal(into, secondHandsOn ? second : first);
  for (let i = 0; i < into.momentumSum.length; i++) {
    into.momentumSum[i] = first.momentumSum[i]! + second.momentumSum[i]!;
  }
  takeBeginning(into, first);
  takeEnd(into, second);
  return going;
}
