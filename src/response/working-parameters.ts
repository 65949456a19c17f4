import { mean as average } from "simple-statistics";
import type { NormalPrior, PriorTerm } from "../inference/normal-prior.ts";
import type { Patient } from "../schema/patient.ts";
import { type NormalPriorSetting, type PriorSet, scaleFactor } from "./priors.ts";
import type { CurveParameter, ResponseModel } from "./response-model.ts";

/** Where every quantity stands in the vector of working parameters. */
export interface WorkingParameters {
  names: string[];
  /** Index of the baseline and of the log residual standard deviation. */
  baseline: number;
  residualSd: number;
  /** For each course, the index of each curve parameter. */
  courses: number[][];
  /** For each curve parameter, the index of its mean over courses; null where there is none. */
  means: (number | null)[];
  prior: NormalPrior;
}

export function toNatural(parameter: Pick<CurveParameter, "link">, working: number): number {
  return parameter.link === "log" ? Math.exp(working) : 1 / (1 + Math.exp(-working));
}

export function toWorking(parameter: Pick<CurveParameter, "link">, natural: number): number {
  return parameter.link === "log" ? Math.log(natural) : Math.log(natural / (1 - natural));
}

/** Mean of the scores before the first course (middles of ranges), else the first score. */
export function scoreBeforeFirstCourse(patient: Patient, isBefore: (index: number) => boolean): number {
  const middles = patient.scores.map((score) => 0.5 * (score.lower + score.upper));
  const before = middles.filter((_, i) => isBefore(i));
  const used = before.length > 0 ? before : middles.slice(0, 1);
  return average(used);
}

/**
 * Lays out the working parameters of a model for a patient, with their priors.
 *
 * One course uses the set's means and standard deviations; several draw each `perCourse` parameter around the
 * patient's own mean, with the set's spread.
 */
export function layParameters(
  model: ResponseModel,
  priors: PriorSet,
  patient: Patient,
  isBefore: (index: number) => boolean,
): WorkingParameters {
  const nCourses = patient.courses.length;
  const names: string[] = [];
  const terms: PriorTerm[] = [];
  const add = (name: string, center: PriorTerm["center"], sd: number | null): number => {
    terms.push({ index: names.length, center, sd: sd ?? Infinity });
    return names.push(name) - 1;
  };

  const factor = scaleFactor(patient.scale);
  const expected = priors.baseline.mean;
  const mean =
    expected === "before-first-course"
      ? scoreBeforeFirstCourse(patient, isBefore)
      : patient.scale.minimum + expected * factor;
  const baseline = add(
    "baseline",
    { value: mean },
    priors.baseline.sd === null ? null : priors.baseline.sd * factor,
  );
  const residualSd = add(
    "log residualSd",
    { value: priors.residualSd.mean + Math.log(factor) },
    priors.residualSd.sd,
  );

  const courses: number[][] = Array.from({ length: nCourses }, () => []);
  const means = model.parameters.map((parameter, k) => {
    const setting = settingOf(parameter, priors);
    const name = `${parameter.link} ${parameter.name}`;
    const spread = priors.spreads[parameter.name];
    if (!parameter.perCourse || nCourses === 1 || spread === undefined) {
      const index = add(name, { value: setting.mean }, setting.sd);
      for (const course of courses) course[k] = index;
      return null;
    }
    const center = add(`mean ${name}`, { value: setting.mean }, setting.sd);
    courses.forEach((course, j) => {
      course[k] = add(`${name} ${j + 1}`, { parameter: center }, spread);
    });
    return center;
  });
  return { names, baseline, residualSd, courses, means, prior: { terms } };
}

function settingOf(parameter: CurveParameter, priors: PriorSet): NormalPriorSetting {
  const setting = priors.parameters[parameter.name] ?? parameter.prior;
  if (!setting)
    throw new TypeError(`The set of priors "${priors.name}" needs a prior for "${parameter.name}"`);
  return setting;
}
