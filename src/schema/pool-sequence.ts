import * as z from "zod/mini";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** One pool of some of the series: a flat row. */
export interface PoolStep {
  /** The series left out, or the one that came in last. */
  series: string;
  nSeries: number;
  estimate: number;
  standardError: number;
  /** null where one series is left, which is not pooled. */
  lower: number | null;
  upper: number | null;
  /** Of no mean effect; null where the interval method has no test. */
  pValue: number | null;
  /** null where one series is left. */
  tauSquared: number | null;
  iSquared: number | null;
  hSquared: number | null;
  q: number;
  qPValue: number | null;
}

/** The answer of `leaveOneOut` and of `cumulatePool`. */
export interface PoolSequence {
  kind: "leave-one-out" | "cumulative-pool";
  schemaVersion: 1;
  measure: string;
  backTransform: string;
  unit: string;
  level: number;
  /** Name of the interval method. */
  method: string;
  /** Column by which series came in; absent where it is their own order, or one is left out at a time. */
  orderedBy?: string;
  steps: PoolStep[];
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());

export const poolSequenceSchema: z.ZodMiniType<PoolSequence> = z.strictObject({
  kind: z.enum(["leave-one-out", "cumulative-pool"]),
  schemaVersion: z.literal(1),
  measure: z.string(),
  backTransform: z.string(),
  unit: z.string(),
  level: z.number(),
  method: z.string(),
  orderedBy: z.optional(z.string()),
  steps: z.array(
    z.strictObject({
      series: z.string(),
      nSeries: z.int(),
      estimate: z.number(),
      standardError: z.number(),
      lower: nullableNumber,
      upper: nullableNumber,
      pValue: nullableNumber,
      tauSquared: nullableNumber,
      iSquared: nullableNumber,
      hSquared: nullableNumber,
      q: z.number(),
      qPValue: nullableNumber,
    }),
  ),
  leftOut: z.array(z.strictObject({ series: z.string(), reason: z.string() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
