import { weightedMean } from "../../math/importance/weighted-mean.ts";
import { weightedQuantile, weightedQuantileError } from "../../math/importance/weighted-quantile.ts";
import { type WeightedSample, weightedSampler } from "../../math/importance/weighted-sample.ts";

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

/** Summarises the values of a quantity, NaN where it doesn't exist, by weights that add to 1. */
type Summarizer = (values: Float64Array, weights: Float64Array, level: number) => WeightedSummary;

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
  return weightedSummarizer()(values, weights, level);
}

/** Makes a `summarizeWeighted` that sorts in the same memory again and again. */
export function weightedSummarizer(): Summarizer {
  const sort = weightedSampler();
  let kept = new Float64Array(0);
  return (values, weights, level) => {
    if (kept.length !== weights.length) kept = new Float64Array(weights.length);
    const exists = keepExisting(values, weights, kept);
    if (!(exists > 0)) {
      const none = { estimate: null, standardError: null, lower: null, upper: null, cuts: null };
      return { exists: 0, monteCarloError: 0, ...none };
    }
    return summaryOf(sort(values, kept), exists, level);
  };
}

/** Writes the weights of the values that exist, 0 for the others. @returns Their sum. */
function keepExisting(values: Float64Array, weights: Float64Array, kept: Float64Array): number {
  let exists = 0;
  for (let s = 0; s < weights.length; s++) {
    kept[s] = Number.isFinite(values[s]!) ? weights[s]! : 0;
    exists += kept[s]!;
  }
  return exists;
}

function summaryOf(sample: WeightedSample, exists: number, level: number): WeightedSummary {
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
