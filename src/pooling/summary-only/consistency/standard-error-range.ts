import type { SummaryReport } from "../../../schema/summary-report.ts";
import type { PrintedRange } from "../feasible/printed-range.ts";
import { shownRange } from "./shown-decimals.ts";

/** Whether a report gives the standard error of its mean, or what it is made of. */
export function hasSpread({ n, sd, standardError }: SummaryReport): boolean {
  return n > 1 && (sd !== undefined || standardError !== undefined);
}

/** Ends of the standard error that the printed standard deviation, or the printed error, allows. */
export function standardErrorRange({ n, sd, sdDecimals, standardError }: SummaryReport): PrintedRange {
  const printed = shownRange(sd ?? standardError ?? 0, sdDecimals);
  const divisor = sd === undefined ? 1 : Math.sqrt(n);
  return { lower: Math.max(printed.lower, 0) / divisor, upper: printed.upper / divisor };
}
