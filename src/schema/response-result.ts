import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type PosteriorSummary, posteriorSummarySchema } from "./posterior-summary.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type Scale, scaleSchema } from "./scale.ts";
import { type PriorUsed, priorUsedSchema, type WorkingFit, workingFitSchema } from "./working-fit.ts";

/** A declared rule: relapse is relief below a fraction of baseline, or a score at or above a value. */
export type RelapseRule = { relief: number } | { score: number };

/** A score as the fit saw it. */
export interface ResponseObservation {
  /** Day used in the fit, or the middle of the days averaged over. */
  day: number;
  dayEarliest: number | null;
  dayLatest: number | null;
  /** The score in words: `7`, or `6–8`. */
  score: string;
  /** Ends of the latent score that rounds to it; null at the floor and at the ceiling. */
  lower: number | null;
  upper: number | null;
  rescue: boolean;
  note: string | null;
}

/** A course as the fit saw it. */
export interface ResponseCourse {
  /** Number of the course, from 1, in the order of the days. */
  course: number;
  day: number;
  dayEarliest: number | null;
  dayLatest: number | null;
  doseGPerKg: number | null;
  note: string | null;
}

/** One point of the fitted curve of all courses together. */
export interface FittedPoint {
  /** Day, in the patient's own count. */
  time: number;
  value: number;
  /** Ends of the pointwise band; null where there is none. */
  lower: number | null;
  upper: number | null;
}

/** What a sensitivity analysis found: the same rows under another assumption. */
export interface Sensitivity {
  /** Code of the assumption changed, such as `days-averaged-over-bounds`. */
  analysis: string;
  label: string;
  estimates: Estimate[];
}

/** The probability of something that may be true of a course. */
export interface EventProbability {
  /** Name in the code, such as `neverReached`. */
  event: string;
  label: string;
  /** null where the interval method gives no probabilities. */
  probability: number | null;
  patient: string;
  course: number;
}

/** Courses in short sequence, and the scores before each of them. */
export interface Maintenance {
  /** Median days between courses. */
  medianGap: number;
  /** The last score before a course, or on its day; the middle of a range. */
  troughs: { course: number; day: number; score: number }[];
  /** Change of these scores in 30 days; null below three. */
  trend: Estimate | null;
}

/** How well a model fits. */
export interface ResponseFit {
  converged: boolean;
  /** Log-likelihood of the scores at the mode. */
  logLikelihood: number;
  /** −ln(likelihood × prior density) at the mode. */
  negativeLogPosterior: number;
  /** null below 12 scores, where it always chose "no effect". */
  aicc: number | null;
}

/** The answer of `fitResponse`. */
export interface ResponseResult {
  kind: "response";
  schemaVersion: 1;
  patient: string;
  /** What was scored; absent where the file names no outcomes. */
  outcome?: string;
  model: string;
  nObservations: number;
  nCourses: number;
  timeUnit: "day";
  /** ISO date of day 0, where the file gave dates. */
  origin: string | null;
  scale: Scale;
  /** Days after a course over which relief-days are counted. */
  horizon: number;
  relapseAt: RelapseRule;
  estimates: Estimate[];
  fit: ResponseFit;
  /** Probabilities of events, course by course. */
  probabilities: EventProbability[];
  /** The same scores fitted without any effect; null where that is the model itself. */
  noEffect: ResponseFit | null;
  fitted: FittedPoint[];
  /** How the band of `fitted` was made. */
  bandMethod: string;
  observations: ResponseObservation[];
  /** Days of visits without a score, or the middle of their bounds, in order of time; absent where there are none. */
  missedVisits?: number[];
  courses: ResponseCourse[];
  priors: { set: string; parameters: PriorUsed[] };
  covariance: WorkingFit;
  sensitivity: Sensitivity[];
  /** null unless courses follow each other before relief wears off. */
  maintenance: Maintenance | null;
  /** How the posterior was computed; null for other interval methods. */
  posterior: PosteriorSummary | null;
  /** Equally weighted posterior draws on the working scale, given an effect; null for other interval methods. */
  draws: number[][] | null;
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());
const nullableString = z.nullable(z.string());
const fitSchema = z.strictObject({
  converged: z.boolean(),
  logLikelihood: z.number(),
  negativeLogPosterior: z.number(),
  aicc: nullableNumber,
});

export const relapseRuleSchema: z.ZodMiniType<RelapseRule> = z.union([
  z.strictObject({ relief: z.number().check(z.gt(0), z.lt(1)) }),
  z.strictObject({ score: z.number() }),
]);

export const eventProbabilitySchema: z.ZodMiniType<EventProbability> = z.strictObject({
  event: z.string(),
  label: z.string(),
  probability: nullableNumber,
  patient: z.string(),
  course: z.int(),
});

export const responseObservationSchema: z.ZodMiniType<ResponseObservation> = z.strictObject({
  day: z.number(),
  dayEarliest: nullableNumber,
  dayLatest: nullableNumber,
  score: z.string(),
  lower: nullableNumber,
  upper: nullableNumber,
  rescue: z.boolean(),
  note: nullableString,
});

export const responseCourseSchema: z.ZodMiniType<ResponseCourse> = z.strictObject({
  course: z.int(),
  day: z.number(),
  dayEarliest: nullableNumber,
  dayLatest: nullableNumber,
  doseGPerKg: nullableNumber,
  note: nullableString,
});

export const responseResultSchema: z.ZodMiniType<ResponseResult> = z.strictObject({
  kind: z.literal("response"),
  schemaVersion: z.literal(1),
  patient: z.string(),
  outcome: z.optional(z.string()),
  model: z.string(),
  nObservations: z.int(),
  nCourses: z.int(),
  timeUnit: z.literal("day"),
  origin: nullableString,
  scale: scaleSchema,
  horizon: z.number(),
  relapseAt: relapseRuleSchema,
  estimates: z.array(estimateSchema),
  fit: fitSchema,
  probabilities: z.array(eventProbabilitySchema),
  noEffect: z.nullable(fitSchema),
  fitted: z.array(
    z.strictObject({ time: z.number(), value: z.number(), lower: nullableNumber, upper: nullableNumber }),
  ),
  bandMethod: z.string(),
  observations: z.array(responseObservationSchema),
  missedVisits: z.optional(z.array(z.number())),
  courses: z.array(responseCourseSchema),
  priors: z.strictObject({
    set: z.string(),
    parameters: z.array(priorUsedSchema),
  }),
  covariance: workingFitSchema,
  sensitivity: z.array(
    z.strictObject({ analysis: z.string(), label: z.string(), estimates: z.array(estimateSchema) }),
  ),
  maintenance: z.nullable(
    z.strictObject({
      medianGap: z.number(),
      troughs: z.array(z.strictObject({ course: z.int(), day: z.number(), score: z.number() })),
      trend: z.nullable(estimateSchema),
    }),
  ),
  posterior: z.nullable(posteriorSummarySchema),
  draws: z.nullable(z.array(z.array(z.number()))),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
