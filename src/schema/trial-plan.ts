import * as z from "zod/mini";
import type { Json } from "./provenance.ts";
import { type Improvement, improvementSchema } from "./scale.ts";

/** How a trial will be analysed, fixed before anyone knows who received what. */
export interface TrialPlan {
  kind: "trial-plan";
  schemaVersion: 1;
  /** Name of the design, and the settings that make it again. */
  design: string;
  settings: { [setting: string]: Json };
  /** Name of the statistic. */
  statistic: string;
  treatment: string;
  reference: string;
  sides: 1 | 2;
  /** Level of the interval, in (0, 1); the test is at 1 − level. */
  level: number;
  /** Which way scores move when the patient is better. */
  improvement: Improvement;
  /** Least effect that would matter, in the statistic's unit, ≥ 0; null where none was named. */
  threshold: number | null;
}

export const trialPlanSchema: z.ZodMiniType<TrialPlan> = z.strictObject({
  kind: z.literal("trial-plan"),
  schemaVersion: z.literal(1),
  design: z.string(),
  settings: z.record(z.string(), z.json()),
  statistic: z.string(),
  treatment: z.string(),
  reference: z.string(),
  sides: z.union([z.literal(1), z.literal(2)]),
  level: z.number().check(z.gt(0), z.lt(1)),
  improvement: improvementSchema,
  threshold: z.nullable(z.number().check(z.gte(0))),
}) as z.ZodMiniType<TrialPlan>;
