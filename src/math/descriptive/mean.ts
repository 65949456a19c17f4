import { checkSample } from "./check-sample.ts";
import { LARGE, sum } from "./sum.ts";

/**
 * Arithmetic mean: exact where all values are equal, and within a rounding or two otherwise.
 *
 * A compensated sum, and one correction by the mean of what is left.
 *
 * @param values At least one, all finite.
 * @throws {RangeError} when there is none, or one is not finite.
 * @see Chan, Golub & LeVeque (1983), Am Stat 37:242–247, equation 1.7, whose correction this is for the mean itself. doi:10.1080/00031305.1983.10483115
 * @example
 * mean([1, 2, 6]); // 3
 */
export function mean(values: ArrayLike<number>): number {
  checkSample("mean", values);
  for (let i = 0; i < values.length; i++) {
    if (Math.abs(values[i]!) > LARGE) return mean(Array.from(values, (x) => x * 2 ** -60)) * 2 ** 60;
  }
  const first = sum(values) / values.length;
  return first + sum(Array.from(values, (x) => x - first)) / values.length;
}
