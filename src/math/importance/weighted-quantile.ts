import type { WeightedSample } from "./weighted-sample.ts";

/** First index whose cumulative weight is above t. */
function firstAbove(cumulative: Float64Array, t: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulative[middle]! > t) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Mean of the sample's quantile function between two probabilities. */
function meanBetween({ values, cumulative }: WeightedSample, from: number, to: number): number {
  const first = firstAbove(cumulative, from);
  const origin = values[first]!;
  let below = from;
  let sum = 0;
  for (let i = first; i < values.length && below < to; i++) {
    const above = Math.min(cumulative[i]!, to);
    sum += (above - below) * (values[i]! - origin);
    below = above;
  }
  return to > from ? origin + sum / (to - from) : origin;
}

/**
 * Variance of the weighted share below the quantile of p, in units of p(1 − p): 1/n where n draws weigh the same.
 *
 * s² = (1 − p)² Σ_below w² + p² Σ_above w², with the draw at p divided there.
 */
function varianceShare({ weights, cumulative, cumulativeSquares }: WeightedSample, p: number): number {
  const n = weights.length;
  const at = firstAbove(cumulative, p);
  const squaresBelow = at === 0 ? 0 : cumulativeSquares[at - 1]! + (p - cumulative[at - 1]!) * weights[at]!;
  const squaresAbove =
    cumulativeSquares[n - 1]! - cumulativeSquares[at]! + (cumulative[at]! - p) * weights[at]!;
  const below = at === 0 ? weights[0]! : squaresBelow / p;
  const above = at === n - 1 ? weights[at]! : squaresAbove / (1 - p);
  return Math.min((1 - p) * below + p * above, 1);
}

/**
 * The quantile of weighted draws: type 7 for weights, which is R's type 7 where they are equal.
 *
 * It is the mean of the weighted sample's quantile function from p(1 − v) to p(1 − v) + v, where 1/v is the number of
 * equal draws that would know the share below as well. So it moves smoothly with the weights and with p, ties need no
 * rule, and draws of next to no weight do not count. With 1/v in place of Kish's size for all p, the tails keep the finer
 * grain that a proposal wider than the target gives them. Like every type 7 it leans to the middle, by (½ − p) v.
 *
 * @param sample What `weightedSample` returned.
 * @param p Probability in [0, 1].
 * @throws {RangeError} when p is not in [0, 1].
 * @see Hyndman & Fan (1996), Am Stat 50:361–365, definition 7; Akinshin (2023), arXiv:2304.07265 (weighted quantiles as
 * means over a window).
 * @example
 * weightedQuantile(weightedSample([1, 2, 3, 4], [1, 1, 1, 1]), 0.5); // 2.5
 */
export function weightedQuantile(sample: WeightedSample, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`weightedQuantile needs a probability in [0, 1], got ${p}`);
  const width = varianceShare(sample, p);
  const from = (1 - width) * p;
  return meanBetween(sample, from, from + width);
}

/**
 * The Monte-Carlo standard error of a weighted quantile, by inversion of the error of the distribution function.
 *
 * The weighted share below the quantile is known as from 1/v equal draws (`varianceShare`). The ends of Wilson's
 * one-standard-error interval for p with as many draws are carried to the quantiles, and half their distance is the
 * error: no density is estimated. Draws are taken to be independent. Where they are heavily tied it may be 0; where the
 * weights have k̂ > .7 it is too small.
 *
 * @param sample What `weightedSample` returned.
 * @param p Probability in (0, 1).
 * @returns null for a single draw.
 * @throws {RangeError} when p is not in (0, 1).
 * @see Geweke (1989), Econometrica 57:1317–1339, theorem 2 (variance of a weighted share); Woodruff (1952), J Am Stat
 * Assoc 47:635–646 (inversion); Wilson (1927), J Am Stat Assoc 22:209–212; as `mcse_quantile` of R's posterior, which
 * takes beta quantiles in Wilson's place.
 */
export function weightedQuantileError(sample: WeightedSample, p: number): number | null {
  if (!(p > 0 && p < 1))
    throw new RangeError(`weightedQuantileError needs a probability in (0, 1), got ${p}`);
  if (sample.values.length === 1) return null;
  const share = varianceShare(sample, p);
  const center = (p + 0.5 * share) / (1 + share);
  const half = Math.sqrt(share * p * (1 - p) + 0.25 * share ** 2) / (1 + share);
  const above = weightedQuantile(sample, Math.min(center + half, 1));
  return 0.5 * (above - weightedQuantile(sample, Math.max(center - half, 0)));
}
