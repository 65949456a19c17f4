import { type BoundedReport, hasBounds } from "./known-bounds.ts";
import type { SummaryEvidence, SummaryLimits } from "./summary-interval.ts";

/** Whether there are bounds, and samples that fit the report. */
export function hasSamplesWithinBounds({ report, samples }: SummaryEvidence): boolean {
  return hasBounds(report) && samples !== null && samples.length > 0;
}

/** What a row over drawn samples takes for granted; nothing where every sample was looked at. */
function drawnOnly({ samples, samplesComplete }: SummaryEvidence): { given?: string } {
  return samplesComplete ? {} : { given: `the true sample is no wider than the ${samples!.length} drawn` };
}

/** Both bounds of a report that has them. */
export function boundsOf(report: SummaryEvidence["report"]): [number, number] {
  const { lower, upper } = report as BoundedReport;
  return [lower, upper];
}

/**
 * The widest of one method's intervals over every sample: it holds the truth whenever that of the true sample does.
 *
 * @param limits Limits of one ascending sample.
 */
export function widestOverSamples(
  evidence: SummaryEvidence,
  limits: (sample: readonly number[]) => readonly [number, number],
): SummaryLimits {
  const { report, samples } = evidence;
  let [lower, upper, total] = [Infinity, -Infinity, 0];
  for (const sample of samples!) {
    const [least, greatest] = limits(sample);
    lower = Math.min(lower, least);
    upper = Math.max(upper, greatest);
    total += sample.reduce((sum, value) => sum + value, 0) / sample.length;
  }
  return { estimate: report.mean ?? total / samples!.length, lower, upper, ...drawnOnly(evidence) };
}
