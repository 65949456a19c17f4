import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import {
  type Companion,
  type NaturalPool,
  naturalPoolSchema,
  type PooledSeries,
  pooledSeriesSchema,
} from "./pooled-result.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** Normal limits of a series alone at one standard deviation. */
export interface SeriesLimits {
  lower: number;
  upper: number;
}

/** A series whose report gives no standard deviation, and what was taken for it. */
export interface UnknownSpread {
  series: string;
  /** The column that is missing, such as `sd_percent`. */
  column: string;
  /** Every standard deviation that some sample with this report has, in the unit of that column; null: no end. */
  lower: number;
  upper: number | null;
  /** The part of it that the law reaches; null: no end. */
  lawLower: number;
  lawUpper: number | null;
  /** The standard deviations at which the extremes are computed, the lowest in the limit where it is 0. */
  lowest: number;
  highest: number;
  /** Limits of the series alone at these two, on the scale of the pool. */
  narrowest: SeriesLimits;
  widest: SeriesLimits;
}

/** How much of an answer comes from not knowing the standard deviations. */
export interface MissingSpread {
  /** Share of the variance of the mean: that of the mean between standard deviations, of all; null where there is no variance, or no limits. */
  varianceShare: number | null;
  /** Rubin's fraction of missing information, which also counts its degrees of freedom; null for a posterior, or without limits. */
  missingInformation: number | null;
  /** 1 − the average width of the interval at known standard deviations over the width of this one, at least 0; null without limits. */
  widthShare: number | null;
}

/** How the average over standard deviations was computed. */
export interface SpreadAverage {
  /** Sets of standard deviations at which the pool was computed. */
  nSets: number;
  /** Estimated numerical error of the limits of the mean, as a share of their distance; null without limits. */
  limitError: number | null;
}

/** A distribution of standard deviations as it was used. */
export interface SpreadLawSummary {
  /** Such as `uniform`. */
  name: string;
  /** For people, with its numbers. */
  label: string;
  parameters: { [name: string]: number };
}

/** The answer of `poolSummaries`: a pool in which the standard deviation of some series is known as a distribution only. */
export interface PooledSummariesResult {
  kind: "pooled-summaries";
  schemaVersion: 1;
  /** Name of the effect measure, such as `MN`. */
  measure: string;
  /** How to read the pooled scale, such as `identity`. */
  backTransform: string;
  nSeries: number;
  /** The distribution of each standard deviation that is not known. */
  law: SpreadLawSummary;
  /** How pools at known standard deviations are combined. */
  combination: { name: string; label: string };
  /** The pooled mean first; `given` says which law the rows take. */
  estimates: Estimate[];
  /** The mean by other ways, then with every unknown standard deviation at one end and with those of one series; `given` says which. */
  companions: Companion[];
  /** Unknown ones with the average variance under the law. */
  series: PooledSeries[];
  /** At least one. */
  unknown: UnknownSpread[];
  missing: MissingSpread;
  average: SpreadAverage;
  /** The same on a scale that people read; absent where none is known. */
  natural?: NaturalPool;
  /** Series given but not pooled, with the reason. */
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());
const limits = z.strictObject({ lower: z.number(), upper: z.number() });

export const pooledSummariesResultSchema: z.ZodMiniType<PooledSummariesResult> = z.strictObject({
  kind: z.literal("pooled-summaries"),
  schemaVersion: z.literal(1),
  measure: z.string(),
  backTransform: z.string(),
  nSeries: z.int(),
  law: z.strictObject({
    name: z.string(),
    label: z.string(),
    parameters: z.record(z.string(), z.number()),
  }),
  combination: z.strictObject({ name: z.string(), label: z.string() }),
  estimates: z.array(estimateSchema),
  companions: z.array(z.strictObject({ label: z.string(), row: estimateSchema })),
  series: z.array(pooledSeriesSchema),
  unknown: z.array(
    z.strictObject({
      series: z.string(),
      column: z.string(),
      lower: z.number(),
      upper: nullableNumber,
      lawLower: z.number(),
      lawUpper: nullableNumber,
      lowest: z.number(),
      highest: z.number(),
      narrowest: limits,
      widest: limits,
    }),
  ),
  missing: z.strictObject({
    varianceShare: nullableNumber,
    missingInformation: nullableNumber,
    widthShare: nullableNumber,
  }),
  average: z.strictObject({ nSets: z.int(), limitError: nullableNumber }),
  natural: z.optional(naturalPoolSchema),
  leftOut: z.array(z.strictObject({ series: z.string(), reason: z.string() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
