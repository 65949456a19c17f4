import type { Warning } from "../../schema/provenance.ts";
import type { SummaryConsistency } from "../../schema/summary-consistency.ts";
import type { SummaryReport } from "../../schema/summary-report.ts";
import { hasBounds } from "./intervals/known-bounds.ts";

function warning(holds: boolean, code: string, message: string): Warning[] {
  return holds ? [{ code, message }] : [];
}

/** What a report leaves open that its intervals hang on. */
export function reportWarnings(report: SummaryReport): Warning[] {
  const { n, mean, decimals, estimand, unit, minimum, maximum } = report;
  const hasMean = mean !== undefined;
  const half = 0.5 * 10 ** -(decimals ?? 0);
  return [
    ...warning(
      hasMean && !hasBounds(report),
      "no-bounds",
      "Without both bounds of one patient's value (lower and upper), no interval of the mean holds from the bounds alone",
    ),
    ...warning(
      hasMean && unit === "%" && estimand === undefined,
      "estimand-unknown",
      "The report doesn't say whether its percentage is the mean of each patient's or a ratio of two averages; it is taken as the former, and for the latter no interval of the mean holds",
    ),
    ...warning(
      hasMean && decimals !== undefined && hasBounds(report),
      "mean-rounded",
      `The printed mean may be off by ${Number(half.toPrecision(4))}: Anderson's intervals and those over samples allow for it, the others take it as exact and move by about as much`,
    ),
    ...warning(
      minimum !== undefined && maximum !== undefined && n > 1,
      "own-level",
      `Limits made of the least and the greatest value have a level that comes from ${n} patients alone, not the one asked for`,
    ),
  ];
}

/** What of a report does not fit with the rest of it. */
export function consistencyWarnings({ checks }: SummaryConsistency): Warning[] {
  return checks
    .filter(({ consistent }) => !consistent)
    .map(({ message }) => ({ code: "inconsistent-report", message }));
}
