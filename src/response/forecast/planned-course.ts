import { centerAt, type PriorCenter } from "../../inference/normal-prior.ts";
import { evenPoints } from "../../inference/posterior/even-points.ts";
import { normalQuantile } from "../../math/special/normal-quantile.ts";
import type { PlannedCourse } from "../../schema/next-course.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import { doseCovariate } from "../dose-covariate.ts";
import { defaultPriors, priorSets } from "../priors.ts";
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
  parameter: CurveParameter;
  center: PriorCenter;
  sd: number;
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
    around !== null && sd !== null && parameter.endsWith(" 1") ? [[parameter.split(" ")[1]!, sd]] : [],
  );
  return fitted.length > 0
    ? { byParameter: Object.fromEntries(fitted), source: "the fit" }
    : { byParameter: named.spreads, source };
}

/**
 * Draws the parameters of one more course: each parameter with a spread is drawn around the patient's mean, or around the
 * one course seen where there is no mean; the others are those of all courses.
 *
 * @param seed Of the points of which the draws are made, one for each draw of the result.
 */
export function predictCourse(
  result: ResponseResult,
  { model, parameters, draws }: ResultDraws,
  planned: PlannedCourse,
  { byParameter }: Spreads,
  seed: number,
): PredictedCourse {
  const last = parameters.courses.at(-1)!;
  const own: OwnParameter[] = [];
  const indices = model.parameters.map((parameter, k) => {
    const sd = parameter.perCourse ? byParameter[parameter.name] : undefined;
    if (sd === undefined) return last[k]!;
    const center = {
      parameter: parameters.means[k] ?? last[k]!,
      ...doseShift(result, parameters, planned, parameter),
    };
    return parameters.names.length + own.push({ parameter, center, sd }) - 1;
  });
  const points = evenPoints(draws.length, Math.max(1, own.length), seed, 0);
  return {
    parameters: {
      ...parameters,
      names: [...parameters.names, ...own.map(({ parameter }) => `${workingName(parameter)} planned`)],
      courses: [...parameters.courses, indices],
    },
    draws: draws.map((draw, i) =>
      Float64Array.from([
        ...draw,
        ...own.map(
          ({ center, sd }, k) => centerAt(center, draw) + sd * normalQuantile(points[i * own.length + k]!),
        ),
      ]),
    ),
    own,
  };
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
