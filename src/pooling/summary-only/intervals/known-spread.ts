import { normalRangeMean } from "../../../math/distributions/normal-range.ts";
import { studentTQuantile } from "../../../math/distributions/student-t.ts";
import type { SummaryReport } from "../../../schema/summary-report.ts";
import { feasibleRange } from "./feasible-range.ts";
import { type SummaryEvidence, type SummaryLimits, withoutLimits } from "./summary-interval.ts";

/** A standard deviation and where it is from. */
export interface KnownSpread {
  sd: number;
  /** In words, such as `the reported standard error`; null where it is reported itself. */
  from: string | null;
}

function fromInterval(report: SummaryReport): KnownSpread | null {
  const { n, intervalLower, intervalUpper, intervalLevel = 0.95 } = report;
  if (intervalLower === undefined || intervalUpper === undefined || n < 2) return null;
  const quantile = studentTQuantile(0.5 * (1 - intervalLevel), n - 1, -1);
  return {
    sd: (0.5 * (intervalUpper - intervalLower) * Math.sqrt(n)) / quantile,
    from: "the reported interval, read as t",
  };
}

/**
 * The standard deviation that a report gives, or that follows from its standard error, its interval or its t; null where
 * there is none of these.
 */
export function reportedSpread(report: SummaryReport): KnownSpread | null {
  const { n, sd, standardError, t, mean } = report;
  if (sd !== undefined) return { sd, from: null };
  if (standardError !== undefined)
    return { sd: standardError * Math.sqrt(n), from: "the reported standard error" };
  const byInterval = fromInterval(report);
  if (byInterval) return byInterval;
  if (t !== undefined && t !== 0 && mean !== undefined && mean !== 0)
    return { sd: Math.abs(mean / t) * Math.sqrt(n), from: "the reported t" };
  return null;
}

/** The range over the range that n normal values have on average. */
export function spreadOfRange(n: number, range: number): number {
  return range / normalRangeMean(n);
}

/** The spread that the other numbers leave no choice of; null where there is a choice. */
function onlySpread({ feasible }: SummaryEvidence): KnownSpread | null {
  const { lower, upper } = feasibleRange(feasible, "sd");
  if (lower === null || upper === null || upper - lower > 1e-9 * upper) return null;
  return { sd: lower, from: "the other numbers, which leave no choice" };
}

/**
 * The reported spread, else the only one possible, else that of the range if patients are normal; null where there is none
 * of these.
 */
export function likelySpread(evidence: SummaryEvidence): KnownSpread | null {
  const { n, minimum, maximum } = evidence.report;
  const known = reportedSpread(evidence.report) ?? (n > 1 ? onlySpread(evidence) : null);
  if (known) return known;
  if (minimum === undefined || maximum === undefined || n < 2) return null;
  return { sd: spreadOfRange(n, maximum - minimum), from: `the range of ${n} normal values` };
}

/** Whether some sample that fits the report has this spread; the ends of the feasible set count as inside. */
export function isPossibleSpread({ feasible }: SummaryEvidence, sd: number): boolean {
  const { lower, upper } = feasibleRange(feasible, "sd");
  return sd >= (lower ?? 0) * (1 - 1e-9) && sd <= (upper ?? Infinity) * (1 + 1e-9);
}

/** A row that is refused since no sample has its spread. */
export function impossibleSpread(
  label: string,
  { feasible }: SummaryEvidence,
  sd: number,
  estimate: number,
): SummaryLimits {
  const { lower, upper } = feasibleRange(feasible, "sd");
  const most = upper === null ? "∞" : Number(upper.toPrecision(4));
  const message = `${label} would take an SD of ${Number(sd.toPrecision(4))}, which no sample that fits the report has: it lies in [${Number((lower ?? 0).toPrecision(4))}, ${most}]`;
  return withoutLimits("impossible-sd", message, estimate);
}

/** The reported mean, else the middle of the range; null where there is neither. */
export function likelyCenter({ mean, minimum, maximum }: SummaryReport): number | null {
  if (mean !== undefined) return mean;
  return minimum === undefined || maximum === undefined ? null : 0.5 * (minimum + maximum);
}

/** What a row takes for granted of center and spread; undefined where both are reported. */
export function assumedHere({ mean }: SummaryReport, spread: KnownSpread): string | undefined {
  const parts = [
    ...(mean === undefined ? ["mean at the middle of the range"] : []),
    ...(spread.from === null ? [] : [`SD ${Number(spread.sd.toPrecision(4))} from ${spread.from}`]),
  ];
  return parts.length > 0 ? parts.join("; ") : undefined;
}
