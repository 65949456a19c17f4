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
 * @see Neumaier (1974), Z Angew Math Mech 54:39–51, algorithm IV.
 * @example
 * sum([1, 1e100, 1, -1e100]); // 2
 */
export function sum(values: ArrayLike<number>): number {
  checkSample("sum", values, 0);
  for (let i = 0; i < values.length; i++) {
    if (Math.abs(values[i]!) > LARGE) return compensated(Array.from(values, (x) => x * 2 ** -60)) * 2 ** 60;
  }
  return compensated(values);
}

/** The sum, and beside it what each addition rounds off. */
function compensated(values: ArrayLike<number>): number {
  let total = values[0] ?? 0;
  let lost = 0;
  for (let i = 1; i < values.length; i++) {
    const x = values[i]!;
    const next = total + x;
    lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    total = next;
  }
  return total + lost;
}
