import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import {
  type EventProbability,
  eventProbabilitySchema,
  type RelapseRule,
  type ResponseCourse,
  type ResponseObservation,
  relapseRuleSchema,
  responseCourseSchema,
  responseObservationSchema,
} from "./response-result.ts";
import { type Scale, scaleSchema } from "./scale.ts";

/** One model beside the others; what could not be computed is null, and a warning says why. */
export interface ComparedModel {
  /** Name in the code, such as `plateau`. */
  model: string;
  label: string;
  /** Working parameters, those of every course counted; null where the model could not be fitted. */
  nParameters: number | null;
  /** Expected log predictive density by leave-one-out: Σ ln p(score | the other scores). */
  elpd: number | null;
  /** Of `elpd`, over the scores: √(n × variance of its terms). */
  standardError: number | null;
  /** Monte-Carlo error of `elpd`. */
  monteCarloError: number | null;
  /** `elpd` minus that of the best model: 0 or less. */
  difference: number | null;
  /** Of `difference`, over the scores, in pairs. */
  differenceStandardError: number | null;
  /** `elpd` minus that of no effect: only a difference above 2 counts. */
  differenceFromNoEffect: number | null;
  differenceFromNoEffectStandardError: number | null;
  /** Largest k̂ of leaving out one score by weights; above .7 the model was fitted anew without it. */
  largestParetoShape: number | null;
  /** Scores for which the model was fitted anew. */
  nRefits: number | null;
  /** Weight in the mixture that predicts best the scores left out. */
  stackingWeight: number | null;
  /** Probability given the scores; before them no effect has that of the set of priors, the others share the rest. */
  posteriorProbability: number | null;
  /** ln of the marginal likelihood under the priors named in the result. */
  logMarginalLikelihood: number | null;
  logMarginalLikelihoodError: number | null;
  /** ln of how many times likelier the data are than under no effect. */
  logBayesFactor: number | null;
  /** null below 12 scores. */
  aicc: number | null;
}

/** One score, left out of one model. */
export interface LeftOutDensity {
  model: string;
  /** Number of the score, from 1, in the order of the patient's scores. */
  observation: number;
  day: number;
  /** The score in words: `7`, or `6–8`. */
  score: string;
  /** ln p(score | the other scores); null where the fit without it failed. */
  elpd: number | null;
  monteCarloError: number | null;
  /** k̂ of leaving it out by weights; null where their tail has no shape. */
  paretoShape: number | null;
  /** Whether the model was fitted anew without it. */
  refitted: boolean;
}

/** Quantities averaged over the models. */
export interface ModelAverage {
  /** What the models are weighed by: `stacking` or `posterior-probability`. */
  weighting: string;
  /** Medians and equal-tailed intervals of the mixture, course by course. */
  estimates: Estimate[];
  probabilities: EventProbability[];
  /** Largest Monte-Carlo error of an estimate or a limit, as a share of its interval's width. */
  monteCarloError: number;
}

/** The expected scores of one model, all courses together, at the mode of its posterior. */
export interface ComparedCurve {
  /** Name in the code, such as `plateau`. */
  model: string;
  /** Days in the patient's own count. */
  points: { time: number; value: number }[];
}

/** The answer of `compareModels`. */
export interface ModelComparison {
  kind: "model-comparison";
  schemaVersion: 1;
  patient: string;
  /** What was scored; absent where the file names no outcomes. */
  outcome?: string;
  nObservations: number;
  nCourses: number;
  timeUnit: "day";
  scale: Scale;
  observations: ResponseObservation[];
  courses: ResponseCourse[];
  relapseAt: RelapseRule;
  /** Days after a course over which relief-days are counted. */
  horizon: number;
  /** Name of the set of priors, which every Bayes factor is given. */
  priors: string;
  models: ComparedModel[];
  /** One for each model that could be fitted. */
  curves: ComparedCurve[];
  leaveOneOut: LeftOutDensity[];
  /** By stacking weights first, then by the probabilities of the models. */
  averages: ModelAverage[];
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());
const nullableCount = z.nullable(z.int());

export const comparedModelSchema: z.ZodMiniType<ComparedModel> = z.strictObject({
  model: z.string(),
  label: z.string(),
  nParameters: nullableCount,
  elpd: nullableNumber,
  standardError: nullableNumber,
  monteCarloError: nullableNumber,
  difference: nullableNumber,
  differenceStandardError: nullableNumber,
  differenceFromNoEffect: nullableNumber,
  differenceFromNoEffectStandardError: nullableNumber,
  largestParetoShape: nullableNumber,
  nRefits: nullableCount,
  stackingWeight: nullableNumber,
  posteriorProbability: nullableNumber,
  logMarginalLikelihood: nullableNumber,
  logMarginalLikelihoodError: nullableNumber,
  logBayesFactor: nullableNumber,
  aicc: nullableNumber,
});

export const modelComparisonSchema: z.ZodMiniType<ModelComparison> = z.strictObject({
  kind: z.literal("model-comparison"),
  schemaVersion: z.literal(1),
  patient: z.string(),
  outcome: z.optional(z.string()),
  nObservations: z.int(),
  nCourses: z.int(),
  timeUnit: z.literal("day"),
  scale: scaleSchema,
  observations: z.array(responseObservationSchema),
  courses: z.array(responseCourseSchema),
  relapseAt: relapseRuleSchema,
  horizon: z.number(),
  priors: z.string(),
  models: z.array(comparedModelSchema),
  curves: z.array(
    z.strictObject({
      model: z.string(),
      points: z.array(z.strictObject({ time: z.number(), value: z.number() })),
    }),
  ),
  leaveOneOut: z.array(
    z.strictObject({
      model: z.string(),
      observation: z.int(),
      day: z.number(),
      score: z.string(),
      elpd: nullableNumber,
      monteCarloError: nullableNumber,
      paretoShape: nullableNumber,
      refitted: z.boolean(),
    }),
  ),
  averages: z.array(
    z.strictObject({
      weighting: z.string(),
      estimates: z.array(estimateSchema),
      probabilities: z.array(eventProbabilitySchema),
      monteCarloError: z.number(),
    }),
  ),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
