import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** Values of the moderators at which effects were asked for. */
export interface ModeratorPoint {
  /** As in the column `given` of the rows, such as `dose = 2, control = yes`. */
  given: string;
  values: { [moderator: string]: number | string };
  /** True where a number lies beyond those of the series. */
  outside: boolean;
}

/** The answer of `predictEffects`. */
export interface ModeratorPrediction {
  kind: "moderator-prediction";
  schemaVersion: 1;
  measure: string;
  backTransform: string;
  nSeries: number;
  points: ModeratorPoint[];
  /** For each point the mean effect, then where series differ that of a further series; `given` says the point. */
  estimates: Estimate[];
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

export const moderatorPredictionSchema: z.ZodMiniType<ModeratorPrediction> = z.strictObject({
  kind: z.literal("moderator-prediction"),
  schemaVersion: z.literal(1),
  measure: z.string(),
  backTransform: z.string(),
  nSeries: z.int(),
  points: z.array(
    z.strictObject({
      given: z.string(),
      values: z.record(z.string(), z.union([z.number(), z.string()])),
      outside: z.boolean(),
    }),
  ),
  estimates: z.array(estimateSchema),
  leftOut: z.array(z.strictObject({ series: z.string(), reason: z.string() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
