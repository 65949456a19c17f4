import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type Improvement, improvementSchema } from "./scale.ts";

/** One bar of the randomization distribution: assignments whose statistic lies from one value to another. */
export interface DistributionBar {
  from: number;
  to: number;
  nAssignments: number;
}

/** The answer of `randomizationTest`. */
export interface RandomizationResult {
  kind: "randomization-test";
  schemaVersion: 1;
  patients: string[];
  /** Name of the design, such as `randomized-pairs`. */
  design: string;
  /** Name of the statistic, its label and its unit. */
  statistic: { name: string; label: string; unit: string; nullValue: number };
  treatment: string;
  reference: string;
  nScores: number;
  /** 1: in the direction of improvement; 2: either way. */
  sides: 1 | 2;
  /** Which way scores move when the patient is better; null where it was not said. */
  improvement: Improvement | null;
  /** Every assignment was counted, or a random sample of them with the actual one. */
  method: "exact" | "monte-carlo";
  /** How many assignments were counted. */
  nAssignments: number;
  /** How many the design has, in decimal digits. */
  nPossible: string;
  /** The statistic with the actual assignment; higher means higher scores under the treatment. */
  observed: number;
  pValue: number;
  /** The least p-value that there can be. */
  smallestPValue: number;
  /** The effect with its interval by inverting the test. */
  estimates: Estimate[];
  distribution: DistributionBar[];
  /** Lag-1 autocorrelation of the scores about their treatments' means, patient by patient; null where it does not exist. */
  autocorrelations: { patient: string; nScores: number; lagOne: number | null }[];
  warnings: Warning[];
  provenance: Provenance;
}

export const randomizationResultSchema: z.ZodMiniType<RandomizationResult> = z.strictObject({
  kind: z.literal("randomization-test"),
  schemaVersion: z.literal(1),
  patients: z.array(z.string()),
  design: z.string(),
  statistic: z.strictObject({ name: z.string(), label: z.string(), unit: z.string(), nullValue: z.number() }),
  treatment: z.string(),
  reference: z.string(),
  nScores: z.int(),
  sides: z.union([z.literal(1), z.literal(2)]),
  improvement: z.nullable(improvementSchema),
  method: z.enum(["exact", "monte-carlo"]),
  nAssignments: z.int(),
  nPossible: z.string(),
  observed: z.number(),
  pValue: z.number().check(z.gt(0), z.lte(1)),
  smallestPValue: z.number().check(z.gt(0), z.lte(1)),
  estimates: z.array(estimateSchema),
  distribution: z.array(z.strictObject({ from: z.number(), to: z.number(), nAssignments: z.int() })),
  autocorrelations: z.array(
    z.strictObject({ patient: z.string(), nScores: z.int(), lagOne: z.nullable(z.number()) }),
  ),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
