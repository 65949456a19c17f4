import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** The answer of `shrinkSeries`. */
export interface ShrunkenSeries {
  kind: "shrunken-series";
  schemaVersion: 1;
  measure: string;
  backTransform: string;
  tauSquared: number;
  /** The true effect of each series, between its own estimate and the mean. */
  estimates: Estimate[];
  /** Share of each series' own estimate in it, in [0, 1), in the same order. */
  ownShares: number[];
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

export const shrunkenSeriesSchema: z.ZodMiniType<ShrunkenSeries> = z.strictObject({
  kind: z.literal("shrunken-series"),
  schemaVersion: z.literal(1),
  measure: z.string(),
  backTransform: z.string(),
  tauSquared: z.number(),
  estimates: z.array(estimateSchema),
  ownShares: z.array(z.number()),
  leftOut: z.array(z.strictObject({ series: z.string(), reason: z.string() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
