import type { Bound } from "../../schema/estimate.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { SummaryReport } from "../../schema/summary-report.ts";
import type { SummaryEstimate, SummaryQuantity } from "../../schema/summary-result.ts";
import type { SummaryEvidence, SummaryInterval, SummaryLimits } from "./intervals/summary-interval.ts";

const LABELS: { readonly [Q in SummaryQuantity]: string } = {
  mean: "Mean",
  median: "Median",
  "geometric-mean": "Geometric mean",
  "next-patient": "Next patient",
  proportion: "Proportion of patients with the event",
  "share-in-range": "Share of patients between the least and the greatest value",
};

/** Quantities that are shares of patients, whatever the unit of one patient's value. */
const FRACTIONS: ReadonlySet<SummaryQuantity> = /* @__PURE__ */ new Set([
  "proportion",
  "share-in-range",
] as const);

const NOT_COVERED =
  "How these patients were chosen, and that a striking report is more likely to be printed than a dull one";

function boundOf(lower: number | null, upper: number | null): Bound {
  if (lower === null) return upper === null ? "open" : "open-lower";
  return upper === null ? "open-upper" : "closed";
}

function rowOf(
  { unit = "value" }: SummaryReport,
  interval: SummaryInterval,
  limits: SummaryLimits,
  asked: number,
): SummaryEstimate {
  const { estimate, lower, upper, standardError = null, level = asked, given } = limits;
  return {
    parameter: interval.quantity,
    label: LABELS[interval.quantity],
    unit: FRACTIONS.has(interval.quantity) ? "fraction" : unit,
    estimate,
    standardError,
    lower,
    upper,
    level,
    method: interval.name,
    bound: boundOf(lower, upper),
    ...(given !== undefined && { given }),
    methodLabel: interval.label,
    layer: interval.layer,
    assumes: interval.assumes,
    doesNotCover: NOT_COVERED,
  };
}

/** The rows of one interval, and what there is to say about them. */
export function summaryRows(
  evidence: SummaryEvidence,
  interval: SummaryInterval,
  level: number,
): { rows: SummaryEstimate[]; warnings: Warning[] } {
  const limits = interval.applies(evidence) ? interval.limits(evidence, level) : [];
  return {
    rows: limits.map((one) => rowOf(evidence.report, interval, one, level)),
    warnings: limits.flatMap(({ warnings = [] }) => warnings),
  };
}
