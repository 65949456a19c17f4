import { expect } from "vitest";

/** |actual / expected − 1|, or |actual| where 0 is expected; 0 where both are the same infinity. */
export function relativeError(actual: number, expected: number): number {
  if (actual === expected) return 0;
  return expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
}

/** Fails unless every number is within a relative tolerance of its counterpart. */
export function expectRelative(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  message = "",
): void {
  expect(actual.length, message).toBe(expected.length);
  const worst = Array.from(actual, (value, i) => relativeError(value, expected[i]!));
  const shown = JSON.stringify({ message, actual: Array.from(actual), expected: Array.from(expected) });
  expect(
    worst.every((error) => error <= tolerance),
    shown,
  ).toBe(true);
}

/** Fails unless every number is within an absolute tolerance of its counterpart. */
export function expectAbsolute(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
  message = "",
): void {
  expect(actual.length, message).toBe(expected.length);
  const shown = JSON.stringify({ message, actual: Array.from(actual), expected: Array.from(expected) });
  expect(
    Array.from(actual).every((value, i) => Math.abs(value - expected[i]!) <= tolerance),
    shown,
  ).toBe(true);
}
