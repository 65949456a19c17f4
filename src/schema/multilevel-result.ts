import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import type { Companion } from "./pooled-result.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** One level of a nested pool. */
export interface NestingLevel {
  /** The column that names its groups. */
  level: string;
  nGroups: number;
}

/** How far effects differ beyond their sampling errors, by Cochran's Q with their known covariance. */
export interface NestedHeterogeneity {
  q: number;
  degreesOfFreedom: number;
  pValue: number;
}

/** How the random effects were fitted. */
export interface MultilevelFit {
  /** `reml` or `ml`. */
  likelihood: string;
  /** What was taken for the covariance of sampling errors. */
  sampling: string;
  logLikelihood: number;
  converged: boolean;
}

/** The answer of `poolMultilevel` and `poolTwoOutcomes`. */
export interface MultilevelResult {
  kind: "multilevel-pool";
  schemaVersion: 1;
  /** Outermost first. */
  levels: NestingLevel[];
  /** Empty where there is one. */
  outcomes: string[];
  nEstimates: number;
  /** The mean, or one for each outcome; then the variances, and the correlation of two outcomes. */
  estimates: Estimate[];
  /** The means by other methods. */
  companions: Companion[];
  /** The rows of `estimates` under several correlations of sampling errors, which `given` says; absent where they were not tried. */
  sensitivity?: Estimate[];
  heterogeneity: NestedHeterogeneity;
  fit: MultilevelFit;
  warnings: Warning[];
  provenance: Provenance;
}

export const multilevelResultSchema: z.ZodMiniType<MultilevelResult> = z.strictObject({
  kind: z.literal("multilevel-pool"),
  schemaVersion: z.literal(1),
  levels: z.array(z.strictObject({ level: z.string(), nGroups: z.int() })),
  outcomes: z.array(z.string()),
  nEstimates: z.int(),
  estimates: z.array(estimateSchema),
  companions: z.array(z.strictObject({ label: z.string(), row: estimateSchema })),
  sensitivity: z.optional(z.array(estimateSchema)),
  heterogeneity: z.strictObject({ q: z.number(), degreesOfFreedom: z.int(), pValue: z.number() }),
  fit: z.strictObject({
    likelihood: z.string(),
    sampling: z.string(),
    logLikelihood: z.number(),
    converged: z.boolean(),
  }),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
