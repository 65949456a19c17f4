import { EstimationError } from "../errors.ts";
import type { Objective } from "../inference/interval-method.ts";
import type { NormalPrior } from "../inference/normal-prior.ts";
import { penalizedObjective } from "../inference/penalized-objective.ts";
import { cholesky, choleskyInverse } from "../math/linear/cholesky.ts";
import type { Matrix } from "../math/linear/matrix.ts";
import { minimizeNewton, type NewtonMinimum } from "../math/optimize/minimize-newton.ts";
import type { Patient } from "../schema/patient.ts";
import type { ResponseFit } from "../schema/response-result.ts";
import { doseCovariate } from "./dose-covariate.ts";
import { curveLikelihood, type LogLikelihood } from "./likelihood/curve-likelihood.ts";
import { possibleTimes } from "./likelihood/possible-times.ts";
import type { LatentScore, ScoreErrors } from "./likelihood/score-errors.ts";
import { inOrderOfTime, serialLikelihood } from "./likelihood/serial-likelihood.ts";
import type { PriorSet } from "./priors.ts";
import type { ResponseModel } from "./response-model.ts";
import { startingValues } from "./starting-values.ts";
import { firstPossibleStart, type Timeline } from "./timeline.ts";
import {
  type Baselines,
  type DoseEffect,
  hasOwnBaselines,
  layParameters,
  type WorkingParameters,
} from "./working-parameters.ts";

/** A model brought together with one patient's scores. */
export interface ResponseProblem {
  model: ResponseModel;
  errors: ScoreErrors;
  parameters: WorkingParameters;
  scores: LatentScore[];
  logLikelihood: LogLikelihood;
  /** −ln(likelihood × prior density). */
  objective: Objective;
  /** Parameters of the curve itself, without the scatter. */
  nCurveParameters: number;
}

/** What may be added to the usual model of the scores. */
export interface ProblemOptions {
  /** A parameter that may follow the dose. */
  doseOn?: string | null;
  /** Whether courses share a baseline; default `shared`. */
  baselines?: Baselines;
  /** Correlation of deviations a day apart; each score then counts on the middle of its days. */
  correlation?: number;
  /** Fewer scores are refused; default 3. */
  fewestScores?: number;
}

/** Scores from which no curve can be told. */
const FEWEST_SCORES = 3;

/** The latent interval of every score: half a step to either side, open at the floor and at the ceiling. */
function latentScores(patient: Patient): LatentScore[] {
  const { minimum, maximum, step } = patient.scale;
  return patient.scores.map(({ lower, upper }) => ({
    lower: lower <= minimum ? -Infinity : lower - 0.5 * step,
    upper: upper >= maximum ? Infinity : upper + 0.5 * step,
    middle: 0.5 * (lower + upper),
  }));
}

/**
 * Compiles the posterior of a model for one patient.
 *
 * @throws {EstimationError} `too-few-observations` or `no-course`.
 */
export function compileProblem(
  patient: Patient,
  timeline: Timeline,
  model: ResponseModel,
  priors: PriorSet,
  errors: ScoreErrors,
  { doseOn = null, baselines = "shared", correlation = 0, fewestScores = FEWEST_SCORES }: ProblemOptions = {},
): ResponseProblem {
  requireScores(patient, model, fewestScores);
  if (patient.courses.length === 0) {
    throw new EstimationError("no-course", `Cannot fit "${model.name}": needs at least 1 course, got 0`);
  }
  const dose = doseOn === null ? null : doseEffectOn(doseOn, model, patient, timeline);
  const parameters = layParameters(model, priors, patient, beforeFirstCourse(timeline), {
    dose,
    baselines,
  });
  if (!errors.priorOnSd) {
    // One score more than the curve has parameters leaves a degree of freedom for the scatter.
    requireScores(patient, model, parameters.names.length);
    parameters.prior = withoutPrior(parameters.prior, parameters.residualSd);
  }
  const scores = latentScores(patient);
  const floor = patient.scale.minimum;
  const logLikelihood =
    correlation > 0
      ? serialLikelihood({
          model,
          parameters,
          floor,
          perDay: correlation,
          ...inOrderOfTime(timeline, scores),
        })
      : curveLikelihood({
          model,
          errors,
          parameters,
          scores,
          blocks: possibleTimes(timeline, hasOwnBaselines(parameters)),
          floor,
        });
  return {
    model,
    errors,
    parameters,
    scores,
    logLikelihood,
    objective: penalizedObjective(logLikelihood, parameters.prior),
    nCurveParameters: parameters.names.length - 1,
  };
}

