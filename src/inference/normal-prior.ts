import { type Matrix, zeros } from "../math/linear/matrix.ts";
import { LOG_SQRT_2PI } from "../math/special/mills-ratio.ts";

/** The middle of a prior: a number, or another parameter, plus a covariate times its coefficient where there is one. */
export type PriorCenter =
  | { value: number }
  | { parameter: number; covariate?: { coefficient: number; value: number } };

/** A normal prior on one working parameter. */
export interface PriorTerm {
  /** Index of the parameter. */
  index: number;
  /** Parameters in it are given by their indices. */
  center: PriorCenter;
  /** Standard deviation; Infinity for a flat prior. */
  sd: number;
}

/** A joint prior: one term per working parameter, parents before children. */
export interface NormalPrior {
  terms: readonly PriorTerm[];
}

/** The middle of a prior at the values of the other parameters. */
export function centerAt(center: PriorCenter, theta: ArrayLike<number>): number {
  if ("value" in center) return center.value;
  const { parameter, covariate } = center;
  return theta[parameter]! + (covariate ? theta[covariate.coefficient]! * covariate.value : 0);
}

/**
 * −ln of the prior density, Σ ½ ((θ − m)/s)² + ln s + ln √(2π) over the terms that are not flat, with its gradient.
 *
 * @param gradient Added to, not overwritten, where it is given.
 */
export function negativeLogPrior(
  prior: NormalPrior,
  theta: ArrayLike<number>,
  gradient?: Float64Array,
): number {
  let sum = 0;
  for (const term of prior.terms) {
    if (term.sd === Infinity) continue;
    const z = (theta[term.index]! - centerAt(term.center, theta)) / term.sd;
    sum += 0.5 * z * z + Math.log(term.sd) + LOG_SQRT_2PI;
    if (!gradient) continue;
    gradient[term.index]! += z / term.sd;
    if ("value" in term.center) continue;
    const { parameter, covariate } = term.center;
    gradient[parameter]! -= z / term.sd;
    if (covariate) gradient[covariate.coefficient]! -= (covariate.value * z) / term.sd;
  }
  return sum;
}

/** Prior means of all working parameters. */
export function priorMean(prior: NormalPrior): Float64Array {
  const mean = new Float64Array(prior.terms.length);
  for (const term of prior.terms) mean[term.index] = centerAt(term.center, mean);
  return mean;
}

/** Marginal prior covariance; rows of flat parameters and of their children hold Infinity on the diagonal. */
export function priorCovariance(prior: NormalPrior): Matrix {
  const n = prior.terms.length;
  const covariance = zeros(n, n);
  const v = covariance.values;
  for (const { index, center, sd } of prior.terms) {
    v[index * n + index] = sd === Infinity ? Infinity : sd * sd;
    if ("value" in center) continue;
    const { parameter, covariate } = center;
    const parents = [{ parent: parameter, factor: 1 }];
    if (covariate && covariate.value !== 0) {
      parents.push({ parent: covariate.coefficient, factor: covariate.value });
    }
    for (let k = 0; k < n; k++) {
      if (k === index) continue;
      const shared = parents.reduce((sum, { parent, factor }) => sum + factor * v[parent * n + k]!, 0);
      v[index * n + k] = shared;
      v[k * n + index] = shared;
    }
    for (const { parent, factor } of parents) v[index * n + index]! += factor * v[parent * n + index]!;
  }
  return covariance;
}
