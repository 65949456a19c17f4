import { weightedMean } from "../../math/importance/weighted-mean.ts";
import { weightedQuantile, weightedQuantileError } from "../../math/importance/weighted-quantile.ts";
import { weightedSample } from "../../math/importance/weighted-sample.ts";

/** Median, spread and equal-tailed interval of weighted draws, given that the quantity exists. */
export interface WeightedSummary {
  /** Share of the draws in which the quantity exists, by weight. */
  exists: number;
  /** This and the following are null where it exists in no draw. */
  estimate: number | null;
  standardError: number | null;
  lower: number | null;
  upper: number | null;
  /** Largest Monte-Carlo error of the three, as a share of the interval's width. */
  monteCarloError: number;
  /** Values that cut off, on either side, twice the probability beyond a limit. */
  cuts: [lower: number, upper: number] | null;
}

/**
 * Summarises weighted draws.
 *
 * @param values NaN where the quantity doesn't exist.
 * @param weights Adding to 1.
 */
export function summarizeWeighted(
  values: Float64Array,
  weights: Float64Array,
  level: number,
): WeightedSummary {
  const kept = weights.map((weight, s) => (Number.isFinite(values[s]!) ? weight : 0));
  const exists = kept.reduce((sum, weight) => sum + weight, 0);
  if (!(exists > 0)) {
    const none = { estimate: null, standardError: null, lower: null, upper: null, cuts: null };
    return { exists: 0, monteCarloError: 0, ...none };
  }
  const sample = weightedSample(values, kept);
  const probabilities = [0.5, 0.5 * (1 - level), 0.5 * (1 + level)];
  const [estimate, lower, upper] = probabilities.map((p) => weightedQuantile(sample, p)) as [
    number,
    number,
    number,
  ];
  const errors = probabilities.map((p) => weightedQuantileError(sample, p) ?? 0);
  return {
    exists: Math.min(1, exists),
    estimate,
    standardError: weightedMean(sample).standardDeviation,
    lower,
    upper,
    monteCarloError: upper > lower ? Math.max(...errors) / (upper - lower) : 0,
    cuts: [weightedQuantile(sample, 1 - level), weightedQuantile(sample, level)],
  };
}
