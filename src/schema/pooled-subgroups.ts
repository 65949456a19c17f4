import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type ModeratorTest, moderatorTestSchema } from "./meta-regression.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** The series of one level, pooled. */
export interface PooledSubgroup {
  level: string;
  series: string[];
  mean: Estimate;
  /** Between the series of this level, or of every level where they share it; null where there is one series. */
  tauSquared: number | null;
}

/** The answer of `poolSubgroups`. */
export interface PooledSubgroups {
  kind: "pooled-subgroups";
  schemaVersion: 1;
  /** The text that tells the subgroups apart. */
  moderator: string;
  /** Whether τ² is that of all levels together. */
  tauSquared: "separate" | "common";
  subgroups: PooledSubgroup[];
  /** Whether the means differ; null where a level of one series has no τ² of its own. */
  betweenTest: ModeratorTest | null;
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

export const pooledSubgroupsSchema: z.ZodMiniType<PooledSubgroups> = z.strictObject({
  kind: z.literal("pooled-subgroups"),
  schemaVersion: z.literal(1),
  moderator: z.string(),
  tauSquared: z.enum(["separate", "common"]),
  subgroups: z.array(
    z.strictObject({
      level: z.string(),
      series: z.array(z.string()),
      mean: estimateSchema,
      tauSquared: z.nullable(z.number()),
    }),
  ),
  betweenTest: z.nullable(moderatorTestSchema),
  leftOut: z.array(z.strictObject({ series: z.string(), reason: z.string() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
