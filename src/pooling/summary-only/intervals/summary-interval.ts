import type { FeasibleSet } from "../../../schema/feasible-set.ts";
import type { Warning } from "../../../schema/provenance.ts";
import type { SummaryReport } from "../../../schema/summary-report.ts";
import type { SummaryLayer, SummaryQuantity } from "../../../schema/summary-result.ts";

/** What the intervals work from. */
export interface SummaryEvidence {
  readonly report: SummaryReport;
  readonly feasible: FeasibleSet;
  /** Samples that fit the report, each ascending; null where none was reconstructed. */
  readonly samples: readonly (readonly number[])[] | null;
  /** True where these are all that fit; false where they were drawn. */
  readonly samplesComplete: boolean;
  /** Standard deviations to try, in the unit of one patient's value. */
  readonly assumedSds?: readonly number[];
}

/** One interval, before it becomes a row. */
export interface SummaryLimits {
  estimate: number | null;
  /** null where the method has no limit on that side. */
  lower: number | null;
  upper: number | null;
  standardError?: number;
  /** Where the interval has a level of its own; absent: the level asked for. */
  level?: number;
  /** What was assumed for this row alone, such as `SD 10`. */
  given?: string;
  /** Why there are no limits, or what is wrong with them. */
  warnings?: Warning[];
}

/** A way from a report to an interval. */
export interface SummaryInterval {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  readonly layer: SummaryLayer;
  readonly quantity: SummaryQuantity;
  /** What it takes for granted, in words. */
  readonly assumes: string;
  /** True where no limit leaves the bounds of one patient's value. */
  readonly keepsBounds: boolean;
  /** True where one simulated report takes less than a millisecond or so, so that its coverage can be found. */
  readonly quick: boolean;
  /** Whether the report has the numbers it needs. */
  applies(evidence: SummaryEvidence): boolean;
  /**
   * One row, or several where the method takes an assumption each.
   *
   * @param level Two-sided level in (0, 1), half of the rest on either side.
   */
  limits(evidence: SummaryEvidence, level: number): SummaryLimits[];
}

/** A row without limits, and why. */
export function withoutLimits(code: string, message: string, estimate: number | null = null): SummaryLimits {
  return { estimate, lower: null, upper: null, warnings: [{ code, message }] };
}
