import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type Improvement, improvementSchema } from "./scale.ts";

/** The answer of `betweenCaseDifference`: the effect in standard deviations between and within patients together. */
export interface BetweenCaseResult {
  kind: "between-case";
  schemaVersion: 1;
  treatment: string;
  reference: string;
  improvement: Improvement;
  /** Name of the method. */
  method: string;
  label: string;
  /** What it takes for granted, in a sentence. */
  assumes: string;
  nPatients: number;
  nScores: number;
  /** Of the standard deviation that the effect is measured in. */
  degreesOfFreedom: number;
  /** The corrected standardized difference g first, positive where patients are better; then what it was made of. */
  estimates: Estimate[];
  warnings: Warning[];
  provenance: Provenance;
}

export const betweenCaseResultSchema: z.ZodMiniType<BetweenCaseResult> = z.strictObject({
  kind: z.literal("between-case"),
  schemaVersion: z.literal(1),
  treatment: z.string(),
  reference: z.string(),
  improvement: improvementSchema,
  method: z.string(),
  label: z.string(),
  assumes: z.string(),
  nPatients: z.int(),
  nScores: z.int(),
  degreesOfFreedom: z.number(),
  estimates: z.array(estimateSchema),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
