import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** The interval of one proportion by one method. */
export interface ProportionRow {
  /** The method's name for people. */
  label: string;
  /** True where no proportion is covered less often than the level says. */
  guaranteed: boolean;
  row: Estimate;
  warnings: Warning[];
}

/** The answer of `describeProportion`. */
export interface ProportionResult {
  kind: "proportion";
  schemaVersion: 1;
  events: number;
  /** Patients. */
  n: number;
  /** The proportion by the chosen method. */
  estimates: Estimate[];
  /** Every method, the chosen one first. */
  intervals: ProportionRow[];
  /** Those of the chosen method. */
  warnings: Warning[];
  provenance: Provenance;
}

export const proportionResultSchema: z.ZodMiniType<ProportionResult> = z.strictObject({
  kind: z.literal("proportion"),
  schemaVersion: z.literal(1),
  events: z.int(),
  n: z.int(),
  estimates: z.array(estimateSchema),
  intervals: z.array(
    z.strictObject({
      label: z.string(),
      guaranteed: z.boolean(),
      row: estimateSchema,
      warnings: z.array(warningSchema),
    }),
  ),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
