import { checkSample } from "./check-sample.ts";
import { mean } from "./mean.ts";
import { sum } from "./sum.ts";

/**
 * Sample variance, with divisor n − 1.
 *
 * @param values At least one, all finite.
 * @returns null for a single value, which has no spread to show.
 * @throws {RangeError} when there is none, one is not finite, or the variance is beyond the doubles.
 * @see Chan, Golub & LeVeque (1983), Am Stat 37:242–247, equation 1.7 (two passes, corrected).
 * @example
 * sampleVariance([1, 2, 6]); // 7
 */
export function sampleVariance(values: ArrayLike<number>): number | null {
  checkSample("sampleVariance", values);
  const n = values.length;
  if (n === 1) return null;
  const center = mean(values);
  const deviations = Float64Array.from(values, (x) => x - center);
  let squares = 0;
  for (const deviation of deviations) squares += deviation * deviation;
  if (!Number.isFinite(squares))
    throw new RangeError("sampleVariance needs values whose squares are finite numbers");
  return Math.max(0, squares - sum(deviations) ** 2 / n) / (n - 1);
}

/**
 * Sample standard deviation: the root of `sampleVariance`, computed at the values' own scale, so that it neither
 * overflows nor underflows.
 *
 * @param values At least one, all finite.
 * @returns null for a single value.
 * @throws {RangeError} when there is none, or one is not finite.
 * @example
 * sampleStandardDeviation([1, 2, 6]); // √7
 */
export function sampleStandardDeviation(values: ArrayLike<number>): number | null {
  checkSample("sampleStandardDeviation", values);
  if (values.length === 1) return null;
  const center = mean(values);
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]! / 2 - center / 2));
  if (largest === 0) return 0;
  const variance = sampleVariance(Float64Array.from(values, (x) => (x / 2 - center / 2) / largest));
  return Math.sqrt(variance!) * largest * 2;
}
