import * as z from "zod/mini";
import { type CohortSummary, cohortSummarySchema } from "./cohort-summary.ts";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type JointPool, jointPoolSchema } from "./joint-pool.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import {
  type FittedPoint,
  type RelapseRule,
  type ResponseCourse,
  type ResponseObservation,
  relapseRuleSchema,
} from "./response-result.ts";
import { type SamplingSummary, samplingSummarySchema } from "./sampling-summary.ts";
import { type Scale, scaleSchema } from "./scale.ts";
import { type SpreadDensity, spreadDensitySchema } from "./spread-density.ts";
import { type PriorUsed, priorUsedSchema, type WorkingFit, workingFitSchema } from "./working-fit.ts";

/** A patient's curve with its rows. */
export interface CohortCurve {
  estimates: Estimate[];
  /** Expected scores by day, in the patient's own count. */
  fitted: FittedPoint[];
}

/** How much a patient's own scores count in a value that varies between patients: 0 not at all, 1 alone. */
export interface CohortWeight {
  parameter: string;
  weight: number;
}

/** One patient of a cohort. */
export interface CohortPatient {
  patient: string;
  nObservations: number;
  nCourses: number;
  observations: ResponseObservation[];
  courses: ResponseCourse[];
  /** With the strength that the other patients lend. */
  shrunken: CohortCurve;
  /** The same patient fitted alone; null below 3 scores. */
  raw: CohortCurve | null;
  weights: CohortWeight[];
}

/** The probability of something that may be true of the next patient. */
export interface CohortProbability {
  event: string;
  label: string;
  probability: number;
}

/** What the cohort says of a patient who is not in it. */
export interface NextPatient {
  estimates: Estimate[];
  probabilities: CohortProbability[];
  /** Relief as a fraction of the baseline, by days since the course, with the limits of the next patient's curve. */
  relief: FittedPoint[];
}

/** What pooling the separate fits says, quantity by quantity. */
export interface CohortTwoStage {
  /** Interval methods and estimator of the variance between patients, by the names that people know. */
  method: string;
  /** How many patients could be fitted alone. */
  nPatients: number;
  estimates: Estimate[];
  /** The same quantities pooled together, with their covariance; null where that is not possible. */
  joint: JointPool | null;
}

/** A standard deviation between patients, and its half-normal prior. */
export interface SpreadPrior {
  parameter: string;
  scale: number;
}

/** The answer of `fitCohort`. */
export interface CohortResult {
  kind: "cohort";
  schemaVersion: 1;
  model: string;
  /** Name of the approximation by which the patients' own values were integrated out. */
  approximation: string;
  nPatients: number;
  nObservations: number;
  nCourses: number;
  timeUnit: "day";
  scale: Scale;
  horizon: number;
  relapseAt: RelapseRule;
  /** Baseline for which the typical patient's relief-days are counted: the mean of the patients' own. */
  typicalBaseline: number;
  /** The typical patient, and how patients differ. */
  estimates: Estimate[];
  /** The typical patient's relief as a fraction of the baseline, by days since the course. */
  relief: FittedPoint[];
  nextPatient: NextPatient;
  patients: CohortPatient[];
  /** null where fewer than two patients could be fitted alone. */
  twoStage: CohortTwoStage | null;
  /** Sources that entered by their summaries alone. */
  summaries: CohortSummary[];
  /** Baseline that the patients of summaries are taken to have; null without a summary. */
  summaryBaseline: number | null;
  /** How patients differ, before and after the data: one for each standard deviation between patients. */
  heterogeneity: SpreadDensity[];
  /** How the draws of the full posterior went; null where none were made. */
  sampling: SamplingSummary | null;
  /**
   * At the mode, the patients' own values integrated out. With draws: the mean log-likelihood given these values, the lowest −ln
   * joint density, up to a constant, and whether no chain gave cause for a warning.
   */
  fit: { converged: boolean; logLikelihood: number; negativeLogPosterior: number };
  priors: { set: string; parameters: PriorUsed[]; spreads: SpreadPrior[] };
  /** The population around its mode. With draws: their means and their covariance. */
  covariance: WorkingFit;
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());

const fittedPointSchema: z.ZodMiniType<FittedPoint> = z.strictObject({
  time: z.number(),
  value: z.number(),
  lower: nullableNumber,
  upper: nullableNumber,
});

const curveSchema: z.ZodMiniType<CohortCurve> = z.strictObject({
  estimates: z.array(estimateSchema),
  fitted: z.array(fittedPointSchema),
});

const bounds = { dayEarliest: nullableNumber, dayLatest: nullableNumber };

const cohortPatientSchema: z.ZodMiniType<CohortPatient> = z.strictObject({
  patient: z.string(),
  nObservations: z.int(),
  nCourses: z.int(),
  observations: z.array(
    z.strictObject({
      day: z.number(),
      ...bounds,
      score: z.string(),
      lower: nullableNumber,
      upper: nullableNumber,
      rescue: z.boolean(),
      note: z.nullable(z.string()),
    }),
  ),
  courses: z.array(
    z.strictObject({
      course: z.int(),
      day: z.number(),
      ...bounds,
      doseGPerKg: nullableNumber,
      note: z.nullable(z.string()),
    }),
  ),
  shrunken: curveSchema,
  raw: z.nullable(curveSchema),
  weights: z.array(z.strictObject({ parameter: z.string(), weight: z.number() })),
});

const nextPatientSchema: z.ZodMiniType<NextPatient> = z.strictObject({
  estimates: z.array(estimateSchema),
  probabilities: z.array(z.strictObject({ event: z.string(), label: z.string(), probability: z.number() })),
  relief: z.array(fittedPointSchema),
});

export const cohortResultSchema: z.ZodMiniType<CohortResult> = z.strictObject({
  kind: z.literal("cohort"),
  schemaVersion: z.literal(1),
  model: z.string(),
  approximation: z.string(),
  nPatients: z.int(),
  nObservations: z.int(),
  nCourses: z.int(),
  timeUnit: z.literal("day"),
  scale: scaleSchema,
  horizon: z.number(),
  relapseAt: relapseRuleSchema,
  typicalBaseline: z.number(),
  estimates: z.array(estimateSchema),
  relief: z.array(fittedPointSchema),
  nextPatient: nextPatientSchema,
  patients: z.array(cohortPatientSchema),
  twoStage: z.nullable(
    z.strictObject({
      method: z.string(),
      nPatients: z.int(),
      estimates: z.array(estimateSchema),
      joint: z.nullable(jointPoolSchema),
    }),
  ),
  summaries: z.array(cohortSummarySchema),
  summaryBaseline: nullableNumber,
  heterogeneity: z.array(spreadDensitySchema),
  sampling: z.nullable(samplingSummarySchema),
  fit: z.strictObject({
    converged: z.boolean(),
    logLikelihood: z.number(),
    negativeLogPosterior: z.number(),
  }),
  priors: z.strictObject({
    set: z.string(),
    parameters: z.array(priorUsedSchema),
    spreads: z.array(z.strictObject({ parameter: z.string(), scale: z.number() })),
  }),
  covariance: workingFitSchema,
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
