import * as z from "zod/mini";
import { type Estimate, estimateFields } from "./estimate.ts";
import { type FeasibleSet, feasibleSetSchema } from "./feasible-set.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type Reconstruction, reconstructionSchema } from "./reconstruction.ts";
import { type SummaryConsistency, summaryConsistencySchema } from "./summary-consistency.ts";
import { type SummaryReport, summaryReportSchema } from "./summary-report.ts";

/** How much an interval takes for granted: bounds of one patient's value, little more, or a family of distributions. */
export type SummaryLayer = "bounds-only" | "weak" | "parametric";

/** What an interval is about. */
export type SummaryQuantity =
  | "mean"
  | "median"
  | "geometric-mean"
  | "next-patient"
  | "share-in-range"
  | "proportion";

/** One interval from a report alone, with what it takes for granted; `given` says which spread was assumed, if one was. */
export interface SummaryEstimate extends Estimate {
  /** The method's name for people. */
  methodLabel: string;
  layer: SummaryLayer;
  /** What must hold for the interval to mean what its level says. */
  assumes: string;
  /** What could be wrong all the same. */
  doesNotCover: string;
}

/** A mean and a standard deviation made from a range or quartiles, beside what algebra allows. */
export interface RangeConversionRow {
  method: string;
  label: string;
  /** Which numbers it was made from: `extremes`, `range`, `quartiles` or `five-number`. */
  scenario: string;
  assumes: string;
  /** null where the method gives none, or one that no sample with these numbers can have. */
  mean: number | null;
  sd: number | null;
  /** Ends of every mean and every standard deviation that a sample with these numbers can have; null: no end. */
  meanLower: number | null;
  meanUpper: number | null;
  sdLower: number | null;
  sdUpper: number | null;
}

/** Every conversion of one report's range. */
export interface MeanFromRange {
  kind: "mean-from-range";
  schemaVersion: 1;
  report: SummaryReport;
  feasible: FeasibleSet;
  conversions: RangeConversionRow[];
  warnings: Warning[];
  provenance: Provenance;
}

/** How often one interval held the truth in simulated reports of the same size. */
export interface SummaryCoverageRow {
  method: string;
  label: string;
  layer: SummaryLayer;
  quantity: SummaryQuantity;
  /** The distribution that patients were drawn from. */
  truth: string;
  level: number;
  nSimulations: number;
  /** Simulations in which the method had an interval. */
  nIntervals: number;
  /** null where it never had one. */
  coverage: number | null;
  /** Monte-Carlo standard error of the coverage. */
  standardError: number | null;
  /** Mean width within the bounds, in the unit of one patient's value. */
  meanWidth: number | null;
}

/** The answer of `describeSummary`. */
export interface SummaryResult {
  kind: "summary";
  schemaVersion: 1;
  report: SummaryReport;
  feasible: FeasibleSet;
  consistency: SummaryConsistency;
  /** The samples that fit, evenly thinned; null where the report doesn't say which values a patient can have. */
  reconstruction: Reconstruction | null;
  estimates: SummaryEstimate[];
  /** Means and standard deviations from the range; empty without one. */
  conversions: RangeConversionRow[];
  /** Absent unless asked for. */
  coverage?: SummaryCoverageRow[];
  warnings: Warning[];
  provenance: Provenance;
}

const end = z.nullable(z.number());
const layerSchema = z.enum(["bounds-only", "weak", "parametric"]);

const quantitySchema = z.enum([
  "mean",
  "median",
  "geometric-mean",
  "next-patient",
  "share-in-range",
  "proportion",
]);

export const summaryEstimateSchema: z.ZodMiniType<SummaryEstimate> = z.strictObject({
  ...estimateFields,
  methodLabel: z.string(),
  layer: layerSchema,
  assumes: z.string(),
  doesNotCover: z.string(),
});

export const rangeConversionRowSchema: z.ZodMiniType<RangeConversionRow> = z.strictObject({
  method: z.string(),
  label: z.string(),
  scenario: z.string(),
  assumes: z.string(),
  mean: end,
  sd: end,
  meanLower: end,
  meanUpper: end,
  sdLower: end,
  sdUpper: end,
});

export const meanFromRangeSchema: z.ZodMiniType<MeanFromRange> = z.strictObject({
  kind: z.literal("mean-from-range"),
  schemaVersion: z.literal(1),
  report: summaryReportSchema,
  feasible: feasibleSetSchema,
  conversions: z.array(rangeConversionRowSchema),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});

export const summaryCoverageRowSchema: z.ZodMiniType<SummaryCoverageRow> = z.strictObject({
  method: z.string(),
  label: z.string(),
  layer: layerSchema,
  quantity: quantitySchema,
  truth: z.string(),
  level: z.number(),
  nSimulations: z.int(),
  nIntervals: z.int(),
  coverage: end,
  standardError: end,
  meanWidth: end,
});

export const summaryResultSchema: z.ZodMiniType<SummaryResult> = z.strictObject({
  kind: z.literal("summary"),
  schemaVersion: z.literal(1),
  report: summaryReportSchema,
  feasible: feasibleSetSchema,
  consistency: summaryConsistencySchema,
  reconstruction: z.nullable(reconstructionSchema),
  estimates: z.array(summaryEstimateSchema),
  conversions: z.array(rangeConversionRowSchema),
  coverage: z.optional(z.array(summaryCoverageRowSchema)),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
