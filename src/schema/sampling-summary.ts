import * as z from "zod/mini";

/** What a sampler's draws say of one quantity, and how well they say it. Errors are Monte-Carlo standard errors. */
export interface SampledQuantity {
  quantity: string;
  mean: number | null;
  meanError: number | null;
  standardDeviation: number | null;
  standardDeviationError: number | null;
  median: number | null;
  medianError: number | null;
  /** Equal-tailed limits. */
  lower: number | null;
  lowerError: number | null;
  upper: number | null;
  upperError: number | null;
  /** In (0, 1), of the limits. */
  level: number;
  rHat: number | null;
  bulkEffectiveDraws: number | null;
  tailEffectiveDraws: number | null;
  nDraws: number;
}

/** How one chain went. */
export interface SampledChain {
  /** From 0. */
  chain: number;
  nDraws: number;
  divergences: number;
  treeDepthSaturation: number;
  energyFraction: number | null;
  stepSize: number;
  /** Mean over the draws, in [0, 1]. */
  acceptance: number;
  /** Evaluations of the target after the warm-up. */
  nLeapfrog: number;
}

/** How a sampler of the whole posterior went. */
export interface SamplingSummary {
  sampler: string;
  nWarmup: number;
  quantities: SampledQuantity[];
  chains: SampledChain[];
}

const nullableNumber = z.nullable(z.number());

export const samplingSummarySchema: z.ZodMiniType<SamplingSummary> = z.strictObject({
  sampler: z.string(),
  nWarmup: z.int(),
  quantities: z.array(
    z.strictObject({
      quantity: z.string(),
      mean: nullableNumber,
      meanError: nullableNumber,
      standardDeviation: nullableNumber,
      standardDeviationError: nullableNumber,
      median: nullableNumber,
      medianError: nullableNumber,
      lower: nullableNumber,
      lowerError: nullableNumber,
      upper: nullableNumber,
      upperError: nullableNumber,
      level: z.number(),
      rHat: nullableNumber,
      bulkEffectiveDraws: nullableNumber,
      tailEffectiveDraws: nullableNumber,
      nDraws: z.int(),
    }),
  ),
  chains: z.array(
    z.strictObject({
      chain: z.int(),
      nDraws: z.int(),
      divergences: z.int(),
      treeDepthSaturation: z.int(),
      energyFraction: nullableNumber,
      stepSize: z.number(),
      acceptance: z.number(),
      nLeapfrog: z.int(),
    }),
  ),
});
