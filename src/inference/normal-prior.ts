import { type Matrix, zeros } from "../math/linear/matrix.ts";
import { LOG_SQRT_2PI } from "../math/special/mills-ratio.ts";

/** A normal prior on one working parameter; its centre is a number or another parameter. */
export interface PriorTerm {
  /** Index of the parameter. */
  index: number;
  /** Mean, or the index of the parameter that is the mean. */
  center: { value: number } | { parameter: number };
  /** Standard deviation; Infinity for a flat prior. */
  sd: number;
}

/** A joint prior: one term per working parameter, parents before children. */
export interface NormalPrior {
  terms: readonly PriorTerm[];
}

function centerOf(term: PriorTerm, theta: ArrayLike<number>): number {
  return "value" in term.center ? term.center.value : theta[term.center.parameter]!;
}

/**
 * −ln of the prior density, Σ ½ ((θ − m)/s)² + ln s + ln √(2π) over the terms that are not flat, with its gradient.
 *
 * @param gradient Added to, not overwritten.
 */
export function negativeLogPrior(
  prior: NormalPrior,
  theta: ArrayLike<number>,
  gradient: Float64Array,
): number {
  let sum = 0;
  for (const term of prior.terms) {
    if (term.sd === Infinity) continue;
    const z = (theta[term.index]! - centerOf(term, theta)) / term.sd;
    sum += 0.5 * z * z + Math.log(term.sd) + LOG_SQRT_2PI;
    gradient[term.index]! += z / term.sd;
    if ("parameter" in term.center) gradient[term.center.parameter]! -= z / term.sd;
  }
  return sum;
}

/** Prior means of all working parameters. */
export function priorMean(prior: NormalPrior): Float64Array {
  const mean = new Float64Array(prior.terms.length);
  for (const term of prior.terms) mean[term.index] = centerOf(term, mean);
  return mean;
}

/** Marginal prior covariance; rows of flat parameters and of their children hold Infinity on the diagonal. */
export function priorCovariance(prior: NormalPrior): Matrix {
  const n = prior.terms.length;
  const covariance = zeros(n, n);
  const v = covariance.values;
  for (const { index, center, sd } of prior.terms) {
    const own = sd === Infinity ? Infinity : sd * sd;
    if ("value" in center) {
      v[index * n + index] = own;
      continue;
    }
    for (let k = 0; k < n; k++) {
      if (k === index) continue;
      v[index * n + k] = v[center.parameter * n + k]!;
      v[k * n + index] = v[k * n + center.parameter]!;
    }
    v[index * n + index] = v[center.parameter * n + center.parameter]! + own;
  }
  return covariance;
}
