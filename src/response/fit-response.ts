import type { IntervalMethod, IntervalProblem } from "../inference/interval-method.ts";
import { priorCovariance } from "../inference/normal-prior.ts";
import { profile } from "../inference/profile.ts";
import { bilinear, type Matrix, toRows } from "../math/matrix.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { Patient } from "../schema/patient.ts";
import type { Json } from "../schema/provenance.ts";
import type { RelapseRule, ResponseResult, Sensitivity } from "../schema/response-result.ts";
import { version } from "../version.ts";
import { type ResponseTarget, responseTargets } from "./derived-quantities.ts";
import { fittedCurve } from "./fitted-curve.ts";
import { noEffect } from "./models/no-effect.ts";
import { plateau } from "./models/plateau.ts";
import { describeCourses, describeObservations } from "./observed.ts";
import { defaultPriors, type PriorSet } from "./priors.ts";
import type { ResponseModel } from "./response-model.ts";
import { compileProblem, describeFit, findMode, type ResponseMode, type ResponseProblem } from "./response-problem.ts";
import { responseWarnings } from "./response-warnings.ts";
import { roundedNormal, type ScoreErrors } from "./score-errors.ts";
import { hasNominalDays, layTimeline, type Timeline } from "./timeline.ts";

/** Options of `fitResponse`. */
export interface FitResponseOptions {
  /** Relief curve; default `plateau`. */
  model?: ResponseModel;
  /** Interval method; default `profile`. */
  interval?: IntervalMethod;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Set of priors; default `defaultPriors`. */
  priors?: PriorSet;
  /** How scores scatter; default `roundedNormal`. */
  errors?: ScoreErrors;
  /** What counts as a relapse; default relief below 30 % of the baseline. */
  relapseAt?: RelapseRule;
  /** Days over which relief-days are counted; default 180. */
  horizon?: number;
  /** Average over the bounds of days even where a day is given; default false, then it is a sensitivity analysis. */
  averageDays?: boolean;
  /** Seed of interval methods that draw random numbers; default 1. */
  seed?: number;
}

type Settings = Required<FitResponseOptions>;

/**
 * Fits one patient's response to one or several courses of treatment.
 *
 * @param patient Scores and courses, as `readPatients` returns them.
 * @returns Estimates with intervals, the fitted curve, and what the data could not tell.
 * @throws {RangeError} when an option is out of range, such as `level: 95`.
 * @throws {EstimationError} `too-few-observations` below 3 scores, `no-course`, `not-converged`.
 * @see the coarsened-data likelihood of Heitjan & Rubin (1991), Ann Stat 19:2244–2253. doi:10.1214/aos/1176348396
 * @example
 * fitResponse(readPatients("day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,")[0]!).estimates.length; // 14
 */
export function fitResponse(patient: Patient, options: FitResponseOptions = {}): ResponseResult {
  const settings = withDefaults(options, patient);
  const { timeline, problem, mode, intervals } = prepare(patient, settings, settings.averageDays);
  const targets = responseTargets(derivedSettings(patient, settings, problem));
  const answer = settings.interval.estimate(intervals, targets);
  const estimates = targets.map((target, i) => estimateRow(patient, settings, target, answer.intervals[i]!, intervals));
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
    fitted: fittedCurve(problem, intervals, bandMethod, patient.scale.minimum, observations, courses, settings.horizon),
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

function withDefaults(options: FitResponseOptions, patient: Patient): Settings {
  const settings: Settings = {
    model: plateau,
    interval: profile,
    level: 0.95,
    priors: defaultPriors,
    errors: roundedNormal,
    relapseAt: { relief: 0.3 },
    horizon: 180,
    averageDays: false,
    seed: 1,
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  };
  const { level, horizon, relapseAt, priors } = settings;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  if (!(horizon > 0 && horizon < 1e5)) throw new RangeError(`horizon must be a positive number of days, got ${horizon}`);
  if (!(priors.residualSd.sd > 0)) {
    throw new RangeError(`The set of priors "${priors.name}" needs a proper prior on residualSd, got sd ${priors.residualSd.sd}`);
  }
  const { minimum, maximum } = patient.scale;
  const inside = "relief" in relapseAt
    ? relapseAt.relief > 0 && relapseAt.relief < 1
    : relapseAt.score > minimum && relapseAt.score <= maximum;
  if (!inside) throw new RangeError(`relapseAt must be a relief in (0, 1) or a score on the scale, got ${JSON.stringify(relapseAt)}`);
  return settings;
}

interface Prepared {
  timeline: Timeline;
  problem: ResponseProblem;
  mode: ResponseMode;
  intervals: IntervalProblem;
}

function prepare(patient: Patient, settings: Settings, averageDays: boolean): Prepared {
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

function derivedSettings(patient: Patient, settings: Settings, problem: ResponseProblem) {
  const { model, relapseAt, horizon } = settings;
  return { model, parameters: problem.parameters, floor: patient.scale.minimum, relapseAt, horizon };
}

function estimateRow(
  patient: Patient,
  settings: Settings,
  target: ResponseTarget,
  interval: Omit<Estimate, "parameter" | "label" | "unit" | "level" | "method">,
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

/** 1 − (posterior sd / prior sd)² on the working scale, to first order at the mode; null where the prior is flat. */
function dataShare(target: ResponseTarget, problem: IntervalProblem): number | null {
  const gradient = new Float64Array(problem.minimum.x.length);
  if (target.evaluate(problem.minimum.x, gradient) === null || !problem.covariance) return null;
  const before = finiteVariance(gradient, priorCovariance(problem.prior));
  if (before === null) return null;
  return Math.max(0, 1 - bilinear(gradient, problem.covariance, gradient) / before);
}

/** gᵀ V g where no flat parameter takes part. */
function finiteVariance(gradient: Float64Array, prior: Matrix): number | null {
  const n = gradient.length;
  for (let i = 0; i < n; i++) {
    if (gradient[i] !== 0 && prior.values[i * n + i] === Infinity) return null;
  }
  const finite = { ...prior, values: prior.values.map((v) => (Number.isFinite(v) ? v : 0)) };
  const variance = bilinear(gradient, finite, gradient);
  return variance > 0 ? variance : null;
}

function fitWithoutEffect(patient: Patient, timeline: Timeline, settings: Settings) {
  const problem = compileProblem(patient, timeline, noEffect, settings.priors, settings.errors);
  return describeFit(problem, findMode(problem, patient, timeline));
}

const SENSITIVE = ["relief", "relapseDay"];

/** The main quantities with every day averaged over its bounds. */
function averagedDays(patient: Patient, settings: Settings): Sensitivity {
  const { problem, intervals } = prepare(patient, settings, true);
  const targets = responseTargets(derivedSettings(patient, settings, problem)).filter((target) =>
    SENSITIVE.includes(target.parameter),
  );
  const answer = settings.interval.estimate(intervals, targets);
  return {
    analysis: "days-averaged-over-bounds",
    label: "Days averaged over their bounds",
    estimates: targets.map((target, i) => estimateRow(patient, settings, target, answer.intervals[i]!, intervals)),
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

function optionsAsJson(settings: Settings): { [name: string]: Json } {
  const { model, interval, priors, errors, level, relapseAt, horizon, averageDays, seed } = settings;
  return {
    model: model.name,
    interval: interval.name,
    level,
    priors: priors.name,
    errors: errors.name,
    relapseAt: { ...relapseAt },
    horizon,
    averageDays,
    seed,
  };
}
