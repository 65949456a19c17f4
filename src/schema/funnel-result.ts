import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** One point of a funnel plot. */
export interface FunnelPoint {
  series: string;
  estimate: number;
  standardError: number;
  /** True for a point that trim and fill added. */
  filled: boolean;
}

/** Where the normal limits around a centre stand at one standard error: lines from one such row to the next. */
export interface FunnelLimit {
  center: "mean" | "no-effect";
  level: number;
  standardError: number;
  lower: number;
  upper: number;
}

/** Whether estimates go with their standard errors; null where it cannot be told. */
export interface AsymmetryTest {
  /** Name in the code, such as `egger-random-effects`. */
  name: string;
  label: string;
  /** t, z or Kendall's τ. */
  statistic: number | null;
  /** Of t; null for others. */
  degreesOfFreedom: number | null;
  pValue: number | null;
  /** The effect that the regression expects of a series without any error; null for a rank test. */
  limit: Estimate | null;
}

/** The answer of `assessFunnel`. */
export interface FunnelResult {
  kind: "funnel";
  schemaVersion: 1;
  measure: string;
  backTransform: string;
  unit: string;
  mean: number;
  points: FunnelPoint[];
  limits: FunnelLimit[];
  tests: AsymmetryTest[];
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

/** The answer of `trimAndFill`. */
export interface TrimAndFillResult {
  kind: "trim-and-fill";
  schemaVersion: 1;
  measure: string;
  backTransform: string;
  unit: string;
  /** Where series seem to be missing. */
  side: "left" | "right";
  nFilled: number;
  /** Of the number missing. */
  standardError: number;
  /** Mean and τ² with the series filled in. */
  estimates: Estimate[];
  points: FunnelPoint[];
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());

const point = z.strictObject({
  series: z.string(),
  estimate: z.number(),
  standardError: z.number(),
  filled: z.boolean(),
});

const leftOut = z.array(z.strictObject({ series: z.string(), reason: z.string() }));

export const funnelResultSchema: z.ZodMiniType<FunnelResult> = z.strictObject({
  kind: z.literal("funnel"),
  schemaVersion: z.literal(1),
  measure: z.string(),
  backTransform: z.string(),
  unit: z.string(),
  mean: z.number(),
  points: z.array(point),
  limits: z.array(
    z.strictObject({
      center: z.enum(["mean", "no-effect"]),
      level: z.number(),
      standardError: z.number(),
      lower: z.number(),
      upper: z.number(),
    }),
  ),
  tests: z.array(
    z.strictObject({
      name: z.string(),
      label: z.string(),
      statistic: nullableNumber,
      degreesOfFreedom: nullableNumber,
      pValue: nullableNumber,
      limit: z.nullable(estimateSchema),
    }),
  ),
  leftOut,
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});

export const trimAndFillResultSchema: z.ZodMiniType<TrimAndFillResult> = z.strictObject({
  kind: z.literal("trim-and-fill"),
  schemaVersion: z.literal(1),
  measure: z.string(),
  backTransform: z.string(),
  unit: z.string(),
  side: z.enum(["left", "right"]),
  nFilled: z.int(),
  standardError: z.number(),
  estimates: z.array(estimateSchema),
  points: z.array(point),
  leftOut,
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
