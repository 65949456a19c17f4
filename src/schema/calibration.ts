import * as z from "zod/mini";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** How often one method's interval held the truth, over simulated data of one kind. */
export interface CalibrationCell {
  /** What was simulated, such as `Response curves`. */
  study: string;
  /** What the interval is of, such as `relapse day`. */
  quantity: string;
  /** Name of the method, such as `hartung-knapp`. */
  method: string;
  /** The truth that made the data, with their number: `typical, n = 4`. */
  truth: string;
  /** Data sets that have an answer. */
  nReplicates: number;
  /** Share of their intervals that hold the truth, in [0, 1]. */
  coverage: number;
  /** 95 % limits of the Monte-Carlo error of `coverage`. */
  lower: number;
  upper: number;
  /** In the quantity's own unit; null where it was not kept. */
  medianWidth: number | null;
}

/** How often intervals held the truth, beside the level at which they are named. */
export interface CalibrationResult {
  kind: "calibration";
  schemaVersion: 1;
  /** Level of all intervals, in (0, 1). */
  level: number;
  cells: CalibrationCell[];
  warnings: Warning[];
  provenance: Provenance;
}

export const calibrationSchema: z.ZodMiniType<CalibrationResult> = z.strictObject({
  kind: z.literal("calibration"),
  schemaVersion: z.literal(1),
  level: z.number(),
  cells: z.array(
    z.strictObject({
      study: z.string(),
      quantity: z.string(),
      method: z.string(),
      truth: z.string(),
      nReplicates: z.int(),
      coverage: z.number(),
      lower: z.number(),
      upper: z.number(),
      medianWidth: z.nullable(z.number()),
    }),
  ),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