/** The covariate of a parameter that may follow the dose. */
function doseEffectOn(
  wanted: string,
  { parameters }: ResponseModel,
  patient: Patient,
  timeline: Timeline,
): DoseEffect {
  const names = parameters.map(({ name, perCourse }) => (perCourse ? name : ""));
  const parameter = names.indexOf(wanted);
  if (parameter < 0 || wanted === "") {
    const own = names.filter(Boolean).join(", ") || "none";
    throw new RangeError(
      `doseOn must be a parameter that each course has for itself (${own}), got "${wanted}"`,
    );
  }
  const inFileOrder = timeline.events.filter((event) => event.kind === "course");
  const doses = timeline.courses.map((event) => patient.courses[inFileOrder.indexOf(event)]!.doseGPerKg);
  return { parameter, covariate: doseCovariate(doses) };
}

function requireScores({ scores }: Patient, { name }: ResponseModel, needed: number): void {
  if (scores.length >= needed) return;
  throw new EstimationError(
    "too-few-observations",
    `Cannot fit "${name}": needs at least ${needed} scores, got ${scores.length}`,
  );
}

/** Whether a score was taken before the first course, or on its very day. */
export function beforeFirstCourse(timeline: Timeline): (index: number) => boolean {
  const first = firstPossibleStart(timeline.courses);
  return (index) => timeline.scores[index]!.latest <= first;
}

function withoutPrior(prior: NormalPrior, index: number): NormalPrior {
  return { terms: prior.terms.map((term) => (term.index === index ? { ...term, sd: Infinity } : term)) };
}

/** The mode of the posterior, the best of several searches. */
export interface ResponseMode {
  minimum: NewtonMinimum;
  /** Inverse Hessian; null where the Hessian is not positive definite. */
  covariance: Matrix | null;
}

/**
 * Searches the mode from every starting point; from the first only and from one near the mode, where such a one is known.
 *
 * @throws {EstimationError} `not-converged` when no search ends at a finite point.
 */
export function findMode(
  problem: ResponseProblem,
  patient: Patient,
  timeline: Timeline,
  near?: Float64Array,
): ResponseMode {
  const { model, parameters, objective, errors } = problem;
  const usual = startingValues(model, parameters, patient, timeline, beforeFirstCourse(timeline));
  const starts = near ? [near, usual[0]!] : usual;
  const ends = starts
    .map((start) => minimizeNewton(objective, start))
    .filter((end) => Number.isFinite(end.value));
  const [first, ...others] = ends;
  if (!first) {
    throw new EstimationError(
      "not-converged",
      `Cannot fit "${model.name}": no starting point has a finite likelihood`,
    );
  }
  const minimum = others.reduce((best, end) => (end.value < best.value - 1e-9 ? end : best), first);
  const factor = cholesky(minimum.hessian);
  if (!factor) return { minimum, covariance: null };
  const covariance = choleskyInverse(factor);
  const inflation = errors.inflation(problem.scores.length, problem.nCurveParameters);
  for (let i = 0; i < covariance.values.length; i++) covariance.values[i]! *= inflation;
  return { minimum, covariance };
}

/** AICc below this many scores always chose "no effect". */
const FEWEST_FOR_AICC = 12;

/** How well the model fits at its mode. */
export function describeFit(problem: ResponseProblem, mode: ResponseMode): ResponseFit {
  const { x, value } = mode.minimum;
  const logLikelihood = problem.logLikelihood(x);
  const n = problem.scores.length;
  const k = x.length;
  const defined = n >= FEWEST_FOR_AICC && n - k - 1 > 0;
  return {
    converged: mode.minimum.converged,
    logLikelihood,
    negativeLogPosterior: value,
    aicc: defined ? -2 * logLikelihood + 2 * k + (2 * k * (k + 1)) / (n - k - 1) : null,
  };
}
