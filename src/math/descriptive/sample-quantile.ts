import { checkSample } from "./check-sample.ts";

/**
 * Quantile of numbers that are sorted already, of type 7: for several quantiles of one sample.
 *
 * @param sorted Ascending and finite, which is not checked; at least one.
 * @param p Probability in [0, 1].
 * @throws {RangeError} when there is no value or p is not in [0, 1].
 * @see Hyndman & Fan (1996), Am Stat 50:361–365, definition 7.
 * @example
 * sortedQuantile([1, 2, 4], 0.25); // 1.5
 */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError("sortedQuantile needs at least 1 value, got 0");
  if (!(p >= 0 && p <= 1)) throw new RangeError(`sortedQuantile needs a probability in [0, 1], got ${p}`);
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const value = sorted[below]!;
  return position === below ? value : value + (position - below) * (sorted[below + 1]! - value);
}

/**
 * Sample quantile of type 7, R's default.
 *
 * @param values At least one, all finite, in any order.
 * @param p Probability in [0, 1].
 * @throws {RangeError} when there is no value, one is not finite, or p is not in [0, 1].
 * @see Hyndman & Fan (1996), Am Stat 50:361–365, definition 7.
 * @example
 * sampleQuantile([4, 1, 2], 0.25); // 1.5
 */
export function sampleQuantile(values: ArrayLike<number>, p: number): number {
  checkSample("sampleQuantile", values);
  return sortedQuantile(Float64Array.from(values).sort(), p);
}

/**
 * Sample median.
 *
 * @param values At least one, all finite, in any order.
 * @throws {RangeError} when there is no value, or one is not finite.
 * @example
 * median([4, 1, 2, 3]); // 2.5
 */
export function median(values: ArrayLike<number>): number {
  checkSample("median", values);
  return sortedQuantile(Float64Array.from(values).sort(), 0.5);
}

/**
 * Median absolute deviation from the median, unscaled: times 1.4826 it estimates the sd of a normal sample.
 *
 * @param values At least one, all finite, in any order.
 * @throws {RangeError} when there is no value, or one is not finite.
 * @see Hampel (1974), J Am Stat Assoc 69:383–393, section 5.
 * @example
 * medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9]); // 1
 */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  checkSample("medianAbsoluteDeviation", values);
  const center = median(values);
  return median(Float64Array.from(values, (x) => Math.abs(x - center)));
}
