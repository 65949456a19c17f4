/** Ends of the numbers that one printed number can stand for. */
export interface PrintedRange {
  lower: number;
  upper: number;
}

/**
 * All numbers that print as this one: within half a unit of its last decimal, both ends kept, since some round half up and others
 * half to even.
 *
 * @param value As printed.
 * @param decimals Printed decimals; absent: the value is exact.
 * @example
 * printedRange(73.4, 1); // { lower: 73.35, upper: 73.45 }, to the last bit of a double
 */
export function printedRange(value: number, decimals?: number): PrintedRange {
  if (decimals === undefined) return { lower: value, upper: value };
  const half = 0.5 / 10 ** decimals;
  return { lower: value - half, upper: value + half };
}
