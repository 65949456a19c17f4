import { EstimationError } from "../../errors.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import { responseModels } from "../models/index.ts";
import type { CurveParameter, ResponseModel } from "../response-model.ts";
import type { WorkingParameters } from "../working-parameters.ts";
import { bestScore } from "./look-ahead.ts";

/** The posterior draws of a result, with what is needed to draw its curve again. */
export interface ResultDraws {
  model: ResponseModel;
  parameters: WorkingParameters;
  /** Working parameters, one row for each draw, given an effect. */
  draws: readonly (readonly number[])[];
  /** Best score of the scale, from which relief is measured; the highest where higher scores are better. */
  floor: number;
  /** First day of each course. */
  days: readonly number[];
  /** Probability that no course has any effect. */
  noEffect: number;
  /** Whether the fit left that possible. */
  mayHaveNoEffect: boolean;
}

/**
 * Reads the posterior draws of a result, which may come from a file.
 *
 * @param model Of the result, where it is not one of `responseModels`.
 * @throws {EstimationError} `no-draws` where the interval method makes none.
 * @throws {RangeError} when the model is unknown, or the result's parameters are not those of the model.
 */
export function resultDraws(
  result: ResponseResult,
  model: ResponseModel = modelNamed(result.model),
): ResultDraws {
  const { draws, covariance, courses, posterior } = result;
  if (!draws || draws.length === 0) {
    const method = result.estimates[0]?.method ?? "unknown";
    throw new EstimationError(
      "no-draws",
      `Cannot look ahead: needs the posterior draws of a fit with the interval method "posterior", got a fit with "${method}"`,
    );
  }
  const { parameters: names } = covariance;
  const wrong = draws.find((draw) => draw.length !== names.length);
  if (wrong) throw new RangeError(`Each draw must hold ${names.length} parameters, got ${wrong.length}`);
  const hasEffect = model.parameters.length > 0;
  return {
    model,
    parameters: parametersNamed(names, model, courses.length),
    draws,
    floor: bestScore(result),
    days: courses.map(({ day }) => day),
    noEffect: hasEffect ? (posterior?.nullModel?.probability ?? 0) : 1,
    mayHaveNoEffect: !hasEffect || (posterior?.nullModel?.priorProbability ?? 0) > 0,
  };
}

function modelNamed(wanted: string): ResponseModel {
  const found = responseModels.find(({ name }) => name === wanted);
  if (found) return found;
  throw new RangeError(`The model "${wanted}" is none of nof1's: pass it as the option model`);
}

/** Name of a curve parameter on its working scale. */
export function workingName({ link, name }: CurveParameter): string {
  return `${link} ${name}`;
}

/** Finds the working parameters by their names: one for all courses, or one for each. */
function parametersNamed(names: string[], model: ResponseModel, nCourses: number): WorkingParameters {
  const indexOf = (name: string): number => {
    const index = names.indexOf(name);
    if (index >= 0) return index;
    throw new RangeError(
      `A result of "${model.name}" must have the parameter "${name}", got ${names.join(", ")}`,
    );
  };
  const dose = names.indexOf("log doseEffect");
  const courses = Array.from({ length: nCourses }, (_, j) =>
    model.parameters.map((parameter) => {
      const name = workingName(parameter);
      return names.includes(name) ? names.indexOf(name) : indexOf(`${name} ${j + 1}`);
    }),
  );
  const own = names.includes("mean baseline");
  return {
    names,
    baseline: indexOf(own ? "mean baseline" : "baseline"),
    baselines: courses.map((_, j) => indexOf(own ? `baseline ${j + 1}` : "baseline")),
    residualSd: indexOf("log residualSd"),
    courses,
    means: model.parameters.map((parameter) => {
      const index = names.indexOf(`mean ${workingName(parameter)}`);
      return index < 0 ? null : index;
    }),
    reported: courses.map((_, j) => j),
    doseEffect: dose < 0 ? null : dose,
    // Draws have the prior in them.
    prior: { terms: [] },
  };
}
