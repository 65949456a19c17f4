import { printedRange } from "./printed-range.ts";

/**
 * The counts that print as a percentage of n patients.
 *
 * @param percent As printed, from 0 to 100.
 * @param n Patients.
 * @param decimals Printed decimals; absent: the percentage is exact.
 * @returns Counts from least to greatest; empty where there is none.
 * @example
 * compatibleCounts(83.5, 38, 1); // []
 */
export function compatibleCounts(percent: number, n: number, decimals?: number): number[] {
  const { lower, upper } = printedRange(percent, decimals);
  const first = Math.max(0, Math.ceil((n * lower) / 100 - 1e-9 * n));
  const last = Math.min(n, Math.floor((n * upper) / 100 + 1e-9 * n));
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => first + i);
}

/** The whole count nearest to a percentage of n patients. */
export function nearestCount(percent: number, n: number): number {
  return Math.min(n, Math.max(0, Math.round((n * percent) / 100)));
}
