import type { SummaryReport } from "../../../schema/summary-report.ts";
import { reportedSpread, spreadOfRange } from "./known-spread.ts";
import { type SummaryEvidence, type SummaryLimits, withoutLimits } from "./summary-interval.ts";
import { beyondBounds, tLimits, withWarnings, zeroSpread } from "./t-limits.ts";

/** Mean and standard deviation of the logarithms, and where they are from. */
interface LogMoments {
  center: number;
  sd: number;
  given: string;
}

/** By the moments of a log-normal law where mean and spread are reported, else by the ends of the range. */
function logMoments(report: SummaryReport): LogMoments | null {
  const { n, mean, minimum, maximum } = report;
  const spread = reportedSpread(report);
  if (mean !== undefined && mean > 0 && spread) {
    const variance = Math.log1p((spread.sd / mean) ** 2);
    return {
      center: Math.log(mean) - 0.5 * variance,
      sd: Math.sqrt(variance),
      given: "logarithms by the moments of a log-normal law",
    };
  }
  if (minimum === undefined || maximum === undefined || !(minimum > 0) || n < 2) return null;
  return {
    center: 0.5 * (Math.log(minimum) + Math.log(maximum)),
    sd: spreadOfRange(n, Math.log(maximum) - Math.log(minimum)),
    given: `logarithms by the range of ${n} normal values`,
  };
}

/** Whether the report has what the logarithms need. */
export function hasLogMoments({ report }: SummaryEvidence): boolean {
  return logMoments(report) !== null;
}

/** One row by Student's t on the logarithms. */
export function logTRow(
  label: string,
  { report }: SummaryEvidence,
  level: number,
  share: (n: number) => number,
): SummaryLimits {
  const moments = logMoments(report)!;
  if (report.n < 2)
    return withoutLimits("too-few-patients", `${label} needs at least 2 patients, got ${report.n}`);
  const { lower, upper } = tLimits(report.n, moments.center, moments.sd, share(report.n), level);
  const limits: SummaryLimits = {
    estimate: Math.exp(moments.center),
    lower: Math.exp(lower),
    upper: Number.isFinite(Math.exp(upper)) ? Math.exp(upper) : null,
    given: moments.given,
  };
  return withWarnings(limits, [...zeroSpread(label, moments.sd), ...beyondBounds(label, report, limits)]);
}

/** What Student's t on the logarithms takes for granted. */
export const LOG_NORMAL_PATIENTS =
  "Patients independent of each other, the logarithms of their values normally distributed";
