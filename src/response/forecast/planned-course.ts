import { centerAt, type PriorCenter } from "../../inference/normal-prior.ts";
import { evenPoints } from "../../inference/posterior/even-points.ts";
import { normalQuantile } from "../../math/special/normal-quantile.ts";
import { normalCdf } from "../../math/special/normal-tails.ts";
import type { PlannedCourse } from "../../schema/next-course.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import { doseCovariate } from "../dose-covariate.ts";
import { BASELINE_SPREAD, defaultPriors, priorSets, scaleFactor } from "../priors.ts";
import type { CurveParameter } from "../response-model.ts";
import type { WorkingParameters } from "../working-parameters.ts";
import { type ResultDraws, workingName } from "./result-draws.ts";

/** Standard deviations between the courses of one patient, and what they are called. */
export interface Spreads {
  byParameter: Readonly<Record<string, number>>;
  /** Where they are from, such as `the set of priors "default"`. */
  source: string;
}

/** A parameter that the planned course has for itself. */
interface OwnParameter {
  /** Name on the working scale. */
  name: string;
  label: string;
  /** Working scale; none for a score. */
  link: string | null;
  center: PriorCenter;
  sd: number;
  /** What the draws stay on one side of: the best score, for a baseline. */
  bound: number | null;
}

/** A value drawn around its centre, or around the centre's side of the bound. */
function drawOwn({ center, sd, bound }: OwnParameter, draw: readonly number[], point: number): number {
  const middle = centerAt(center, draw);
  if (bound === null) return middle + sd * normalQuantile(point);
  const side = Math.sign(middle - bound);
  const beyond = normalCdf(-Math.abs(middle - bound) / sd);
  return middle + side * sd * normalQuantile(beyond + (1 - beyond) * point);
}

/** Draws of a curve with one more course, the last. */
export interface PredictedCourse {
  parameters: WorkingParameters;
  draws: Float64Array[];
  own: OwnParameter[];
}

/**
 * The spreads between courses: as told, else those that the result was fitted with, else those of its set of priors.
 */
export function spreadsOf(result: ResponseResult, told?: Readonly<Record<string, number>>): Spreads {
  if (told) return { byParameter: told, source: "the options" };
  const set = priorSets.find(({ name }) => name === result.priors.set);
  const named = set ?? defaultPriors;
  const source = `the set of priors "${named.name}"`;
  const fitted: [string, number][] = result.priors.parameters.flatMap(({ parameter, around, sd }) =>
    around !== null && sd !== null && parameter.endsWith(" 1") ? [[parameter.split(" ").at(-2)!, sd]] : [],
  );
  if (fitted.length > 0) return { byParameter: Object.fromEntries(fitted), source: "the fit" };
  const { [BASELINE_SPREAD]: ofBaselines, ...ofCurves } = named.spreads;
  if (!hasOwnBaseline(result) || ofBaselines === undefined) return { byParameter: ofCurves, source };
  return {
    byParameter: { ...ofCurves, [BASELINE_SPREAD]: ofBaselines * scaleFactor(result.scale) },
    source,
  };
}

/** Whether a course after those of a fit has a baseline of its own: also after one course, which couldn't tell. */
function hasOwnBaseline({ provenance }: ResponseResult): boolean {
  return provenance.options.baselines === "own";
}

/**
 * Draws the parameters of one more course: each parameter with a spread is drawn around the patient's mean, or around the
 * one course seen where there is no mean; the others are those of all courses.
 *
 * @param seed Of the points of which the draws are made, one for each draw of the result.
 */
export function predictCourse(
  result: ResponseResult,
  drawn: ResultDraws,
  planned: PlannedCourse,
  { byParameter }: Spreads,
  seed: number,
): PredictedCourse {
  const { model, parameters, draws } = drawn;
  const last = parameters.courses.at(-1)!;
  const own: OwnParameter[] = [];
  const add = (parameter: OwnParameter): number => parameters.names.length + own.push(parameter) - 1;
  const indices = model.parameters.map((parameter, k) => {
    const sd = parameter.perCourse ? byParameter[parameter.name] : undefined;
    if (sd === undefined) return last[k]!;
    const { label, link } = parameter;
    const shift = doseShift(result, parameters, planned, parameter);
    const center = { parameter: parameters.means[k] ?? last[k]!, ...shift };
    return add({ name: workingName(parameter), label, link, center, sd, bound: null });
  });
  const baseline = baselineOf(result, drawn, byParameter);
  const level = baseline ? add(baseline) : parameters.baselines.at(-1)!;
  const points = evenPoints(draws.length, Math.max(1, own.length), seed, 0);
  return {
    parameters: {
      ...parameters,
      names: [...parameters.names, ...own.map(({ name }) => `${name} planned`)],
      baselines: [...parameters.baselines, level],
      courses: [...parameters.courses, indices],
    },
    draws: draws.map((draw, i) =>
      Float64Array.from([
        ...draw,
        ...own.map((parameter, k) => drawOwn(parameter, draw, points[i * own.length + k]!)),
      ]),
    ),
    own,
  };
}

/** The planned course's own baseline; null where it has none. */
function baselineOf(
  result: ResponseResult,
  { parameters, floor }: ResultDraws,
  { [BASELINE_SPREAD]: sd }: Spreads["byParameter"],
): OwnParameter | null {
  if (!hasOwnBaseline(result) || sd === undefined) return null;
  const center = { parameter: parameters.baseline };
  return { name: "baseline", label: "Baseline", link: null, center, sd, bound: floor };
}

/** The shift by the planned dose, for the parameter that follows the dose; an open dose counts as the mean one. */
function doseShift(
  { courses, provenance }: ResponseResult,
  { doseEffect }: WorkingParameters,
  { doseGPerKg }: PlannedCourse,
  { name }: CurveParameter,
): Pick<Extract<PriorCenter, { parameter: number }>, "covariate"> {
  if (doseEffect === null || provenance.options.doseOn !== name || doseGPerKg === null) return {};
  const doses = courses.map((course) => course.doseGPerKg);
  const known = doses.findIndex((dose) => dose !== null);
  const value = doseCovariate(doses)[known]! + Math.log2(doseGPerKg / doses[known]!);
  return { covariate: { coefficient: doseEffect, value } };
}
