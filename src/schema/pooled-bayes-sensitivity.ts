import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type PoolPriors, poolPriorsSchema } from "./pooled-bayes-result.ts";
import { type NaturalScale, naturalScaleSchema } from "./pooled-result.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** The pool under one prior. */
export interface PriorSensitivityRow {
  priors: PoolPriors;
  /** Mean, prediction, τ. */
  estimates: Estimate[];
  /** Mean and prediction on a scale that people read; absent where none is known. */
  natural?: Estimate[];
  logMarginalLikelihood: number;
  logBayesFactor: number | null;
}

/** Between what a number lies over all priors. */
export interface PriorBand {
  /** `mean`, `prediction` or `tau`. */
  parameter: string;
  label: string;
  unit: string;
  /** Lowest and highest median. */
  lowest: number;
  highest: number;
  /** From the lowest lower limit to the highest upper one: holds every interval. */
  lower: number;
  upper: number;
}

/** The answer of `poolBayesSensitivity`: how far a pool hangs on the prior of τ. */
export interface PooledBayesSensitivity {
  kind: "pooled-bayes-sensitivity";
  schemaVersion: 1;
  measure: string;
  backTransform: string;
  nSeries: number;
  /** The scale of the rows' `natural`; absent where none is known. */
  scale?: NaturalScale;
  rows: PriorSensitivityRow[];
  band: PriorBand[];
  /** Whether the intervals of the mean leave out 0: under every prior, under none, or under some. */
  meanExcludesZero: "all" | "none" | "some";
  warnings: Warning[];
  provenance: Provenance;
}

export const pooledBayesSensitivitySchema: z.ZodMiniType<PooledBayesSensitivity> = z.strictObject({
  kind: z.literal("pooled-bayes-sensitivity"),
  schemaVersion: z.literal(1),
  measure: z.string(),
  backTransform: z.string(),
  nSeries: z.int(),
  scale: z.optional(naturalScaleSchema),
  rows: z.array(
    z.strictObject({
      priors: poolPriorsSchema,
      estimates: z.array(estimateSchema),
      natural: z.optional(z.array(estimateSchema)),
      logMarginalLikelihood: z.number(),
      logBayesFactor: z.nullable(z.number()),
    }),
  ),
  band: z.array(
    z.strictObject({
      parameter: z.string(),
      label: z.string(),
      unit: z.string(),
      lowest: z.number(),
      highest: z.number(),
      lower: z.number(),
      upper: z.number(),
    }),
  ),
  meanExcludesZero: z.enum(["all", "none", "some"]),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
