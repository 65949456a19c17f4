import { logLikelihood, type MassLikelihood } from "./mass-likelihood.ts";
import { poolAdjacentViolators } from "./pool-adjacent-violators.ts";

/** The Newton step with a diagonal Hessian, made to rise from 0 to 1, and the slope of the likelihood towards it. */
function proposal(
  { size, ranges }: MassLikelihood,
  sums: Float64Array,
): { target: Float64Array; slope: number } {
  const gradient = new Float64Array(size + 1);
  const curvature = new Float64Array(size + 1);
  for (const { first, last, weight } of ranges) {
    const inverse = 1 / (sums[last + 1]! - sums[first]!);
    gradient[last + 1]! += weight * inverse;
    gradient[first]! -= weight * inverse;
    curvature[last + 1]! += weight * inverse * inverse;
    curvature[first]! += weight * inverse * inverse;
  }
  const values = new Float64Array(size - 1);
  for (let k = 1; k < size; k++) values[k - 1] = sums[k]! + gradient[k]! / curvature[k]!;
  poolAdjacentViolators(values, curvature.subarray(1, size));
  const target = sums.slice();
  let slope = 0;
  for (let k = 1; k < size; k++) {
    target[k] = Math.min(1, Math.max(0, values[k - 1]!));
    slope += gradient[k]! * (target[k]! - sums[k]!);
  }
  return { target, slope };
}

/**
 * One step of the iterated convex minorant algorithm, damped so that the likelihood rises.
 *
 * @param sums Cumulative sums of the masses, under which every row is possible.
 * @returns The next sums; those given where no step along the way rises.
 * @see Jongbloed (1998), J Comput Graph Stat 7:310–321, section 3. doi:10.1080/10618600.1998.10474778
 */
export function convexMinorantStep(likelihood: MassLikelihood, sums: Float64Array): Float64Array {
  if (likelihood.size < 2) return sums;
  const { target, slope } = proposal(likelihood, sums);
  if (!(slope > 0)) return sums;
  const before = logLikelihood(likelihood, sums);
  if (logLikelihood(likelihood, target) >= before + 0.1 * slope) return target;
  const next = new Float64Array(sums.length);
  for (let share = 0.5; share > 1e-8; share *= 0.5) {
    for (let k = 0; k < sums.length; k++) next[k] = sums[k]! + share * (target[k]! - sums[k]!);
    if (logLikelihood(likelihood, next) >= before + 0.1 * share * slope) return next;
  }
  return sums;
}
