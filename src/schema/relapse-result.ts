import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type PosteriorSummary, posteriorSummarySchema } from "./posterior-summary.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type RelapseRow, relapseRowSchema } from "./relapse.ts";
import { type PriorUsed, priorUsedSchema, type WorkingFit, workingFitSchema } from "./working-fit.ts";

/** The probability of staying well, at one time after the course. */
export interface SurvivalPoint {
  time: number;
  /** null where the data leave it undefined, such as within one of Turnbull's intervals. */
  survival: number | null;
  standardError: number | null;
  /** Ends of the pointwise interval; null where there are none. */
  lower: number | null;
  upper: number | null;
}

/** A simultaneous band: it holds the whole curve at once between two times. */
export interface SurvivalBand {
  /** Name in the code, such as `hall-wellner`. */
  band: string;
  label: string;
  points: { time: number; lower: number | null; upper: number | null }[];
}

/** How many courses were still well just before a time, and what happened at it. */
export interface RiskRow {
  time: number;
  nAtRisk: number;
  nEvents: number;
  nCensored: number;
}

/** A span of time that holds some of the probability of relapse; where within it, the data can't say. */
export interface RelapseMass {
  /** The relapse is after `lower` and not after `upper`; at `upper` exactly where the two are equal. */
  lower: number;
  /** null where it is open to the right. */
  upper: number | null;
  probability: number;
}

/** How well a parametric model fits, or Turnbull's masses: `converged` is then verified, and a parameter each mass but one. */
export interface RelapseFit {
  converged: boolean;
  logLikelihood: number;
  nParameters: number;
  /** null where it has no value: with too few courses for the parameters, or under a prior. */
  aicc: number | null;
}

/** What a course has of a residual: the cumulative hazard at its time, known within limits like the time itself. */
export interface CoxSnellResidual {
  patient?: string;
  course?: number;
  lower: number;
  upper: number | null;
}

/** The answer of `kaplanMeier`, `turnbull` and `fitRelapse`. */
export interface RelapseResult {
  kind: "relapse";
  schemaVersion: 1;
  /** Name of the model, such as `kaplan-meier`. */
  model: string;
  nObservations: number;
  /** Rows with an end, exact or not. */
  nEvents: number;
  nPatients: number;
  timeUnit: string;
  /** The rows as they were analysed. */
  observations: RelapseRow[];
  estimates: Estimate[];
  /** Steps of a nonparametric curve, or a grid of a parametric one, from time 0 on. */
  survival: SurvivalPoint[];
  bands: SurvivalBand[];
  /** Empty where times are not exact. */
  riskTable: RiskRow[];
  /** Empty but for Turnbull's estimate. */
  masses: RelapseMass[];
  /** null for a Kaplan–Meier curve. */
  fit: RelapseFit | null;
  /** Working parameters with their covariance; null for a nonparametric estimate. */
  working: WorkingFit | null;
  /** Priors as used; empty for maximum likelihood. */
  priors: PriorUsed[];
  posterior: PosteriorSummary | null;
  /** Equally weighted draws of the working parameters; null without a posterior. */
  draws: number[][] | null;
  residuals: CoxSnellResidual[];
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());

const survivalPointSchema = z.strictObject({
  time: z.number(),
  survival: nullableNumber,
  standardError: nullableNumber,
  lower: nullableNumber,
  upper: nullableNumber,
});

const bandSchema = z.strictObject({
  band: z.string(),
  label: z.string(),
  points: z.array(z.strictObject({ time: z.number(), lower: nullableNumber, upper: nullableNumber })),
});

const riskRowSchema = z.strictObject({
  time: z.number(),
  nAtRisk: z.int(),
  nEvents: z.int(),
  nCensored: z.int(),
});

const fitSchema = z.strictObject({
  converged: z.boolean(),
  logLikelihood: z.number(),
  nParameters: z.int(),
  aicc: nullableNumber,
});

const residualSchema = z.strictObject({
  patient: z.optional(z.string()),
  course: z.optional(z.int()),
  lower: z.number(),
  upper: nullableNumber,
});

export const relapseResultSchema: z.ZodMiniType<RelapseResult> = z.strictObject({
  kind: z.literal("relapse"),
  schemaVersion: z.literal(1),
  model: z.string(),
  nObservations: z.int(),
  nEvents: z.int(),
  nPatients: z.int(),
  timeUnit: z.string(),
  observations: z.array(relapseRowSchema),
  estimates: z.array(estimateSchema),
  survival: z.array(survivalPointSchema),
  bands: z.array(bandSchema),
  riskTable: z.array(riskRowSchema),
  masses: z.array(z.strictObject({ lower: z.number(), upper: nullableNumber, probability: z.number() })),
  fit: z.nullable(fitSchema),
  working: z.nullable(workingFitSchema),
  priors: z.array(priorUsedSchema),
  posterior: z.nullable(posteriorSummarySchema),
  draws: z.nullable(z.array(z.array(z.number()))),
  residuals: z.array(residualSchema),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
