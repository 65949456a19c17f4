import { toRows } from "../math/linear/matrix.ts";
import type { Patient } from "../schema/patient.ts";
import type { ResponseFit, ResponseResult, Sensitivity } from "../schema/response-result.ts";
import { version } from "../version.ts";
import {
  type FitResponseOptions,
  optionsAsJson,
  type ResponseSettings,
  withDefaults,
} from "./fit-response-options.ts";
import { fittedCurve } from "./fitted-curve.ts";
import { estimateRow, locateProblem, targetsOf } from "./located-problem.ts";
import { noEffect } from "./models/no-effect.ts";
import { describeCourses, describeObservations } from "./observed.ts";
import { compileProblem, describeFit, findMode, type ResponseProblem } from "./response-problem.ts";
import { responseWarnings } from "./response-warnings.ts";
import { hasNominalDays, type Timeline } from "./timeline.ts";

/**
 * Fits one patient's response to one or several courses of treatment.
 *
 * @param patient Scores and courses, as `readPatients` returns them.
 * @returns Estimates with intervals, the fitted curve, and what the data could not tell.
 * @throws {RangeError} when an option is out of range, such as `level: 95`.
 * @throws {EstimationError} `too-few-observations` below 3 scores, `no-course`, `not-converged`.
 * @see the coarsened-data likelihood of Heitjan & Rubin (1991), Ann Stat 19:2244–2253. doi:10.1214/aos/1176348396
 * @example
 * fitResponse(readPatients("day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,")[0]!).estimates.length; // 12
 */
export function fitResponse(patient: Patient, options: FitResponseOptions = {}): ResponseResult {
  const settings = withDefaults(options, patient);
  const { timeline, problem, mode, intervals } = locateProblem(patient, settings, settings.averageDays);
  const targets = targetsOf(patient, settings, problem);
  const answer = settings.interval.estimate(intervals, targets);
  const estimates = targets.map((target, i) =>
    estimateRow(patient, settings, target, answer.intervals[i]!, intervals),
  );
  const observations = describeObservations(patient, timeline, problem.scores);
  const courses = describeCourses(patient, timeline);
  const bandMethod = settings.interval.band ?? settings.interval;
  const isNull = settings.model.parameters.length === 0;
  const result: ResponseResult = {
    kind: "response",
    schemaVersion: 1,
    patient: patient.patient,
    model: settings.model.name,
    nObservations: patient.scores.length,
    nCourses: patient.courses.length,
    timeUnit: "day",
    origin: patient.origin,
    scale: patient.scale,
    horizon: settings.horizon,
    relapseAt: settings.relapseAt,
    estimates,
    fit: describeFit(problem, mode),
    noEffect: isNull ? null : fitWithoutEffect(patient, timeline, settings),
    fitted: fittedCurve(
      problem,
      intervals,
      bandMethod,
      patient.scale.minimum,
      observations,
      courses,
      settings.horizon,
    ),
    bandMethod: bandMethod.name,
    observations,
    courses,
    priors: { set: settings.priors.name, parameters: priorsUsed(problem) },
    covariance: {
      parameters: problem.parameters.names,
      mode: Array.from(mode.minimum.x),
      matrix: mode.covariance && toRows(mode.covariance),
    },
    sensitivity: settings.averageDays || !hasNominalDays(patient) ? [] : [averagedDays(patient, settings)],
    draws: answer.draws,
    warnings: [],
    provenance: {
      package: "nof1",
      version,
      seed: answer.draws ? settings.seed : null,
      inputSha256: null,
      options: optionsAsJson(settings),
    },
  };
  result.warnings = [...responseWarnings(result, timeline.averaged), ...answer.warnings];
  return result;
}

function fitWithoutEffect(patient: Patient, timeline: Timeline, settings: ResponseSettings): ResponseFit {
  const problem = compileProblem(patient, timeline, noEffect, settings.priors, settings.errors);
  return describeFit(problem, findMode(problem, patient, timeline));
}

const SENSITIVE = ["relief", "relapseDay"];

/** The main quantities with every day averaged over its bounds. */
function averagedDays(patient: Patient, settings: ResponseSettings): Sensitivity {
  const { problem, intervals } = locateProblem(patient, settings, true);
  const targets = targetsOf(patient, settings, problem).filter(({ parameter }) =>
    SENSITIVE.includes(parameter),
  );
  const answer = settings.interval.estimate(intervals, targets);
  return {
    analysis: "days-averaged-over-bounds",
    label: "Days averaged over their bounds",
    estimates: targets.map((target, i) =>
      estimateRow(patient, settings, target, answer.intervals[i]!, intervals),
    ),
  };
}

function priorsUsed({ parameters }: ResponseProblem): ResponseResult["priors"]["parameters"] {
  return parameters.prior.terms.map(({ index, center, sd }) => ({
    parameter: parameters.names[index]!,
    mean: "value" in center ? center.value : 0,
    around: "parameter" in center ? parameters.names[center.parameter]! : null,
    sd: sd === Infinity ? null : sd,
  }));
}
