import type { Target } from "../inference/interval-method.ts";
import { numericalGradient } from "../math/derivatives.ts";
import type { RelapseRule } from "../schema/response-result.ts";
import { crossingDay, integratedRelief, peakRelief } from "./course-relief.ts";
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
    workingTarget(parameters.baseline, "identity", { parameter: "baseline", label: "Baseline", unit: "score" }),
  ];
  const several = parameters.courses.length > 1;
  model.parameters.forEach((parameter, k) => {
    const { name, label, unit, link } = parameter;
    const mean = parameters.means[k];
    if (typeof mean === "number") {
      const row = { parameter: `mean${name[0]!.toUpperCase()}${name.slice(1)}`, label: `${label}, typical course`, unit };
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
  const courses = parameters.courses.flatMap((_, j) => courseTargets(settings, j));
  return several || courses.length > 0 ? [...shared, ...courses] : shared;
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

/** Best relief and its day, relapse day and relief-days of one course alone. */
function curveTargets(settings: DerivedSettings, j: number): ResponseTarget[] {
  const { model, parameters, floor, horizon } = settings;
  const indices = parameters.courses[j]!;
  const slope = reliefGradient(model);
  const size = model.parameters.length;
  const course = j + 1;
  const out = new Float64Array(size + 1);
  const after = new Float64Array(size + 1);

  const bestRelief: ResponseTarget["evaluate"] = (theta, gradient) => {
    const p = naturalOf(model, indices, theta);
    const peak = peakRelief(model, slope, p);
    if (!peak) return null;
    slope(peak.day, p, out);
    const odds = peak.relief * (1 - peak.relief);
    gradient.fill(0);
    for (let k = 0; k < size; k++) gradient[indices[k]!] = out[k]! / odds;
    return Math.log(peak.relief / (1 - peak.relief));
  };

  const bestReliefDay: ResponseTarget["evaluate"] = (theta, gradient) => {
    const p = naturalOf(model, indices, theta);
    const peak = peakRelief(model, slope, p);
    if (!peak) return null;
    const step = 1e-4 * peak.day;
    slope(peak.day - step, p, out);
    slope(peak.day + step, p, after);
    const curvature = after[size]! - out[size]!;
    gradient.fill(0);
    for (let k = 0; k < size; k++) gradient[indices[k]!] = -(after[k]! - out[k]!) / curvature / peak.day;
    return Math.log(peak.day);
  };

  const relapseDay: ResponseTarget["evaluate"] = (theta, gradient) => {
    const p = naturalOf(model, indices, theta);
    const rule = threshold(settings.relapseAt, theta[parameters.baseline]! - floor, floor);
    const day = crossingDay(model, slope, p, rule.relief);
    if (day === null) return null;
    slope(day, p, out);
    const speed = out[size]! * day;
    gradient.fill(0);
    for (let k = 0; k < size; k++) gradient[indices[k]!] = -out[k]! / speed;
    gradient[parameters.baseline]! += rule.byBaseline / speed;
    return Math.log(day);
  };

  const reliefDays: ResponseTarget["evaluate"] = (theta, gradient) => {
    const p = naturalOf(model, indices, theta);
    const height = theta[parameters.baseline]! - floor;
    const integral = integratedRelief(model, slope, p, horizon, out);
    if (!(integral > 0) || !(height > 0)) return null;
    gradient.fill(0);
    for (let k = 0; k < size; k++) gradient[indices[k]!] = out[k]! / integral;
    gradient[parameters.baseline]! += 1 / height;
    return Math.log(height * integral);
  };

  return [
    { parameter: "bestRelief", label: "Best relief", unit: "fraction", course, link: "logit", evaluate: bestRelief },
    { parameter: "bestReliefDay", label: "Day of best relief", unit: "day", course, link: "log", evaluate: bestReliefDay },
    { parameter: "relapseDay", label: "Relapse day", unit: "day", course, link: "log", evaluate: relapseDay },
    {
      parameter: "reliefDays",
      label: `Relief-days, day 0 to ${horizon}`,
      unit: "score × day",
      course,
      link: "log",
      evaluate: reliefDays,
    },
  ];
}

/** Relief at the declared threshold, with its derivative by the baseline. */
function threshold(rule: RelapseRule, height: number, floor: number): { relief: number; byBaseline: number } {
  if ("relief" in rule) return { relief: rule.relief, byBaseline: 0 };
  const above = rule.score - floor;
  return { relief: 1 - above / height, byBaseline: above / height ** 2 };
}
