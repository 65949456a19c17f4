import * as z from "zod/mini";
import { type Estimate, estimateFields } from "./estimate.ts";
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

export const effectSizeSchema: z.ZodMiniType<EffectSize> = z.strictObject({
  ...estimateFields,
  improvement: improvementSchema,
  nBaseline: z.int(),
  nTreatment: z.int(),
  details: z.record(z.string(), z.nullable(z.union([z.number(), z.string(), z.boolean()]))),
  warnings: z.array(warningSchema),
});
