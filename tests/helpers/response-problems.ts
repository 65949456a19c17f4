import type { IntervalProblem } from "../../src/inference/interval-method.ts";
import { type ResponseTarget, responseTargets } from "../../src/response/derived-quantities.ts";
import type { FitResponseOptions } from "../../src/response/fit-response.ts";
import { plateau } from "../../src/response/models/plateau.ts";
import { defaultPriors } from "../../src/response/priors.ts";
import { compileProblem, findMode, type ResponseProblem } from "../../src/response/response-problem.ts";
import { roundedNormal } from "../../src/response/score-errors.ts";
import { layTimeline, type Timeline } from "../../src/response/timeline.ts";
import type { Patient } from "../../src/schema/patient.ts";

/** What `fitResponse` builds on its way, for tests that look inside. */
export interface PreparedResponse {
  timeline: Timeline;
  problem: ResponseProblem;
  intervals: IntervalProblem;
  targets: ResponseTarget[];
}

/** Compiles a patient's posterior, without searching its mode. */
export function compileResponse(patient: Patient, options: FitResponseOptions = {}): ResponseProblem {
  const { model = plateau, priors = defaultPriors, errors = roundedNormal, averageDays = false } = options;
  return compileProblem(patient, layTimeline(patient, averageDays), model, priors, errors);
}

/** Compiles a patient's posterior, its mode and its targets. */
export function prepareResponse(patient: Patient, options: FitResponseOptions = {}): PreparedResponse {
  const { model = plateau, errors = roundedNormal, averageDays = false, level = 0.95 } = options;
  const { relapseAt = { relief: 0.3 }, horizon = 180, seed = 1 } = options;
  const timeline = layTimeline(patient, averageDays);
  const problem = compileResponse(patient, options);
  const { minimum, covariance } = findMode(problem, patient, timeline);
  const { objective, parameters } = problem;
  const drop = errors.drop(level, patient.scores.length, problem.nCurveParameters);
  const floor = patient.scale.minimum;
  return {
    timeline,
    problem,
    intervals: { objective, prior: parameters.prior, minimum, covariance, level, drop, seed },
    targets: responseTargets({ model, parameters, floor, relapseAt, horizon }),
  };
}
