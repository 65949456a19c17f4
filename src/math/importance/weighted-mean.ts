import type { WeightedSample } from "./weighted-sample.ts";

/** The mean of weighted draws, their spread, and how well the mean is known. */
export interface WeightedMean {
  mean: number;
  /** null for a single draw. */
  standardDeviation: number | null;
  /** Monte-Carlo standard error of the mean; null for a single draw. */
  monteCarloError: number | null;
}

/**
 * Mean and standard deviation of weighted draws, and the Monte-Carlo standard error of the mean.
 *
 * The error is √Σ w²(x − mean)² with weights that add to 1, the delta method for a ratio of two means; draws are taken to
 * be independent, which is on the safe side where they were stratified over several proposals. The variance is
 * Σ w(x − mean)² / (1 − Σw²), the sample variance where the weights are equal.
 *
 * @param sample What `weightedSample` returned.
 * @see Geweke (1989), Econometrica 57:1317–1339, theorem 2 (error). doi:10.2307/1913710; Owen (2013), Monte Carlo theory,
 * methods and examples, section 9.2.
 * @example
 * weightedMean(weightedSample([1, 2], [1, 3])).mean; // 1.75
 */
export function weightedMean({ values, weights, cumulativeSquares }: WeightedSample): WeightedMean {
  const n = values.length;
  const origin = values[n >>> 1]!;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += weights[i]! * (values[i]! - origin);
  mean += origin;
  if (n === 1) return { mean, standardDeviation: null, monteCarloError: null };
  let variance = 0;
  let errorSquared = 0;
  for (let i = 0; i < n; i++) {
    const deviation = weights[i]! * (values[i]! - mean);
    variance += deviation * (values[i]! - mean);
    errorSquared += deviation * deviation;
  }
  const remaining = 1 - cumulativeSquares[n - 1]!;
  return {
    mean,
    standardDeviation: remaining > 0 ? Math.sqrt(variance / remaining) : null,
    monteCarloError: Math.sqrt(errorSquared),
  };
}
