import * as z from "zod/mini";
import {
  type AdverseEventsResult,
  adverseEventsResultSchema,
  type IntercurrentEventsResult,
  intercurrentEventsResultSchema,
} from "./adverse-events.ts";
import { type EffectSize, effectSizeSchema } from "./effect-size.ts";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type RandomizationResult, randomizationResultSchema } from "./randomization-result.ts";
import { type Improvement, improvementSchema } from "./scale.ts";
import { type TrialScore, trialScoreSchema } from "./trial.ts";
import { type TrialModelAnswer, trialModelAnswerSchema } from "./trial-model-answer.ts";

/** The scores of one period, for tables and pictures. */
export interface TrialPeriod {
  period: number;
  block: number | null;
  treatment: string;
  /** Days of its first and last score; null where the file gives none. */
  firstDay: number | null;
  lastDay: number | null;
  nScores: number;
  mean: number;
  /** Ends of the t interval of the period's mean, its scores taken as independent; null below two different scores. */
  lower: number | null;
  upper: number | null;
}

/** The answer of `analyzeTrial`: did the treatment work in this patient? */
export interface TrialResult {
  kind: "trial";
  schemaVersion: 1;
  patient: string;
  treatment: string;
  reference: string;
  improvement: Improvement;
  /** Name of the design. */
  design: string;
  scores: TrialScore[];
  periods: TrialPeriod[];
  /** The effect that answers the question, with the interval of the chosen method. */
  estimates: Estimate[];
  /** null where the design allows no test; a warning then says why. */
  randomization: RandomizationResult | null;
  effectSizes: EffectSize[];
  /** One for each model that was asked for. */
  models: TrialModelAnswer[];
  /** Adverse events of each period; absent where the file tells none. */
  adverseEvents?: AdverseEventsResult;
  /** Rescue treatment and missing scores, and what the effect then means; absent where there is neither. */
  intercurrentEvents?: IntercurrentEventsResult;
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());

export const trialResultSchema: z.ZodMiniType<TrialResult> = z.strictObject({
  kind: z.literal("trial"),
  schemaVersion: z.literal(1),
  patient: z.string(),
  treatment: z.string(),
  reference: z.string(),
  improvement: improvementSchema,
  design: z.string(),
  scores: z.array(trialScoreSchema),
  periods: z.array(
    z.strictObject({
      period: z.int(),
      block: z.nullable(z.int()),
      treatment: z.string(),
      firstDay: nullableNumber,
      lastDay: nullableNumber,
      nScores: z.int(),
      mean: z.number(),
      lower: nullableNumber,
      upper: nullableNumber,
    }),
  ),
  estimates: z.array(estimateSchema),
  randomization: z.nullable(randomizationResultSchema),
  effectSizes: z.array(effectSizeSchema),
  models: z.array(trialModelAnswerSchema),
  adverseEvents: z.optional(adverseEventsResultSchema),
  intercurrentEvents: z.optional(intercurrentEventsResultSchema),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
