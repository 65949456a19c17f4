import * as z from "zod/mini";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** How often a permuted moderator does as much as the true one. */
export interface PermutedTest {
  /** A coefficient's `parameter`, or `moderators` for all of them at once. */
  parameter: string;
  /** t or z of a coefficient, F or χ² of all; null where a standard error is 0. */
  statistic: number | null;
  /** Two-sided; null where there is no statistic. */
  pValue: number | null;
}

/** The answer of `permuteModerators`. */
export interface ModeratorPermutation {
  kind: "moderator-permutation";
  schemaVersion: 1;
  nSeries: number;
  /** All arrangements of the moderators, or those drawn besides the true one. */
  nArrangements: number;
  method: "exact" | "monte-carlo";
  /** The least p-value that there can be. */
  smallestPValue: number;
  tests: PermutedTest[];
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

export const moderatorPermutationSchema: z.ZodMiniType<ModeratorPermutation> = z.strictObject({
  kind: z.literal("moderator-permutation"),
  schemaVersion: z.literal(1),
  nSeries: z.int(),
  nArrangements: z.int(),
  method: z.enum(["exact", "monte-carlo"]),
  smallestPValue: z.number(),
  tests: z.array(
    z.strictObject({
      parameter: z.string(),
      statistic: z.nullable(z.number()),
      pValue: z.nullable(z.number()),
    }),
  ),
  leftOut: z.array(z.strictObject({ series: z.string(), reason: z.string() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
