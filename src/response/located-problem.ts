import { dataShare } from "../inference/data-share.ts";
import type { Interval, IntervalProblem } from "../inference/interval-method.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { Patient } from "../schema/patient.ts";
import { type ResponseTarget, responseTargets } from "./derived-quantities.ts";
import type { ResponseSettings } from "./fit-response-options.ts";
import { compileProblem, findMode, type ResponseMode, type ResponseProblem } from "./response-problem.ts";
import { layTimeline, type Timeline } from "./timeline.ts";

/** A model brought together with a patient, its mode found, ready for intervals. */
export interface LocatedProblem {
  timeline: Timeline;
  problem: ResponseProblem;
  mode: ResponseMode;
  intervals: IntervalProblem;
}

/** Compiles the posterior and finds its mode. */
export function locateProblem(
  patient: Patient,
  settings: ResponseSettings,
  averageDays: boolean,
): LocatedProblem {
  const { model, priors, errors, level, seed } = settings;
  const timeline = layTimeline(patient, averageDays);
  const problem = compileProblem(patient, timeline, model, priors, errors);
  const mode = findMode(problem, patient, timeline);
  const intervals: IntervalProblem = {
    objective: problem.objective,
    prior: problem.parameters.prior,
    minimum: mode.minimum,
    covariance: mode.covariance,
    level,
    drop: errors.drop(level, patient.scores.length, problem.nCurveParameters),
    seed,
  };
  return { timeline, problem, mode, intervals };
}

/** The quantities to report of a located problem. */
export function targetsOf(
  patient: Patient,
  settings: ResponseSettings,
  problem: ResponseProblem,
): ResponseTarget[] {
  const { model, relapseAt, horizon } = settings;
  const { parameters } = problem;
  return responseTargets({ model, parameters, floor: patient.scale.minimum, relapseAt, horizon });
}

/** One row of the result. */
export function estimateRow(
  patient: Patient,
  settings: ResponseSettings,
  target: ResponseTarget,
  interval: Interval,
  problem: IntervalProblem,
): Estimate {
  const { parameter, label, unit, course } = target;
  const row: Estimate = {
    parameter,
    label,
    unit,
    ...interval,
    level: settings.level,
    method: settings.interval.name,
    patient: patient.patient,
  };
  const share = dataShare(target, problem);
  if (share !== null) row.dataShare = share;
  if (course !== undefined) row.course = course;
  return row;
}
