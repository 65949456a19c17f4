import { toRows } from "../math/linear/matrix.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { Patient } from "../schema/patient.ts";
import type { ResponseResult } from "../schema/response-result.ts";
import { version } from "../version.ts";
import { analyzeResponse, type ResponseAnalysis } from "./analyze-response.ts";
import {
  type FitResponseOptions,
  optionsAsJson,
  type ResponseSettings,
  withDefaults,
} from "./fit-response-options.ts";
import { estimateRows } from "./located-problem.ts";
import { describeMaintenance, maintenanceWarnings } from "./maintenance.ts";
import { directionWarnings, mirrorBack, whereLowerIsBetter } from "./mirror-scale.ts";
import { missedVisitDays, peopleWarnings } from "./people-checks.ts";
import { fittedCurve } from "./quantities/fitted-curve.ts";
import { describeFit, type ResponseProblem } from "./response-problem.ts";
import { responseWarnings } from "./response-warnings.ts";
import { analyzeSensitivity } from "./sensitivity/analyze-sensitivity.ts";

/**
 * Fits one patient's response to one or several courses of treatment.
 *
 * @param given Scores and courses, as `readPatients` returns them.
 * @returns Estimates with intervals, the fitted curve, and what the data could not tell.
 * @throws {RangeError} when an option is out of range, such as `level: 95`.
 * @throws {EstimationError} `too-few-observations` below 3 scores, `no-course`, `not-converged`.
 * @see the coarsened-data likelihood of Heitjan & Rubin (1991), Ann Stat 19:2244–2253. doi:10.1214/aos/1176348396
 * @example
 * fitResponse(readPatients("day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,")[0]!).estimates.length; // 12
 */
export function fitResponse(given: Patient, options: FitResponseOptions = {}): ResponseResult {
  const asked = withDefaults(options, given);
  const { patient, settings } = whereLowerIsBetter(given, asked);
  const analysis = analyzeResponse(given, patient, settings);
  const { observations, courses, timeline } = analysis;
  const maintenance = describeMaintenance(given, observations, courses, settings.level);
  const missedVisits = missedVisitDays(given);
  const fitted: ResponseResult = {
    kind: "response",
    schemaVersion: 1,
    patient: patient.patient,
    ...(given.outcome !== undefined && { outcome: given.outcome }),
    model: settings.model.name,
    nObservations: patient.scores.length,
    nCourses: patient.courses.length,
    timeUnit: "day",
    origin: patient.origin,
    scale: patient.scale,
    horizon: settings.horizon,
    relapseAt: asked.relapseAt,
    ...whatWasFitted(analysis, patient, settings),
    observations,
    ...(missedVisits.length > 0 && { missedVisits }),
    courses,
    sensitivity: analyzeSensitivity(patient, settings, analysis.mode.minimum.x),
    maintenance,
    warnings: [],
    provenance: {
      package: "nof1",
      version,
      seed: analysis.answer.draws ? settings.seed : null,
      inputSha256: null,
      options: optionsAsJson(asked),
    },
  };
  const result = withOutcome(mirrorBack(fitted, asked));
  result.warnings = [
    ...directionWarnings(given, asked),
    ...peopleWarnings(given, timeline),
    ...responseWarnings(result, timeline.averaged),
    ...maintenanceWarnings(maintenance, courses.length, asked.baselines),
    ...analysis.answer.warnings,
  ];
  return result;
}

/** The part of a result that comes from the fit alone. */
function whatWasFitted(
  {
    problem,
    mode,
    intervals,
    withoutEffect,
    targets,
    events,
    curve,
    answer,
    band,
    bandMethod,
  }: ResponseAnalysis,
  patient: Patient,
  settings: ResponseSettings,
): Pick<
  ResponseResult,
  | "estimates"
  | "fit"
  | "noEffect"
  | "probabilities"
  | "fitted"
  | "bandMethod"
  | "priors"
  | "covariance"
  | "posterior"
  | "draws"
> {
  return {
    estimates: estimateRows(patient, settings, targets, answer, intervals),
    fit: describeFit(problem, mode),
    noEffect: withoutEffect && describeFit(withoutEffect.problem, withoutEffect.mode),
    probabilities: events.map(({ event, label, course }, i) => ({
      event,
      label,
      probability: answer.posterior?.probabilities[i] ?? null,
      patient: patient.patient,
      course,
    })),
    fitted: fittedCurve(curve, band, patient.scale),
    bandMethod,
    priors: { set: settings.priors.name, parameters: priorsUsed(problem) },
    covariance: {
      parameters: problem.parameters.names,
      mode: Array.from(mode.minimum.x),
      matrix: mode.covariance && toRows(mode.covariance),
    },
    posterior: answer.posterior?.summary ?? null,
    draws: answer.draws,
  };
}

/** Names the outcome in every row. */
function withOutcome(result: ResponseResult): ResponseResult {
  const { outcome, maintenance } = result;
  if (outcome === undefined) return result;
  const named = (rows: readonly Estimate[]): Estimate[] => rows.map((row) => ({ ...row, outcome }));
  return {
    ...result,
    estimates: named(result.estimates),
    sensitivity: result.sensitivity.map((analysis) => ({
      ...analysis,
      estimates: named(analysis.estimates),
    })),
    maintenance: maintenance && {
      ...maintenance,
      trend: maintenance.trend && { ...maintenance.trend, outcome },
    },
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
