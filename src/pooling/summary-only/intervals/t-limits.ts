import { studentTQuantile } from "../../../math/distributions/student-t.ts";
import type { Warning } from "../../../schema/provenance.ts";
import type { SummaryReport } from "../../../schema/summary-report.ts";
import type { SummaryLimits } from "./summary-interval.ts";

/** Limits by Student's t about a center; the half-width is t × sd × √(share). */
export function tLimits(
  n: number,
  center: number,
  sd: number,
  share: number,
  level: number,
): { lower: number; upper: number } {
  const half = studentTQuantile(0.5 * (1 - level), n - 1, -1) * sd * Math.sqrt(share);
  return { lower: center - half, upper: center + half };
}

function shown(value: number): number {
  return Number(value.toPrecision(4));
}

/** Limits that no patient's value can reach, and so no mean, said in one sentence each. */
export function beyondBounds(label: string, report: SummaryReport, limits: SummaryLimits): Warning[] {
  const { lower = -Infinity, upper = Infinity } = report;
  const given = limits.given === undefined ? "" : ` (${limits.given})`;
  const message = (limit: number, bound: number, side: string): Warning => ({
    code: "beyond-bounds",
    message: `${label}${given} reaches ${shown(limit)}, but no value can be ${side} ${bound}: that part is impossible`,
  });
  // A limit at a bound, but for rounding, is at it.
  const slack = 1e-9 * Math.max(Math.abs(limits.lower ?? 0), Math.abs(limits.upper ?? 0));
  return [
    ...(limits.lower !== null && limits.lower < lower - slack ? [message(limits.lower, lower, "below")] : []),
    ...(limits.upper !== null && limits.upper > upper + slack ? [message(limits.upper, upper, "above")] : []),
  ];
}

/** A spread of 0 makes an interval without width, which says nothing of other patients. */
export function zeroSpread(label: string, sd: number): Warning[] {
  if (sd > 0) return [];
  const message = `${label} has no width, since the standard deviation is 0: equal values in so few patients don't show that all others are the same`;
  return [{ code: "zero-spread", message }];
}

/** The limits with their warnings, if there are any. */
export function withWarnings(limits: SummaryLimits, warnings: Warning[]): SummaryLimits {
  return warnings.length > 0 ? { ...limits, warnings: [...(limits.warnings ?? []), ...warnings] } : limits;
}
