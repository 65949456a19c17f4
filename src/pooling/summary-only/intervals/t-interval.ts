import {
  assumedHere,
  impossibleSpread,
  isPossibleSpread,
  likelyCenter,
  likelySpread,
} from "./known-spread.ts";
import { type SummaryEvidence, type SummaryLimits, withoutLimits } from "./summary-interval.ts";
import { beyondBounds, tLimits, withWarnings, zeroSpread } from "./t-limits.ts";

/** Whether the report has a mean or a range, and a spread. */
export function hasCenterAndSpread(evidence: SummaryEvidence): boolean {
  const { n, mean } = evidence.report;
  return (
    likelyCenter(evidence.report) !== null &&
    (likelySpread(evidence) !== null || (n === 1 && mean !== undefined))
  );
}

/**
 * One row by Student's t from the reported or the derived spread.
 *
 * @param share Variance of what the row is about, in variances of one patient's value.
 */
export function tRow(
  label: string,
  evidence: SummaryEvidence,
  level: number,
  share: (n: number) => number,
): SummaryLimits {
  const { report } = evidence;
  const center = likelyCenter(report);
  const spread = likelySpread(evidence);
  if (report.n < 2 || center === null || spread === null)
    return withoutLimits("too-few-patients", `${label} needs at least 2 patients, got ${report.n}`, center);
  if (!isPossibleSpread(evidence, spread.sd)) return impossibleSpread(label, evidence, spread.sd, center);
  const given = assumedHere(report, spread);
  const limits: SummaryLimits = {
    estimate: center,
    ...tLimits(report.n, center, spread.sd, share(report.n), level),
    ...(given !== undefined && { given }),
  };
  return withWarnings(limits, [...zeroSpread(label, spread.sd), ...beyondBounds(label, report, limits)]);
}

/** What Student's t takes for granted. */
export const NORMAL_PATIENTS = "Patients independent of each other, their values normally distributed";
