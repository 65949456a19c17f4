import { feasibleSet } from "../../src/pooling/summary-only/feasible-set.ts";
import type { SummaryEvidence } from "../../src/pooling/summary-only/intervals/summary-interval.ts";
import type { SummaryReport } from "../../src/schema/summary-report.ts";

/** What intervals work from, with the samples given as all that fit. */
export function evidenceOf(report: SummaryReport, samples: number[][] | null = null): SummaryEvidence {
  return { report, feasible: feasibleSet(report), samples, samplesComplete: samples !== null };
}
