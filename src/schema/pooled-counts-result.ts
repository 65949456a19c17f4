import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import type { NaturalScale } from "./pooled-result.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import type { SeriesSummary } from "./series.ts";

/** A statistic that follows χ² where there is nothing to find. */
export interface ChiSquaredTest {
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
}

/** Whether series differ, by an effect for each against one for all; null where fewer than two series say anything. */
export interface CountsHeterogeneity {
  /** From the series' own estimates; those with all or none of their events have no weight in it. */
  wald: ChiSquaredTest | null;
  likelihoodRatio: ChiSquaredTest | null;
}

/** One series of counts. */
export interface CountedSeries {
  series: string;
  summary: SeriesSummary;
  /** Of the series alone, on the model's scale; null where it has all, or none, of its events. */
  estimate: number | null;
  standardError: number | null;
  /** By the normal interval at the level of the mean; null where there is no estimate. */
  lower: number | null;
  upper: number | null;
}

/** How the likelihood was maximised. */
export interface CountsFit {
  /** `maximum-likelihood`, or the name of what was added to it. */
  likelihood: string;
  /** The same for people. */
  likelihoodLabel: string;
  /** Of the counts alone, at the estimates. */
  logLikelihood: number;
  converged: boolean;
  /** Names of the quadrature and of the method of the limits. */
  quadrature: string;
  limits: string;
}

/** The answer of `poolCounts`. */
export interface PooledCountsResult {
  kind: "pooled-counts";
  schemaVersion: 1;
  /** Name of the model, such as `logit-normal`. */
  model: string;
  modelLabel: string;
  /** Name of the effect measure, such as `PLO`. */
  measure: string;
  /** The way from the model's scale to one people read. */
  backTransform: string;
  nSeries: number;
  /** The mean, then how far series differ. */
  estimates: Estimate[];
  /** The mean on a scale that people read. */
  natural: NaturalScale & { estimates: Estimate[] };
  series: CountedSeries[];
  heterogeneity: CountsHeterogeneity;
  fit: CountsFit;
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

const test = z.nullable(
  z.strictObject({ statistic: z.number(), degreesOfFreedom: z.int(), pValue: z.number() }),
);

const natural = z.strictObject({
  label: z.string(),
  unit: z.string(),
  axis: z.enum(["linear", "log"]),
  noEffect: z.nullable(z.number()),
  estimates: z.array(estimateSchema),
});

const countedSeries = z.strictObject({
  series: z.string(),
  summary: z.record(z.string(), z.number()),
  estimate: z.nullable(z.number()),
  standardError: z.nullable(z.number()),
  lower: z.nullable(z.number()),
  upper: z.nullable(z.number()),
});

export const pooledCountsResultSchema: z.ZodMiniType<PooledCountsResult> = z.strictObject({
  kind: z.literal("pooled-counts"),
  schemaVersion: z.literal(1),
  model: z.string(),
  modelLabel: z.string(),
  measure: z.string(),
  backTransform: z.string(),
  nSeries: z.int(),
  estimates: z.array(estimateSchema),
  natural,
  series: z.array(countedSeries),
  heterogeneity: z.strictObject({ wald: test, likelihoodRatio: test }),
  fit: z.strictObject({
    likelihood: z.string(),
    likelihoodLabel: z.string(),
    logLikelihood: z.number(),
    converged: z.boolean(),
    quadrature: z.string(),
    limits: z.string(),
  }),
  leftOut: z.array(z.strictObject({ series: z.string(), reason: z.string() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
