/** ln of a predictive density, and how well it is known. */
export interface LogPredictiveDensity {
  value: number;
  /** Monte-Carlo standard error, by the delta method. */
  monteCarloError: number;
}

/**
 * ln Σ w p(y | θ) over weighted draws.
 *
 * The error is √Σ w² (p/p̄ − 1)², that of a ratio of two means, carried to the logarithm to first order.
 *
 * @param logDensities ln p(y | θ) of each draw; not read where the weight is 0.
 * @param weights Adding to 1.
 * @see Vehtari, Simpson, Gelman, Yao & Gabry (2024), J Mach Learn Res 25(72), section 3.2 (the error of a self-normalised
 * mean)
 * @example
 * logPredictiveDensity([0, Math.log(3)], [0.5, 0.5]).value; // Math.log(2)
 */
export function logPredictiveDensity(
  logDensities: ArrayLike<number>,
  weights: ArrayLike<number>,
): LogPredictiveDensity {
  let highest = -Infinity;
  for (let s = 0; s < weights.length; s++) {
    if (weights[s]! > 0 && logDensities[s]! > highest) highest = logDensities[s]!;
  }
  let mean = 0;
  for (let s = 0; s < weights.length; s++) {
    if (weights[s]! > 0) mean += weights[s]! * Math.exp(logDensities[s]! - highest);
  }
  let squares = 0;
  for (let s = 0; s < weights.length; s++) {
    if (weights[s]! > 0) {
      squares += (weights[s]! * (Math.exp(logDensities[s]! - highest) / mean - 1)) ** 2;
    }
  }
  return { value: highest + Math.log(mean), monteCarloError: Math.sqrt(squares) };
}
