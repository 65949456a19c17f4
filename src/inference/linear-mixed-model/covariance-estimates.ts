import { normal } from "../../math/distributions/normal.ts";
import { bilinear, type Matrix } from "../../math/linear/matrix.ts";
import type { Warning } from "../../schema/provenance.ts";
import { checkLevel } from "./coefficient-tests.ts";
import { expectedInformation, invertInformation, observedInformation } from "./covariance-information.ts";
import { covarianceMoments } from "./covariance-moments.ts";
import { freeParameters, naturalParameters } from "./covariance-parameters.ts";
import type { LinearMixedFit } from "./linear-mixed-fit.ts";
import { workingEstimates } from "./working-estimates.ts";

/** A standard deviation, or a correlation, with its interval. */
export interface CovarianceEstimate {
  /** `standard deviation of … by …`, `residual standard deviation`, `phi` and so on. */
  parameter: string;
  estimate: number;
  /** null at a boundary, where the likelihood is not a parabola. */
  lower: number | null;
  upper: number | null;
  level: number;
  method: "wald";
}

/** Estimates and what a reader must know of their intervals. */
export interface CovarianceEstimates {
  estimates: CovarianceEstimate[];
  warnings: Warning[];
}

/**
 * Standard deviations and correlations with Wald intervals on their working scales: logarithms of standard deviations, Fisher's z
 * of correlations, and the scale of the serial correlation's own.
 *
 * @throws {RangeError} unless the level lies in (0, 1).
 * @see Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 2.4.3; nlme's `intervals`.
 * @example
 * const groups = ["a", "a", "a", "b", "b", "b"];
 * const fit = fitLinearMixedModel({ scores: [1, 2, 3, 7, 8, 9], columns: [{ name: "mean", values: [1, 1, 1, 1, 1, 1] }], randomEffects: [{ name: "patient", groups }] });
 * covarianceEstimates(fit).estimates[1]?.estimate; // 1, to rounding: the standard deviation within patients
 */
export function covarianceEstimates(
  fit: LinearMixedFit,
  { level = 0.95 }: { level?: number } = {},
): CovarianceEstimates {
  checkLevel(level);
  const parameters = freeParameters(fit);
  const information = observedInformation(covarianceMoments(fit, parameters), fit.likelihood);
  const { inverse } = invertInformation(information);
  const width = normal.quantile(0.5 + level / 2, 0, 1);
  const warnings: Warning[] = [];
  const estimates = workingEstimates(fit, parameters).map((one): CovarianceEstimate => {
    const { parameter, estimate, working } = one;
    const variance = working ? bilinear(working.slopes, inverse, working.slopes) : -1;
    if (!working || !(variance > 0)) {
      const message = `No interval of the ${parameter} is given: it lies at a boundary, or the likelihood is too flat.`;
      warnings.push({ code: "interval-at-boundary", message });
      return { parameter, estimate, lower: null, upper: null, level, method: "wald" };
    }
    const half = width * Math.sqrt(variance);
    const [lower, upper] = [working.back(working.value - half), working.back(working.value + half)];
    return { parameter, estimate, lower, upper, level, method: "wald" };
  });
  return { estimates, warnings };
}

/** Variances, covariances and φ with their information. */
export interface CovarianceInformation {
  names: string[];
  values: Float64Array;
  /** Expected at the estimates. */
  expected: Matrix;
  /** Less the second derivatives of the log likelihood. */
  observed: Matrix;
}

/**
 * Information of the variances and covariances themselves (not their roots) and of φ, in the order of the random effects, the
 * residual variances and φ; a φ at its limit is left out.
 *
 * @see Harville (1977), J Am Stat Assoc 72:320–338, section 5.
 * @example
 * const groups = ["a", "a", "a", "b", "b", "b"];
 * const fit = fitLinearMixedModel({ scores: [1, 2, 3, 7, 8, 9], columns: [{ name: "mean", values: [1, 1, 1, 1, 1, 1] }], randomEffects: [{ name: "patient", groups }] });
 * covarianceInformation(fit).names; // ["variance of intercept by patient", "residual variance"]
 */
export function covarianceInformation(fit: LinearMixedFit): CovarianceInformation {
  const parameters = naturalParameters(fit);
  const moments = covarianceMoments(fit, parameters);
  return {
    names: parameters.map(({ name }) => name),
    values: Float64Array.from(parameters, ({ value }) => value),
    expected: expectedInformation(moments, fit.likelihood),
    observed: observedInformation(moments, fit.likelihood),
  };
}
