import type { Target } from "../inference/interval-method.ts";
import { numericalGradient } from "../math/derivatives/central-differences.ts";
import type { RelapseRule } from "../schema/response-result.ts";
import { courseQuantities } from "./course-quantities.ts";
import { reliefGradient } from "./relief-gradient.ts";
import type { ResponseModel } from "./response-model.ts";
import { toNatural, type WorkingParameters } from "./working-parameters.ts";

/** A target with the name, label and unit of its row. */
export interface ResponseTarget extends Target {
  parameter: string;
  label: string;
  unit: string;
  course?: number;
}

/** What the derived quantities depend on besides the working parameters. */
export interface DerivedSettings {
  model: ResponseModel;
  parameters: WorkingParameters;
  /** Floor of the scale. */
  floor: number;
  relapseAt: RelapseRule;
  /** Days over which relief-days are counted. */
  horizon: number;
}

/** A working parameter as a target of its own. */
function workingTarget(
  index: number,
  link: Target["link"],
  row: Pick<ResponseTarget, "parameter" | "label" | "unit" | "course">,
): ResponseTarget {
  return {
    ...row,
    link,
    evaluate(theta, gradient) {
      gradient.fill(0);
      gradient[index] = 1;
      return theta[index]!;
    },
  };
}

/** Every quantity that is reported of a model: shared ones first, then each course's. */
export function responseTargets(settings: DerivedSettings): ResponseTarget[] {
  const { model, parameters } = settings;
  const shared: ResponseTarget[] = [
    workingTarget(parameters.baseline, "identity", {
      parameter: "baseline",
      label: "Baseline",
      unit: "score",
    }),
  ];
  model.parameters.forEach((parameter, k) => {
    const { name, label, unit, link } = parameter;
    const mean = parameters.means[k];
    if (typeof mean === "number") {
      const row = {
        parameter: `mean${name[0]!.toUpperCase()}${name.slice(1)}`,
        label: `${label}, typical course`,
        unit,
      };
      shared.push(workingTarget(mean, link, row));
    } else if (!parameter.perCourse) {
      shared.push(workingTarget(parameters.courses[0]![k]!, link, { parameter: name, label, unit }));
    }
  });
  shared.push(
    workingTarget(parameters.residualSd, "log", {
      parameter: "residualSd",
      label: "Scatter of the scores (σ)",
      unit: "score",
    }),
  );
  if (model.parameters.length === 0) return shared;
  return [...shared, ...parameters.courses.flatMap((_, j) => courseTargets(settings, j))];
}

function courseTargets(settings: DerivedSettings, j: number): ResponseTarget[] {
  const { model, parameters } = settings;
  const indices = parameters.courses[j]!;
  const course = j + 1;
  const own = model.parameters.flatMap((parameter, k) => {
    if (!parameter.perCourse) return [];
    const row = { parameter: parameter.name, label: parameter.label, unit: parameter.unit, course };
    return [workingTarget(indices[k]!, parameter.link, row)];
  });
  const landmarks = model.landmarks.map(
    (landmark): ResponseTarget => ({
      parameter: landmark.parameter,
      label: landmark.label,
      unit: "day",
      course,
      link: "identity",
      evaluate(theta, gradient) {
        const value = (x: ArrayLike<number>): number => landmark.value(naturalOf(model, indices, x));
        gradient.set(numericalGradient(value, Float64Array.from(theta)) ?? []);
        return value(theta);
      },
    }),
  );
  return [...own, ...landmarks, ...curveTargets(settings, j)];
}

function naturalOf(model: ResponseModel, indices: readonly number[], theta: ArrayLike<number>): number[] {
  return model.parameters.map((parameter, k) => toNatural(parameter, theta[indices[k]!]!));
}

/** The quantities derived from the curve of one course alone. */
function curveTargets(settings: DerivedSettings, j: number): ResponseTarget[] {
  const { model, parameters, floor, relapseAt, horizon } = settings;
  const indices = parameters.courses[j]!;
  const slope = reliefGradient(model);
  const byCurve = new Float64Array(model.parameters.length);
  return courseQuantities.map(({ parameter, label, unit, link, evaluate }) => ({
    parameter,
    label: label(horizon),
    unit,
    course: j + 1,
    link,
    evaluate(theta, gradient) {
      const p = naturalOf(model, indices, theta);
      const height = theta[parameters.baseline]! - floor;
      const found = evaluate({ model, slope, p, height, floor, relapseAt, horizon }, byCurve);
      if (!found) return null;
      gradient.fill(0);
      for (let k = 0; k < byCurve.length; k++) gradient[indices[k]!] = byCurve[k]!;
      gradient[parameters.baseline]! += found.byBaseline;
      return found.value;
    },
  }));
}
