import { type PrintedRange, printedRange } from "../feasible/printed-range.ts";

/**
 * Decimals that a number shows: a lower limit of those printed, since a trailing zero leaves no trace.
 *
 * @example
 * shownDecimals(73.4); // 1
 */
export function shownDecimals(value: number): number {
  const [mantissa, exponent = "0"] = String(value).split("e");
  const behind = mantissa?.split(".")[1]?.length ?? 0;
  return Math.min(15, Math.max(0, behind - Number(exponent)));
}

/** All numbers that print as this one; with as many decimals as it shows where their number is not given. */
export function shownRange(value: number, decimals?: number): PrintedRange {
  return printedRange(value, decimals ?? shownDecimals(value));
}
