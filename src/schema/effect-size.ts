import * as z from "zod/mini";
import { boundSchema, type Estimate } from "./estimate.ts";
import { type Warning, warningSchema } from "./provenance.ts";
import { type Improvement, improvementSchema } from "./scale.ts";

/** How far one patient's scores differ between two phases: an estimate's row, what it came from, and what there is to say. */
export interface EffectSize extends Estimate {
  improvement: Improvement;
  /** Scores used of the baseline phase. */
  nBaseline: number;
  /** Scores used of the treatment phase. */
  nTreatment: number;
  /** What the estimate was computed from, such as the number of pairs and ties; each effect size names its own. */
  details: { [name: string]: number | string | boolean | null };
  warnings: Warning[];
}

const nullableNumber = z.nullable(z.number());

export const effectSizeSchema: z.ZodMiniType<EffectSize> = z.strictObject({
  parameter: z.string(),
  label: z.string(),
  unit: z.string(),
  estimate: nullableNumber,
  standardError: nullableNumber,
  lower: nullableNumber,
  upper: nullableNumber,
  level: z.number().check(z.gt(0), z.lt(1)),
  method: z.string(),
  bound: boundSchema,
  given: z.optional(z.string()),
  dataShare: z.optional(z.number()),
  patient: z.optional(z.string()),
  course: z.optional(z.int()),
  series: z.optional(z.string()),
  outcome: z.optional(z.string()),
  improvement: improvementSchema,
  nBaseline: z.int(),
  nTreatment: z.int(),
  details: z.record(z.string(), z.nullable(z.union([z.number(), z.string(), z.boolean()]))),
  warnings: z.array(warningSchema),
});
