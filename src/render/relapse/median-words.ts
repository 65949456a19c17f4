import type { RelapseResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatEstimateWithInterval, formatInterval, formatPercent, formatValue } from "../format-number.ts";

/** What was found of a median. */
type WithMedian = Pick<RelapseResult, "estimates" | "masses" | "nEvents">;

/** "(95 % interval: 58 to 192 days)"; nothing where there are no limits at all. */
function limits(result: WithMedian): string {
  const row = findEstimate(result.estimates, "median");
  if (!row || (row.lower === null && row.upper === null)) return "";
  return ` (${formatPercent(row.level)} interval: ${formatInterval(row)})`;
}

/** "after 75 days and not after 90 days", where only the ends of a span are known. */
export function spanInWords(lower: number, upper: number | null, timeUnit: string): string {
  const after = `after ${formatValue(lower, timeUnit)}`;
  return upper === null
    ? `${after}, no end was seen`
    : `${after} and not after ${formatValue(upper, timeUnit)}`;
}

/**
 * The median in a few words: a time with its interval, the span in which it lies, or why there is none.
 *
 * @example
 * medianInWords(result); // "94 days (95 % interval: 58 to 192 days)"
 */
export function medianInWords(result: WithMedian): string {
  const row = findEstimate(result.estimates, "median");
  if (!row) return "not computed";
  if (row.estimate !== null) {
    const without = row.lower === null && row.upper === null;
    const words = without ? formatValue(row.estimate, row.unit) : formatEstimateWithInterval(row);
    return without ? `${words}, without limits` : words;
  }
  const earliest = findEstimate(result.estimates, "medianEarliest")?.estimate ?? null;
  const latest = findEstimate(result.estimates, "medianLatest")?.estimate ?? null;
  if (earliest !== null) return `${spanInWords(earliest, latest, row.unit)}${limits(result)}`;
  return `not reached, more than half were still well when last seen${limits(result)}`;
}
