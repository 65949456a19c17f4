import { dataShare } from "../inference/data-share.ts";
import type { IntervalAnswer, IntervalProblem } from "../inference/interval-method.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { Patient } from "../schema/patient.ts";
import type { CurveSettings } from "./curve-settings.ts";
import type { ResponseSettings } from "./fit-response-options.ts";
import { scoreResampler } from "./likelihood/resampled-scores.ts";
import { noEffect } from "./models/no-effect.ts";
import type { CourseReading } from "./quantities/course-alone.ts";
import type { ResponseTarget } from "./quantities/derived-quantities.ts";
import {
  compileProblem,
  findMode,
  type ProblemOptions,
  type ResponseMode,
  type ResponseProblem,
} from "./response-problem.ts";
import { layTimeline, type Timeline } from "./timeline.ts";

/** A model brought together with a patient, its mode found, ready for intervals. */
export interface LocatedProblem {
  timeline: Timeline;
  problem: ResponseProblem;
  mode: ResponseMode;
  intervals: IntervalProblem;
  /** The same scores without any effect; null where that is the model itself. */
  withoutEffect: { problem: ResponseProblem; mode: ResponseMode } | null;
}

/** A model brought together with a patient, before anything is searched. */
export function compileFor(
  patient: Patient,
  settings: CurveSettings,
): { timeline: Timeline; problem: ResponseProblem; options: ProblemOptions } {
  const { model, priors, errors, averageDays, doseOn, baselines } = settings;
  const timeline = layTimeline(patient, averageDays);
  const options = { doseOn, baselines, correlation: correlationOf(settings) };
  return { timeline, problem: compileProblem(patient, timeline, model, priors, errors, options), options };
}

/**
 * Compiles the posterior and finds its mode.
 *
 * @param near Mode of the same parameters under assumptions that differ little.
 */
export function locateProblem(
  patient: Patient,
  settings: CurveSettings,
  near?: Float64Array,
): LocatedProblem {
  const { priors, errors, level, seed } = settings;
  const { timeline, problem, options } = compileFor(patient, settings);
  const mode = findMode(problem, patient, timeline, near);
  const withoutEffect = locateNull(patient, timeline, settings);
  const intervals: IntervalProblem = {
    objective: problem.objective,
    prior: problem.parameters.prior,
    minimum: mode.minimum,
    covariance: mode.covariance,
    level,
    drop: errors.drop(level, patient.scores.length, problem.nCurveParameters),
    seed,
    nullModel: withoutEffect && {
      objective: withoutEffect.problem.objective,
      prior: withoutEffect.problem.parameters.prior,
      ...withoutEffect.mode,
      priorProbability: priors.noEffectProbability,
    },
    resample: scoreResampler(patient, timeline, problem, priors, options),
  };
  return { timeline, problem, mode, intervals, withoutEffect };
}

/** The same scores without any effect; null where that is the model itself. */
function locateNull(
  patient: Patient,
  timeline: Timeline,
  settings: CurveSettings,
): LocatedProblem["withoutEffect"] {
  const { model, priors, errors, baselines } = settings;
  if (model.parameters.length === 0) return null;
  const options = { baselines, correlation: correlationOf(settings) };
  const problem = compileProblem(patient, timeline, noEffect, priors, errors, options);
  return { problem, mode: findMode(problem, patient, timeline) };
}

function correlationOf({ correlated, serialCorrelation }: CurveSettings): number {
  return correlated ? serialCorrelation : 0;
}

/** What the curve of each course is read by. */
export function readingOf(
  patient: Patient,
  { model, relapseAt, horizon }: CurveSettings,
  { parameters }: ResponseProblem,
): CourseReading {
  return { model, parameters, floor: patient.scale.minimum, relapseAt, horizon };
}

/** The rows of the result, one for each target. */
export function estimateRows(
  patient: Patient,
  settings: ResponseSettings,
  targets: readonly ResponseTarget[],
  answer: IntervalAnswer,
  problem: IntervalProblem,
): Estimate[] {
  return targets.map((target, i) => {
    const { parameter, label, unit, course } = target;
    const { linkStandardError, ...numbers } = answer.intervals[i]!;
    const row: Estimate = {
      parameter,
      label,
      unit,
      ...numbers,
      level: settings.level,
      method: settings.interval.name,
      patient: patient.patient,
    };
    const exists = answer.posterior?.exists[i] ?? 1;
    const given = answer.posterior && conditionsOf(target, problem, exists);
    if (given) row.given = given;
    // What the data add to a quantity says little where it may not exist.
    const share = exists < 1 - NEGLIGIBLE ? null : dataShare(target, problem, linkStandardError);
    if (share !== null) row.dataShare = share;
    if (course !== undefined) row.course = course;
    return row;
  });
}

/** Below this, the probability that a quantity doesn't exist isn't mentioned. */
const NEGLIGIBLE = 5e-4;

/** What a posterior interval takes for granted, in words; empty where it is nothing. */
function conditionsOf(
  { underNull, exists }: ResponseTarget,
  { nullModel }: IntervalProblem,
  share: number,
): string {
  const effect = nullModel && nullModel.priorProbability > 0 && !underNull ? ["an effect"] : [];
  const existence = exists !== undefined && share < 1 - NEGLIGIBLE ? [exists] : [];
  return [...effect, ...existence].join(" and ");
}
