import type { Subtree } from "./subtree.ts";

/** Whether both velocities still point along a sum of momenta, given in two parts. */
function pointsAlong(
  beginVelocity: Float64Array,
  endVelocity: Float64Array,
  momenta: Float64Array,
  furtherMomenta: Float64Array,
): boolean {
  let begin = 0;
  let end = 0;
  for (let i = 0; i < momenta.length; i++) {
    const sum = momenta[i]! + furtherMomenta[i]!;
    begin += beginVelocity[i]! * sum;
    end += endVelocity[i]! * sum;
  }
  return begin > 0 && end > 0;
}

/**
 * Whether two neighbouring stretches of a trajectory, joined, have not yet turned back on themselves.
 *
 * The generalised criterion, for the joined stretch and, so that a turn between the two is not missed, for the first
 * one with the first state of the second, and for the last state of the first one with the second.
 *
 * @param first Its end is the neighbour of the beginning of `second`.
 * @see Betancourt (2017), "A conceptual introduction to Hamiltonian Monte Carlo", appendix A.4.2; the two further checks
 * are those of Stan since version 2.21 (base_nuts.hpp). arXiv:1701.02434
 */
export function goesOn(first: Subtree, second: Subtree): boolean {
  return (
    pointsAlong(first.beginVelocity, second.endVelocity, first.momentumSum, second.momentumSum) &&
    pointsAlong(first.beginVelocity, second.beginVelocity, first.momentumSum, second.beginMomentum) &&
    pointsAlong(first.endVelocity, second.endVelocity, second.momentumSum, first.endMomentum)
  );
}
