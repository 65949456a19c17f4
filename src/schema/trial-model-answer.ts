import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Warning, warningSchema } from "./provenance.ts";

/** What one model says of one trial's treatment effect. */
export interface TrialModelAnswer {
  /** Name of the model, such as `paired-t`. */
  model: string;
  label: string;
  /** Where it comes from; absent where nobody said. */
  reference?: string;
  /** What it takes for granted, in a sentence. */
  assumes: string;
  /** The treatment's effect first, with its interval; then the model's other quantities, such as a trend or a correlation. */
  estimates: Estimate[];
  /** Test of no effect: null where the model has none (a posterior), or it does not exist. */
  test: { statistic: string; value: number; degreesOfFreedom: number | null; pValue: number } | null;
  /** Posterior probabilities, such as that of a benefit beyond the least that matters; empty where the model has none. */
  probabilities: { event: string; label: string; probability: number }[];
  nScores: number;
  warnings: Warning[];
}

/** A test of no effect, or null where there is none. */
export const noEffectTestSchema: z.ZodMiniType<TrialModelAnswer["test"]> = z.nullable(
  z.strictObject({
    statistic: z.string(),
    value: z.number(),
    degreesOfFreedom: z.nullable(z.number()),
    pValue: z.number().check(z.gte(0), z.lte(1)),
  }),
);

/** Probabilities of events, such as a benefit. */
export const eventProbabilitiesSchema: z.ZodMiniType<TrialModelAnswer["probabilities"]> = z.array(
  z.strictObject({
    event: z.string(),
    label: z.string(),
    probability: z.number().check(z.gte(0), z.lte(1)),
  }),
);

export const trialModelAnswerSchema: z.ZodMiniType<TrialModelAnswer> = z.strictObject({
  model: z.string(),
  label: z.string(),
  reference: z.optional(z.string()),
  assumes: z.string(),
  estimates: z.array(estimateSchema),
  test: noEffectTestSchema,
  probabilities: eventProbabilitiesSchema,
  nScores: z.int(),
  warnings: z.array(warningSchema),
});
