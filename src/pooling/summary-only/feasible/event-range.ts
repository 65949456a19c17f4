import type { FeasibleQuantity, SummaryClash } from "../../../schema/feasible-set.ts";
import type { SummaryReport } from "../../../schema/summary-report.ts";
import { compatibleCounts, nearestCount } from "./compatible-counts.ts";
import { shortNumber } from "./short-number.ts";

/** What is known of the patients with the event, from their count and a printed percentage. */
export function eventRange(report: SummaryReport): { quantity: FeasibleQuantity; clashes: SummaryClash[] } {
  const { n, events, percent, percentDecimals } = report;
  const counts = percent === undefined ? undefined : compatibleCounts(percent, n, percentDecimals);
  const clashes: SummaryClash[] = [];
  if (events !== undefined && !(Number.isInteger(events) && events >= 0 && events <= n)) {
    clashes.push({
      quantities: ["n", "events"],
      message: `With n = ${n}, events must be a whole number from 0 to ${n}, got ${shortNumber(events)}`,
    });
  }
  if (percent !== undefined && counts?.length === 0) {
    const nearest = nearestCount(percent, n);
    clashes.push({
      quantities: ["n", "percent"],
      message: `No whole number of ${n} patients is ${shortNumber(percent)} %; the nearest is ${nearest}, which is ${shortNumber((100 * nearest) / n)} %`,
    });
  } else if (events !== undefined && counts && clashes.length === 0 && !counts.includes(events)) {
    clashes.push({
      quantities: ["n", "percent", "events"],
      message: `${shortNumber(percent as number)} % of ${n} patients is ${counts.join(" or ")}, got events ${events}`,
    });
  }
  const lower = events ?? counts?.[0] ?? 0;
  const upper = events ?? counts?.at(-1) ?? n;
  return { quantity: { quantity: "events", lower, upper, reported: events ?? null }, clashes };
}
