import * as z from "zod/mini";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type RelapseRule, relapseRuleSchema } from "./response-result.ts";

/** The place that the rank of a residual has among as many independent standard normal numbers. */
export interface NormalOrder {
  /** Median of that place; this and its limits are null where there is no residual. */
  normalOrder: number | null;
  /** Ends of what the place may be by chance, each alone, at 95 %. */
  normalOrderLower: number | null;
  normalOrderUpper: number | null;
}

/** One score, as the others saw it coming. */
export interface ScoreResidual extends NormalOrder {
  /** Number of the score, from 1, in the order of the patient's scores. */
  observation: number;
  day: number;
  /** The score in words: `7`, or `6–8`. */
  score: string;
  /** Probability of a lower score, given the other scores; this and the following are null where the fit without it failed. */
  probabilityBelow: number | null;
  /** Probability of a score as low or lower. */
  probabilityAtMost: number | null;
  /** Randomised quantile residual: standard normal under the model. */
  residual: number | null;
  /** Ends of what the residual may have been; null where there is none. */
  residualLower: number | null;
  residualUpper: number | null;
  /** Twice the probability of a score as far out on its side; at most 1. */
  tailProbability: number | null;
  /** k̂ of leaving it out by weights; null where their tail has no shape. */
  paretoShape: number | null;
  /** Whether the model was fitted anew without it. */
  refitted: boolean;
}

/** What one score does to one quantity. */
export interface ScoreInfluence {
  observation: number;
  day: number;
  score: string;
  parameter: string;
  label: string;
  unit: string;
  course: number;
  /** Posterior median with all scores. */
  estimate: number | null;
  /** Posterior median without the score. */
  estimateWithout: number | null;
  /** `estimateWithout` − `estimate` in posterior standard deviations. */
  change: number | null;
  paretoShape: number | null;
  refitted: boolean;
}

/** A feature of the scores beside those of scores made up from the posterior. */
export interface PredictiveCheck {
  /** Name in the code, such as `residualSum`. */
  check: string;
  label: string;
  /** Medians over the draws. */
  observed: number;
  replicated: number;
  /** Probability that made-up scores have as large a value. */
  probability: number;
  /** Probability that they have the same value. */
  tieProbability: number;
}

/** How far the relapse day of a course lies beyond the scores that could show it. */
export interface Extrapolation {
  course: number;
  /** Days from the course to the last score before the next one; 0 where there is none. */
  lastScore: number;
  /** Median and upper limit of the relapse day; null where there is none. */
  relapseDay: number | null;
  upper: number | null;
  /** Probability that the relapse comes after the last score. */
  probabilityAfter: number;
  /** Whether the upper limit lies after the last score. */
  extrapolated: boolean;
}

/** The answer of `diagnoseResponse`. */
export interface ResponseDiagnostics {
  kind: "response-diagnostics";
  schemaVersion: 1;
  patient: string;
  /** What was scored; absent where the file names no outcomes. */
  outcome?: string;
  model: string;
  /** Name of the set of priors. */
  priors: string;
  nObservations: number;
  nCourses: number;
  timeUnit: "day";
  relapseAt: RelapseRule;
  residuals: ScoreResidual[];
  influence: ScoreInfluence[];
  checks: PredictiveCheck[];
  extrapolation: Extrapolation[];
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());
const observed = { observation: z.int(), day: z.number(), score: z.string() };
const leftOut = { paretoShape: nullableNumber, refitted: z.boolean() };

export const responseDiagnosticsSchema: z.ZodMiniType<ResponseDiagnostics> = z.strictObject({
  kind: z.literal("response-diagnostics"),
  schemaVersion: z.literal(1),
  patient: z.string(),
  outcome: z.optional(z.string()),
  model: z.string(),
  priors: z.string(),
  nObservations: z.int(),
  nCourses: z.int(),
  timeUnit: z.literal("day"),
  relapseAt: relapseRuleSchema,
  residuals: z.array(
    z.strictObject({
      ...observed,
      probabilityBelow: nullableNumber,
      probabilityAtMost: nullableNumber,
      residual: nullableNumber,
      residualLower: nullableNumber,
      residualUpper: nullableNumber,
      tailProbability: nullableNumber,
      normalOrder: nullableNumber,
      normalOrderLower: nullableNumber,
      normalOrderUpper: nullableNumber,
      ...leftOut,
    }),
  ),
  influence: z.array(
    z.strictObject({
      ...observed,
      parameter: z.string(),
      label: z.string(),
      unit: z.string(),
      course: z.int(),
      estimate: nullableNumber,
      estimateWithout: nullableNumber,
      change: nullableNumber,
      ...leftOut,
    }),
  ),
  checks: z.array(
    z.strictObject({
      check: z.string(),
      label: z.string(),
      observed: z.number(),
      replicated: z.number(),
      probability: z.number(),
      tieProbability: z.number(),
    }),
  ),
  extrapolation: z.array(
    z.strictObject({
      course: z.int(),
      lastScore: z.number(),
      relapseDay: nullableNumber,
      upper: nullableNumber,
      probabilityAfter: z.number(),
      extrapolated: z.boolean(),
    }),
  ),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
