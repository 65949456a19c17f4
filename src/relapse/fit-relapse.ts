import { EstimationError } from "../errors.ts";
import type { RelapseRow } from "../schema/relapse.ts";
import type { RelapseResult } from "../schema/relapse-result.ts";
import {
  type FitRelapseOptions,
  type FitRelapseSettings,
  fitRelapseSettings,
} from "./fit-relapse-options.ts";
import { requireMaximum } from "./likelihood/no-maximum.ts";
import { type RelapseSample, relapseLikelihood, timedCourses } from "./likelihood/relapse-likelihood.ts";
import { layRelapseParameters } from "./likelihood/relapse-parameters.ts";
import { observedRows } from "./observed-rows.ts";
import { answerRelapse, type RelapseAnswer, type SeenRelapses } from "./relapse-answer.ts";
import { relapseCovariates } from "./relapse-covariates.ts";
import { locateRelapse, type RelapseProblem } from "./relapse-problem.ts";
import { type RelapseSpan, relapseSpans } from "./relapse-span.ts";
import { perDay } from "./time-unit.ts";

/**
 * Fits a law of the time to relapse to courses under any censoring, with covariates.
 *
 * By default the posterior under weak priors, named in the result. With `interval: profile` or `priors: flatRelapsePriors` it
 * is maximum likelihood with profile limits; but the likelihood of few courses seen at visits may have no maximum (at 8 courses a month apart, up
 * to nine in ten such samples of regular relapses have none), and its limits then hold the truth too seldom
 * (docs/calibration.md). The next relapse is predicted from the posterior's draws, or, under maximum likelihood, from a t
 * law of the working parameters at the mode: the law of one time more, averaged over what is known of the parameters.
 *
 * @param given Relapses between two times, known exactly (`lower` = `upper`), by a first visit (`lower` 0), or not yet
 * seen (`upper` null).
 * @throws {RangeError} when an option is out of range, such as `level: 95`.
 * @throws {InputError} for unsound rows, or such as lack a covariate asked for.
 * @throws {EstimationError} `too-few-observations` without rows; `not-identifiable` where the likelihood has no maximum,
 * as with times that may all be the same; `not-converged`.
 * @see Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., chapter 3.
 * @example
 * fitRelapse([{ lower: 60, upper: 90 }, { lower: 90, upper: 120 }, { lower: 75, upper: null }]).estimates[0]!.parameter; // "median"
 */
export function fitRelapse(given: readonly RelapseRow[], options: FitRelapseOptions = {}): RelapseResult {
  return relapseAnswer(given, options).result;
}

/** The same with the law of one time more, which a result cannot hold. */
export function relapseAnswer(given: readonly RelapseRow[], options: FitRelapseOptions): RelapseAnswer {
  const settings = fitRelapseSettings(options);
  const spans = relapseSpans(given);
  if (spans.length === 0)
    throw new EstimationError(
      "too-few-observations",
      `Cannot fit "${settings.model.name}": needs at least 1 course, got 0`,
    );
  const rows = observedRows(given);
  const covariates = relapseCovariates(rows, settings.covariates, settings.trend);
  const courses = timedCourses(spans, covariates);
  const seen: SeenRelapses = {
    rows,
    courses,
    covariates,
    nObservations: spans.length,
    nEvents: spans.filter(({ upper }) => upper < Infinity).length,
    nPatients: new Set(spans.map(({ patient }) => patient)).size,
    lastTime: lastTimeOf(spans),
  };
  const { problem, sample } = locate(seen, spans, settings);
  const method = settings.cluster?.intervals(sample) ?? settings.interval!;
  return answerRelapse(problem, seen, settings, method);
}

/** The last finite time; 1 where every course was last seen at 0. */
function lastTimeOf(spans: readonly RelapseSpan[]): number {
  const last = Math.max(...spans.map(({ lower, upper }) => (upper < Infinity ? upper : lower)));
  return last > 0 ? last : 1;
}

/** Middle of the typical span; the last time known well where it has no end. */
function typicalTime(spans: readonly RelapseSpan[]): number {
  const middles = spans
    .map(({ lower, upper }) => (upper < Infinity ? 0.5 * (lower + upper) : lower))
    .sort((a, b) => a - b);
  const middle = middles[middles.length >> 1]!;
  return middle > 0 ? middle : lastTimeOf(spans);
}

function locate(
  { courses, covariates }: SeenRelapses,
  spans: readonly RelapseSpan[],
  settings: FitRelapseSettings,
): { problem: RelapseProblem; sample: RelapseSample } {
  const { model, cluster, priors, timeUnit } = settings;
  if (priors.logMedianDays.sd === null || priors.logWeibullShape.sd === null) requireMaximum(spans, model);
  const frailty = cluster?.hasFrailty ?? false;
  const parameters = layRelapseParameters(model, covariates, frailty, priors, perDay(timeUnit) ?? 1);
  const sample: RelapseSample = { model, parameters, courses };
  const logLikelihood = (cluster?.likelihood ?? relapseLikelihood)(sample);
  return { problem: locateRelapse(model, parameters, logLikelihood, typicalTime(spans), settings), sample };
}
