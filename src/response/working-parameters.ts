import type { NormalPrior, PriorTerm } from "../inference/normal-prior.ts";
import { sum } from "../math/descriptive/sum.ts";
import type { Patient } from "../schema/patient.ts";
import { DOSE_EFFECT_PRIOR } from "./dose-covariate.ts";
import { BASELINE_SPREAD, type NormalPriorSetting, type PriorSet, scaleFactor } from "./priors.ts";
import type { CurveParameter, ResponseModel } from "./response-model.ts";

/** Where the scores without treatment stand in the vector of working parameters. */
export interface BaselineIndices {
  /** Index of the baseline: the patient's mean one where each course has its own. */
  baseline: number;
  /** For each course, the index of its baseline; that of the shared one throughout where there is only one. */
  baselines: number[];
}

/** Where every quantity stands in the vector of working parameters. */
export interface WorkingParameters extends BaselineIndices {
  names: string[];
  /** Index of the log residual standard deviation. */
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

/** Whether all courses share the score without treatment, or each starts from its own. */
export type Baselines = "shared" | "own";

/** What may be added to the usual layout. */
export interface LayoutOptions {
  /** The curve parameter that may follow the dose, and each course's covariate; default none. */
  dose?: DoseEffect | null;
  /** Default `shared`. */
  baselines?: Baselines;
}

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
  return sum(used) / used.length;
}

/** Working parameters and their priors, added one by one. */
interface Layout {
  names: string[];
  terms: PriorTerm[];
  /** @returns The index of the new parameter. */
  add(name: string, center: PriorTerm["center"], sd: number | null): number;
}

function emptyLayout(): Layout {
  const names: string[] = [];
  const terms: PriorTerm[] = [];
  const add: Layout["add"] = (name, center, sd) => {
    terms.push({ index: names.length, center, sd: sd ?? Infinity });
    return names.push(name) - 1;
  };
  return { names, terms, add };
}

/**
 * Lays out the working parameters of a model for a patient, with their priors.
 *
 * One course uses the set's means and standard deviations; several draw each `perCourse` parameter around the
 * patient's own mean, with the set's spread, and shifted by the dose where that is asked for. Where courses have their own
 * baselines, these are drawn around the patient's mean one in the same way. More than six courses share all parameters.
 * Baselines and scatter stand at the same places whatever the model.
 */
export function layParameters(
  model: ResponseModel,
  priors: PriorSet,
  patient: Patient,
  isBefore: (index: number) => boolean,
  { dose = null, baselines: asked = "shared" }: LayoutOptions = {},
): WorkingParameters {
  const nCourses = patient.courses.length;
  const layout = emptyLayout();
  const { names, terms, add } = layout;
  const shared = nCourses === 1 || nCourses > MOST_OWN_COURSES;
  const levels = addLevels(layout, priors, patient, isBefore, asked === "own" && !shared);
  const doseEffect = dose && add(`log doseEffect`, { value: DOSE_EFFECT_PRIOR.mean }, DOSE_EFFECT_PRIOR.sd);
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
  return { names, ...levels, courses, reported, means, doseEffect, prior: { terms } };
}

/** Adds the baseline, or the mean one and each course's, and the scatter. */
function addLevels(
  { add }: Layout,
  priors: PriorSet,
  patient: Patient,
  isBefore: (index: number) => boolean,
  own: boolean,
): Pick<WorkingParameters, "baseline" | "baselines" | "residualSd"> {
  const factor = scaleFactor(patient.scale);
  const expected = priors.baseline.mean;
  const mean =
    expected === "before-first-course"
      ? scoreBeforeFirstCourse(patient, isBefore)
      : patient.scale.minimum + expected * factor;
  const sd = priors.baseline.sd === null ? null : priors.baseline.sd * factor;
  const baseline = add(own ? "mean baseline" : "baseline", { value: mean }, sd);
  const scatter = priors.residualSd;
  const residualSd = add("log residualSd", { value: scatter.mean + Math.log(factor) }, scatter.sd);
  const baselines = patient.courses.map((_, j) =>
    own ? add(`baseline ${j + 1}`, { parameter: baseline }, baselineSpread(priors) * factor) : baseline,
  );
  return { baseline, baselines, residualSd };
}

function baselineSpread({ name, spreads }: PriorSet): number {
  const spread = spreads[BASELINE_SPREAD];
  if (spread !== undefined) return spread;
  throw new TypeError(`The set of priors "${name}" needs a spread for "${BASELINE_SPREAD}"`);
}

/** Whether courses have baselines of their own. */
export function hasOwnBaselines({ baseline, baselines }: BaselineIndices): boolean {
  return baselines.some((index) => index !== baseline);
}

/** Whether the mean baseline and each course's are above the floor of the scale, as relief needs them. */
export function aboveFloor(
  { baseline, baselines }: BaselineIndices,
  theta: ArrayLike<number>,
  floor: number,
): boolean {
  if (!(theta[baseline]! > floor)) return false;
  for (let j = 0; j < baselines.length; j++) if (!(theta[baselines[j]!]! > floor)) return false;
  return true;
}

function settingOf(parameter: CurveParameter, priors: PriorSet): NormalPriorSetting {
  const setting = priors.parameters[parameter.name] ?? parameter.prior;
  if (!setting)
    throw new TypeError(`The set of priors "${priors.name}" needs a prior for "${parameter.name}"`);
  return setting;
}
