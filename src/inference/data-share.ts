import { bilinear, type Matrix } from "../math/linear/matrix.ts";
import type { IntervalProblem, Target } from "./interval-method.ts";
import { priorCovariance } from "./normal-prior.ts";

/**
 * What the data add to a quantity: 1 − (posterior sd / prior sd)² on the link's scale, 0 where the data widened it. The
 * prior sd is carried from the working parameters to first order at the mode.
 *
 * @param linkStandardError Posterior sd on the link's scale, given that the null model does not hold.
 * @returns null where the prior of a parameter that takes part is flat, or there is no posterior sd.
 */
export function dataShare(
  target: Target,
  problem: IntervalProblem,
  linkStandardError: number | null,
): number | null {
  const gradient = new Float64Array(problem.minimum.x.length);
  if (target.evaluate(problem.minimum.x, gradient) === null || linkStandardError === null) return null;
  const before = finiteVariance(gradient, priorCovariance(problem.prior));
  return before && Math.max(0, 1 - linkStandardError ** 2 / before);
}

/** gᵀ V g where no flat parameter takes part. */
function finiteVariance(gradient: Float64Array, prior: Matrix): number | null {
  const n = gradient.length;
  for (let i = 0; i < n; i++) {
    if (gradient[i] !== 0 && prior.values[i * n + i] === Infinity) return null;
  }
  const finite = { ...prior, values: prior.values.map((v) => (Number.isFinite(v) ? v : 0)) };
  const variance = bilinear(gradient, finite, gradient);
  return variance > 0 ? variance : null;
}
