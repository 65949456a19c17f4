import type {
  IntervalAnswer,
  IntervalMethod,
  IntervalProblem,
  Target,
} from "../inference/interval-method.ts";
import { toRows } from "../math/linear/matrix.ts";
import type { Provenance } from "../schema/provenance.ts";
import type { RelapseRow } from "../schema/relapse.ts";
import type { RelapseFit, RelapseResult } from "../schema/relapse-result.ts";
import type { PriorUsed } from "../schema/working-fit.ts";
import { version } from "../version.ts";
import { type FitRelapseSettings, fitRelapseOptionsAsJson } from "./fit-relapse-options.ts";
import type { TimedCourse } from "./likelihood/relapse-likelihood.ts";
import type { RelapseParameters } from "./likelihood/relapse-parameters.ts";
import { type PredictiveLaw, predictiveLaw } from "./quantities/next-relapse.ts";
import { coxSnellResiduals, curvePoints, curveTimes } from "./quantities/relapse-curve.ts";
import { relapseReading } from "./quantities/relapse-reading.ts";
import { nextRelapseRow, relapseRows, relapseTargets } from "./quantities/relapse-rows.ts";
import { survivalTarget } from "./quantities/relapse-targets.ts";
import type { RelapseCovariate } from "./relapse-covariates.ts";
import type { RelapseProblem } from "./relapse-problem.ts";
import { relapseWarnings } from "./relapse-warnings.ts";

/** What was seen, whether course by course or as a range of several. */
export interface SeenRelapses {
  rows: readonly RelapseRow[];
  courses: readonly TimedCourse[];
  covariates: readonly RelapseCovariate[];
  nObservations: number;
  nEvents: number;
  nPatients: number;
  /** Last time at which any course was seen. */
  lastTime: number;
}

/** A result, with what it cannot hold for those who go on with it. */
export interface RelapseAnswer {
  result: RelapseResult;
  intervals: IntervalProblem;
  /** ln of the median, of working parameters. */
  median: Target;
  /** The law of one time more. */
  next: PredictiveLaw;
}

/** Centred covariates of the course whose quantities are asked for. */
function centeredAt(
  covariates: readonly RelapseCovariate[],
  { at }: Pick<FitRelapseSettings, "at">,
): Float64Array {
  return Float64Array.from(covariates, ({ name, mean }) => (at[name] ?? mean) - mean);
}

/** Makes intervals of every quantity, and the result. */
export function answerRelapse(
  problem: RelapseProblem,
  seen: SeenRelapses,
  settings: FitRelapseSettings,
  method: IntervalMethod,
): RelapseAnswer {
  const { model, parameters, intervals } = problem;
  const mode = intervals.minimum.x;
  const reading = relapseReading(model, parameters, centeredAt(seen.covariates, settings));
  const targets = relapseTargets(reading, seen.covariates, settings);
  const times = curveTimes(reading, mode, seen.lastTime);
  const curve = times.map((time) => survivalTarget(reading, time));
  const answer = method.estimate(intervals, targets, { curve });
  const band = answer.posterior?.band ?? (method.band ?? method).estimate(intervals, curve).intervals;
  const next = predictiveLaw(reading, intervals, answer, seen.nEvents);
  const hasDraws = answer.draws !== null;
  const result: RelapseResult = {
    kind: "relapse",
    schemaVersion: 1,
    model: model.name,
    nObservations: seen.nObservations,
    nEvents: seen.nEvents,
    nPatients: seen.nPatients,
    timeUnit: settings.timeUnit,
    observations: [...seen.rows],
    estimates: [
      ...relapseRows(targets, answer, intervals, method.name),
      nextRelapseRow(next, settings.level, settings.timeUnit, hasDraws),
    ],
    survival: curvePoints(times, band),
    bands: [],
    riskTable: [],
    masses: [],
    ...whatWasFitted(problem, answer, seen.nObservations),
    residuals: coxSnellResiduals(reading, mode, seen.rows, seen.courses),
    warnings: [],
    provenance: provenanceOf(settings, method),
  };
  const context = { lastTime: seen.lastTime, clustered: settings.cluster !== null };
  result.warnings = [...relapseWarnings(result, context), ...answer.warnings];
  return { result, intervals, median: targets[0]!, next };
}

function provenanceOf(settings: FitRelapseSettings, method: IntervalMethod): Provenance {
  const options = fitRelapseOptionsAsJson(settings, method);
  return { package: "nof1", version, seed: settings.seed, inputSha256: null, options };
}

/** The part of a result that comes from the fit alone. */
function whatWasFitted(
  problem: RelapseProblem,
  { posterior, draws }: IntervalAnswer,
  n: number,
): Pick<RelapseResult, "fit" | "working" | "priors" | "posterior" | "draws"> {
  const { parameters, intervals } = problem;
  const { minimum, covariance } = intervals;
  return {
    fit: describeFit(problem, n),
    working: {
      parameters: parameters.names,
      mode: Array.from(minimum.x),
      matrix: covariance && toRows(covariance),
    },
    priors: priorsUsed(parameters),
    posterior: posterior?.summary ?? null,
    draws,
  };
}

/** How well the model fits at its mode. */
function describeFit({ parameters, logLikelihood, intervals }: RelapseProblem, n: number): RelapseFit {
  const { x, converged } = intervals.minimum;
  const value = logLikelihood(x);
  const k = x.length;
  const flat = parameters.prior.terms.every(({ sd }) => sd === Infinity);
  return {
    converged,
    logLikelihood: value,
    nParameters: k,
    aicc: flat && n - k - 1 > 0 ? -2 * value + 2 * k + (2 * k * (k + 1)) / (n - k - 1) : null,
  };
}

function priorsUsed({ names, prior }: RelapseParameters): PriorUsed[] {
  return prior.terms.map(({ index, center, sd }) => ({
    parameter: names[index]!,
    mean: "value" in center ? center.value : 0,
    around: null,
    sd: sd === Infinity ? null : sd,
  }));
}
