import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import {
  type EventProbability,
  eventProbabilitySchema,
  type RelapseRule,
  relapseRuleSchema,
} from "./response-result.ts";

/** What one model says under one set of priors. */
export interface SensitivityCell {
  /** Name of the model, such as `plateau`. */
  model: string;
  modelLabel: string;
  /** Name of the set of priors, such as `default`. */
  priors: string;
  /** How the intervals were made: `posterior`, or `wald` where a prior is flat. */
  method: string;
  /** Probability of no effect before and after the data; null where the set leaves none for it, or there is no posterior. */
  noEffect: { priorProbability: number; probability: number } | null;
  /** Relief, best relief, relapse day and relief-days of each course; empty where there is no answer. */
  estimates: Estimate[];
  /** That relief never reaches the threshold, and that the relapse comes after the last score. */
  probabilities: EventProbability[];
  warnings: Warning[];
}

/** The answer of `responseSensitivity`: every model under every set of priors. */
export interface ResponseSensitivity {
  kind: "response-sensitivity";
  schemaVersion: 1;
  patient: string;
  /** What was scored; absent where the file names no outcomes. */
  outcome?: string;
  nObservations: number;
  nCourses: number;
  timeUnit: "day";
  relapseAt: RelapseRule;
  /** Days after a course over which relief-days are counted. */
  horizon: number;
  /** By sets of priors within models. */
  cells: SensitivityCell[];
  provenance: Provenance;
}

export const sensitivityCellSchema: z.ZodMiniType<SensitivityCell> = z.strictObject({
  model: z.string(),
  modelLabel: z.string(),
  priors: z.string(),
  method: z.string(),
  noEffect: z.nullable(z.strictObject({ priorProbability: z.number(), probability: z.number() })),
  estimates: z.array(estimateSchema),
  probabilities: z.array(eventProbabilitySchema),
  warnings: z.array(warningSchema),
});

export const responseSensitivitySchema: z.ZodMiniType<ResponseSensitivity> = z.strictObject({
  kind: z.literal("response-sensitivity"),
  schemaVersion: z.literal(1),
  patient: z.string(),
  outcome: z.optional(z.string()),
  nObservations: z.int(),
  nCourses: z.int(),
  timeUnit: z.literal("day"),
  relapseAt: relapseRuleSchema,
  horizon: z.number(),
  cells: z.array(sensitivityCellSchema),
  provenance: provenanceSchema,
});
