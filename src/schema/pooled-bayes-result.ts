import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import {
  type NaturalPool,
  naturalPoolSchema,
  type PooledSeries,
  pooledSeriesSchema,
} from "./pooled-result.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** A prior as it was used. */
export interface PriorSummary {
  /** Such as `half-normal`, `flat`. */
  name: string;
  /** Name for people, with its parameters. */
  label: string;
  /** By name; empty for a flat prior. */
  parameters: { [name: string]: number };
  /** null for a flat prior. */
  median: number | null;
}

/** What was believed before the data. */
export interface PoolPriors {
  /** Of τ, the standard deviation between series. */
  tau: PriorSummary;
  /** Of the mean effect. */
  mean: PriorSummary;
}

/** How far the effect of a series was drawn towards the mean. */
export interface SeriesShrinkage {
  series: string;
  /** Posterior mean share of the pooled mean in it: 0 not at all, 1 wholly. */
  shrinkage: number;
}

/** The answer of `poolBayes`. */
export interface PooledBayesResult {
  kind: "pooled-bayes";
  schemaVersion: 1;
  /** Name of the effect measure; `estimate` where estimates were given as they are. */
  measure: string;
  /** How to read the pooled scale: `identity`, or the transformation that leads back to a natural one, such as `exp`. */
  backTransform: string;
  nSeries: number;
  /**
   * Medians with equal-tailed limits: mean, prediction, τ, then the effect of each series (`seriesEffect`, with its name).
   * `standardError` is the posterior standard deviation, null where there is none.
   */
  estimates: Estimate[];
  /** Posterior means, which differ a little from the medians; null where there are none. */
  posteriorMeans: { mean: number | null; tau: number | null };
  /** Posterior probabilities that an effect lies below 0 on the scale of the pool. */
  belowZero: { mean: number; prediction: number };
  /** As given, with posterior weights; what they lack to 1 is the weight of the prior. */
  series: PooledSeries[];
  shrinkage: SeriesShrinkage[];
  priors: PoolPriors;
  /** ln p(data); under a flat prior of the mean its density is 1, and only differences between priors of τ mean something. */
  logMarginalLikelihood: number;
  /** ln of how many times likelier the data are with a mean to be estimated than with mean 0; null under a flat prior of it. */
  logBayesFactor: number | null;
  /** The same on a scale that people read; absent where none is known. */
  natural?: NaturalPool;
  /** Series given but not pooled, with the reason. */
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

const priorSummary: z.ZodMiniType<PriorSummary> = z.strictObject({
  name: z.string(),
  label: z.string(),
  parameters: z.record(z.string(), z.number()),
  median: z.nullable(z.number()),
});

export const poolPriorsSchema: z.ZodMiniType<PoolPriors> = z.strictObject({
  tau: priorSummary,
  mean: priorSummary,
});

const number = z.nullable(z.number());

export const pooledBayesResultSchema: z.ZodMiniType<PooledBayesResult> = z.strictObject({
  kind: z.literal("pooled-bayes"),
  schemaVersion: z.literal(1),
  measure: z.string(),
  backTransform: z.string(),
  nSeries: z.int(),
  estimates: z.array(estimateSchema),
  posteriorMeans: z.strictObject({ mean: number, tau: number }),
  belowZero: z.strictObject({ mean: z.number(), prediction: z.number() }),
  series: z.array(pooledSeriesSchema),
  shrinkage: z.array(z.strictObject({ series: z.string(), shrinkage: z.number() })),
  priors: poolPriorsSchema,
  logMarginalLikelihood: z.number(),
  logBayesFactor: number,
  natural: z.optional(naturalPoolSchema),
  leftOut: z.array(z.strictObject({ series: z.string(), reason: z.string() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
