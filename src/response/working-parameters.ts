import { mean as average } from "simple-statistics";
import type { NormalPrior, PriorTerm } from "../inference/normal-prior.ts";
import type { Patient } from "../schema/patient.ts";
import { DOSE_EFFECT_PRIOR } from "./dose-covariate.ts";
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
  /** Indices of the courses whose quantities are reported: the last alone, where all courses share their parameters. */
  reported: number[];
  /** Index of the log factor by which a parameter changes with each doubling of the dose; null where none is asked for. */
  doseEffect: number | null;
  prior: NormalPrior;
}

/** With more courses, each course's own relief and T50 are more parameters than a posterior of few scores can hold. */
export const MOST_OWN_COURSES = 6;

/** A curve parameter that may follow the dose, and each course's doublings of the dose. */
export interface DoseEffect {
  /** Index among the model's parameters. */
  parameter: number;
  covariate: readonly number[];
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
 * patient's own mean, with the set's spread, and shifted by the dose where that is asked for. More than six courses share
 * all parameters.
 *
 * @param dose The curve parameter that may follow the dose, and each course's covariate.
 */
export function layParameters(
  model: ResponseModel,
  priors: PriorSet,
  patient: Patient,
  isBefore: (index: number) => boolean,
  dose: DoseEffect | null = null,
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

  const doseEffect = dose && add(`log doseEffect`, { value: DOSE_EFFECT_PRIOR.mean }, DOSE_EFFECT_PRIOR.sd);
  const shared = nCourses === 1 || nCourses > MOST_OWN_COURSES;
  const courses: number[][] = Array.from({ length: nCourses }, () => []);
  const means = model.parameters.map((parameter, k) => {
    const setting = settingOf(parameter, priors);
    const name = `${parameter.link} ${parameter.name}`;
    const spread = priors.spreads[parameter.name];
    if (!parameter.perCourse || shared || spread === undefined) {
      const index = add(name, { value: setting.mean }, setting.sd);
      for (const course of courses) course[k] = index;
      return null;
    }
    const center = add(`mean ${name}`, { value: setting.mean }, setting.sd);
    courses.forEach((course, j) => {
      const shifted =
        dose?.parameter === k ? { covariate: { coefficient: doseEffect!, value: dose.covariate[j]! } } : {};
      course[k] = add(`${name} ${j + 1}`, { parameter: center, ...shifted }, spread);
    });
    return center;
  });
  const reported = shared ? courses.slice(-1).map(() => nCourses - 1) : courses.map((_, j) => j);
  return { names, baseline, residualSd, courses, reported, means, doseEffect, prior: { terms } };
}

function settingOf(parameter: CurveParameter, priors: PriorSet): NormalPriorSetting {
  const setting = priors.parameters[parameter.name] ?? parameter.prior;
  if (!setting)
    throw new TypeError(`The set of priors "${priors.name}" needs a prior for "${parameter.name}"`);
  return setting;
}
