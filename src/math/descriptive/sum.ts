import { sum as compensatedSum } from "simple-statistics";
import { checkSample } from "./check-sample.ts";

/** Sums of numbers up to this cannot overflow on the way; larger ones are scaled down first. */
export const LARGE: number = 2 ** 960;

/**
 * Sums numbers with the error of each addition carried along: right to the last bit or so unless Σ|x| exceeds |Σx| by
 * 1e16 or more.
 *
 * @param values Finite; none give 0.
 * @returns ±Infinity only where the sum itself is beyond the doubles.
 * @throws {RangeError} when a value is not finite.
 * @see Neumaier (1974), Z Angew Math Mech 54:39–51, algorithm IV; computed by simple-statistics.
 * @example
 * sum([1, 1e100, 1, -1e100]); // 2
 */
export function sum(values: ArrayLike<number>): number {
  checkSample("sum", values, 0);
  for (let i = 0; i < values.length; i++) {
    if (Math.abs(values[i]!) > LARGE)
      return compensatedSum(Array.from(values, (x) => x * 2 ** -60)) * 2 ** 60;
  }
  return compensatedSum(values as number[]);
}
