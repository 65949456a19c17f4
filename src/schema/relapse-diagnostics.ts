import * as z from "zod/mini";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import type { CoxSnellResidual } from "./relapse-result.ts";

/** A span of Cox–Snell residuals that holds some of their probability, beside what the model gives it. */
export interface ResidualMass {
  /** Ends of the span; `upper` is null where it is open to the right. */
  lower: number;
  upper: number | null;
  /** Share of relapses up to the span, and up to its end, without an assumption about their law. */
  before: number;
  after: number;
  /** The same by the model: 1 − e^−lower and 1 − e^−upper. */
  modelBefore: number;
  modelAfter: number;
}

/** The answer of `diagnoseRelapse`: a fitted law beside Turnbull's estimate of its residuals. */
export interface RelapseDiagnostics {
  kind: "relapse-diagnostics";
  schemaVersion: 1;
  model: string;
  nObservations: number;
  nEvents: number;
  nPatients: number;
  residuals: CoxSnellResidual[];
  masses: ResidualMass[];
  /** Largest distance of the two shares at an end of a span; null where no relapse was seen. */
  largestDistance: number | null;
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());

export const relapseDiagnosticsSchema: z.ZodMiniType<RelapseDiagnostics> = z.strictObject({
  kind: z.literal("relapse-diagnostics"),
  schemaVersion: z.literal(1),
  model: z.string(),
  nObservations: z.int(),
  nEvents: z.int(),
  nPatients: z.int(),
  residuals: z.array(
    z.strictObject({
      patient: z.optional(z.string()),
      course: z.optional(z.int()),
      lower: z.number(),
      upper: nullableNumber,
    }),
  ),
  masses: z.array(
    z.strictObject({
      lower: z.number(),
      upper: nullableNumber,
      before: z.number(),
      after: z.number(),
      modelBefore: z.number(),
      modelAfter: z.number(),
    }),
  ),
  largestDistance: nullableNumber,
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
