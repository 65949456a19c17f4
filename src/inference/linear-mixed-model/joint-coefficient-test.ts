import { EstimationError } from "../../errors.ts";
import { chiSquared } from "../../math/distributions/chi-squared.ts";
import { fDistribution } from "../../math/distributions/f-distribution.ts";
import { cholesky, choleskySolve } from "../../math/linear/cholesky.ts";
import { dot, times } from "../../math/linear/matrix.ts";
import { type Contrast, contrastMatrix } from "./contrasts.ts";
import { type DegreesOfFreedomMethod, kenwardRoger } from "./degrees-of-freedom/index.ts";
import type { LinearMixedFit } from "./linear-mixed-fit.ts";
import { sandwich } from "./matrix-products.ts";

/** Several contrasts against 0 at once. */
export interface JointCoefficientTest {
  /** F, scaled as the method asks; for the normal law the chi-squared statistic over its degrees of freedom. */
  statistic: number;
  numeratorDegreesOfFreedom: number;
  /** null for the normal law, or where the method has no answer: `pValue` is then null too. */
  denominatorDegreesOfFreedom: number | null;
  pValue: number | null;
  method: string;
}

/**
 * Tests whether several contrasts are all 0.
 *
 * @param contrasts At least one; none may follow from the others.
 * @throws {RangeError} when a contrast or the method is wrong for the fit.
 * @throws {EstimationError} `not-identifiable` where contrasts depend on each other.
 * @see Kenward & Roger (1997), Biometrics 53:983–997, section 3; Fai & Cornelius (1996), J Stat Comput Simul 54:363–378.
 * @example
 * const columns = [{ name: "a", values: [1, 1, 0, 0] }, { name: "b", values: [0, 0, 1, 1] }];
 * const fit = fitLinearMixedModel({ scores: [7, 8, 3, 4], columns });
 * const both = [{ name: "a", weights: { a: 1 } }, { name: "b", weights: { b: 1 } }];
 * jointCoefficientTest(fit, both).statistic; // 137, to rounding
 */
export function jointCoefficientTest(
  fit: LinearMixedFit,
  contrasts: readonly Contrast[],
  degreesOfFreedom: DegreesOfFreedomMethod = kenwardRoger,
): JointCoefficientTest {
  if (contrasts.length === 0) throw new RangeError("contrasts needs at least 1 entry, got 0");
  const rows = contrastMatrix(contrasts, fit.names);
  const inference = degreesOfFreedom.prepare(fit);
  const factor = cholesky(sandwich(rows, inference.covariance));
  if (!factor) {
    const text = "Cannot test contrasts together: needs contrasts none of which follows from the others";
    throw new EstimationError("not-identifiable", text);
  }
  const q = contrasts.length;
  const estimates = times(rows, fit.coefficients);
  const { degreesOfFreedom: degrees, scale } = inference.joint(rows);
  const statistic = (scale * dot(estimates, choleskySolve(factor, estimates))) / q;
  const answer = { statistic, numeratorDegreesOfFreedom: q, method: degreesOfFreedom.name };
  if (degrees === null) return { ...answer, denominatorDegreesOfFreedom: null, pValue: null };
  if (degrees === Infinity) {
    const pValue = chiSquared.survival(q * statistic, q);
    return { ...answer, denominatorDegreesOfFreedom: null, pValue };
  }
  const pValue = fDistribution.survival(statistic, q, degrees);
  return { ...answer, denominatorDegreesOfFreedom: degrees, pValue };
}
