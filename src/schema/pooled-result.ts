import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type MetaRegression, metaRegressionSchema } from "./meta-regression.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import type { SeriesSummary } from "./series.ts";

/** One series in a pool. */
export interface PooledSeries {
  series: string;
  /** On the scale of the pool. */
  estimate: number;
  standardError: number;
  /** Normal limits of the series alone. */
  lower: number;
  upper: number;
  /** Share of the pooled estimate, in [0, 1]. */
  weight: number;
  n: number | null;
  /** The numbers that the estimate was made of, by column; absent where it was given as it is. */
  summary?: SeriesSummary;
  /** Further columns, such as `certainty`. */
  moderators?: { [name: string]: number | string };
}

/**
 * Where the compatible τ² lie: all above 0, from 0 upwards (the series may share one effect), or nowhere (they agree better
 * than chance would have it).
 */
export type TauSquaredSet = "above-zero" | "reaches-zero" | "empty";

/** How far the series differ beyond chance. */
export interface Heterogeneity {
  /** Cochran's Q with inverse-variance weights. */
  q: number;
  degreesOfFreedom: number;
  /** null where there is one series. */
  pValue: number | null;
  /** null where there is one series. */
  tauSquaredSet: TauSquaredSet | null;
}

/** Whether the mean differs from 0 on the scale of the pool, by the headline's interval method. */
export interface MeanTest {
  statistic: number;
  /** Of t; null for the normal distribution. */
  degreesOfFreedom: number | null;
  pValue: number;
}

/** The same question answered by another method, for comparison. */
export interface Companion {
  label: string;
  row: Estimate;
}

/** A scale that people read, such as that of a risk ratio instead of its log. */
export interface NaturalScale {
  /** Name for people, such as `Risk ratio`. */
  label: string;
  /** Unit of an `Estimate`, such as `ratio` or `fraction`; empty where the data have one of their own. */
  unit: string;
  /** How an axis is drawn. */
  axis: "linear" | "log";
  /** What means that there is no effect; null where nothing does, such as for a proportion. */
  noEffect: number | null;
}

/** The pool on a scale that people read. */
export interface NaturalPool extends NaturalScale {
  /** Mean, then prediction and the true effect of each series (`seriesEffect`), where they are given. */
  estimates: Estimate[];
  companions: Companion[];
  series: Pick<PooledSeries, "series" | "estimate" | "lower" | "upper">[];
}

/** Names of the methods for people. */
export interface PoolMethods {
  /** Such as `Restricted maximum likelihood (REML)`. */
  tauSquared: string;
  interval: string;
  /** null where nothing is predicted. */
  prediction: string | null;
  /** Of τ², τ, I² and H²; null where there is none. */
  tauSquaredInterval: string | null;
}

/** How well the model describes the series. */
export interface PooledFit {
  /** Name of the estimator of τ², such as `reml`. */
  tauSquared: string;
  logLikelihood: number;
  /** null where there is one series. */
  restrictedLogLikelihood: number | null;
  /** null where there are too few series for it. */
  aicc: number | null;
}

/** The answer of `poolEstimates`. */
export interface PooledResult {
  kind: "pooled";
  schemaVersion: 1;
  /** Name of the effect measure, such as `ROMC`; `estimate` where estimates were given as they are. */
  measure: string;
  /** How to read the pooled scale: `identity`, or the transformation that leads back to a natural one, such as `exp`. */
  backTransform: string;
  nSeries: number;
  /**
   * Pooled mean first, then prediction, coefficients of moderators, τ², τ, I², H²; those about differences are missing under a
   * common effect. With moderators mean and prediction are given at their averages, and τ² is what they leave.
   */
  estimates: Estimate[];
  /** Other methods beside the headline. */
  companions: Companion[];
  series: PooledSeries[];
  heterogeneity: Heterogeneity;
  /** null where the interval method has none, or there is one series. */
  test: MeanTest | null;
  fit: PooledFit;
  /** How the mean depends on moderators; absent where there are none. */
  regression?: MetaRegression;
  /** The same on a scale that people read; absent where none is known. */
  natural?: NaturalPool;
  /** Absent in results that did not name them. */
  methods?: PoolMethods;
  /** Series given but not pooled, with the reason. */
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

export const pooledSeriesSchema: z.ZodMiniType<PooledSeries> = z.strictObject({
  series: z.string(),
  estimate: z.number(),
  standardError: z.number(),
  lower: z.number(),
  upper: z.number(),
  weight: z.number(),
  n: z.nullable(z.number()),
  summary: z.optional(z.record(z.string(), z.number())),
  moderators: z.optional(z.record(z.string(), z.union([z.number(), z.string()]))),
});

const meanTest = z.strictObject({
  statistic: z.number(),
  degreesOfFreedom: z.nullable(z.number()),
  pValue: z.number(),
});

const companion = z.strictObject({ label: z.string(), row: estimateSchema });

export const naturalScaleSchema: z.ZodMiniType<NaturalScale> = z.strictObject({
  label: z.string(),
  unit: z.string(),
  axis: z.enum(["linear", "log"]),
  noEffect: z.nullable(z.number()),
});

export const naturalPoolSchema: z.ZodMiniType<NaturalPool> = z.strictObject({
  label: z.string(),
  unit: z.string(),
  axis: z.enum(["linear", "log"]),
  noEffect: z.nullable(z.number()),
  estimates: z.array(estimateSchema),
  companions: z.array(companion),
  series: z.array(
    z.strictObject({ series: z.string(), estimate: z.number(), lower: z.number(), upper: z.number() }),
  ),
});

const poolMethods = z.strictObject({
  tauSquared: z.string(),
  interval: z.string(),
  prediction: z.nullable(z.string()),
  tauSquaredInterval: z.nullable(z.string()),
});

export const pooledResultSchema: z.ZodMiniType<PooledResult> = z.strictObject({
  kind: z.literal("pooled"),
  schemaVersion: z.literal(1),
  measure: z.string(),
  backTransform: z.string(),
  nSeries: z.int(),
  estimates: z.array(estimateSchema),
  companions: z.array(companion),
  series: z.array(pooledSeriesSchema),
  heterogeneity: z.strictObject({
    q: z.number(),
    degreesOfFreedom: z.int(),
    pValue: z.nullable(z.number()),
    tauSquaredSet: z.nullable(z.enum(["above-zero", "reaches-zero", "empty"])),
  }),
  test: z.nullable(meanTest),
  fit: z.strictObject({
    tauSquared: z.string(),
    logLikelihood: z.number(),
    restrictedLogLikelihood: z.nullable(z.number()),
    aicc: z.nullable(z.number()),
  }),
  regression: z.optional(metaRegressionSchema),
  natural: z.optional(naturalPoolSchema),
  methods: z.optional(poolMethods),
  leftOut: z.array(z.strictObject({ series: z.string(), reason: z.string() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
