import { copyPhasePoint, energyOf, type PhasePoint } from "./phase-point.ts";
import { logAddExp, reverse, takeEnd, takeProposal } from "./subtree.ts";
import { buildSubtree, singleState, type Trajectory } from "./trajectory.ts";
import { goesOn } from "./u-turn.ts";

/** Draws a momentum, and makes the point it starts from the whole trajectory. */
function begin(path: Trajectory, point: PhasePoint): void {
  path.metric.drawMomentum(path.stream, point.momentum);
  path.metric.velocity(point.momentum, point.velocity);
  path.startEnergy = energyOf(point);
  path.nLeapfrog = 0;
  path.acceptanceSum = 0;
  path.divergent = false;
  singleState(point, path.startEnergy, 0, path.whole);
  copyPhasePoint(point, path.backward);
  copyPhasePoint(point, path.forward);
}

/**
 * Adds the new stretch to the end of the whole; its state is handed on with a probability of its weight by the weight
 * of the whole so far, which favours states that are far away.
 *
 * @see Betancourt (2017), appendix A.3.2: biased progressive sampling.
 */
function join({ whole, added, stream }: Trajectory): void {
  if (stream.uniform() < Math.exp(added.logWeight - whole.logWeight)) takeProposal(whole, added);
  whole.logWeight = logAddExp(whole.logWeight, added.logWeight);
  for (let i = 0; i < whole.momentumSum.length; i++) whole.momentumSum[i]! += added.momentumSum[i]!;
  takeEnd(whole, added);
}

/**
 * One transition of the no-U-turn sampler: a trajectory that doubles, forward or backward at random, until it turns
 * back on itself, diverges or is as deep as allowed; then one of its states, drawn by their weights.
 *
 * @param point Where the chain is; moved to the next draw.
 * @returns The depth of the tree; the trajectory tells the rest.
 * @see Hoffman & Gelman (2014), J Mach Learn Res 15:1593–1623; with multinomial weights and the generalised criterion,
 * Betancourt (2017), arXiv:1701.02434, appendix A; as Stan 2.3x (base_nuts.hpp).
 */
export function noUTurnTransition(path: Trajectory, point: PhasePoint): number {
  begin(path, point);
  let endsForward = true;
  let depth = 0;
  while (depth < path.maxTreeDepth) {
    const goesForward = path.stream.uniform() > 0.5;
    if (goesForward !== endsForward) reverse(path.whole);
    endsForward = goesForward;
    const end = goesForward ? path.forward : path.backward;
    const step = goesForward ? path.stepSize : -path.stepSize;
    if (!buildSubtree(path, end, step, depth, path.added)) break;
    depth++;
    const going = goesOn(path.whole, path.added);
    join(path);
    if (!going) break;
  }
  const { position, gradient, logDensity } = path.whole.proposal;
  point.position.set(position);
  point.gradient.set(gradient);
  point.logDensity = logDensity;
  return depth;
}
