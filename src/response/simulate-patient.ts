import { type RandomStream, randomStream } from "../math/random/random-stream.ts";
import type { Course, Patient, Score } from "../schema/patient.ts";
import type { Scale } from "../schema/scale.ts";
import { untreatedLevel } from "./likelihood/untreated-level.ts";
import { plateau } from "./models/plateau.ts";
import type { ResponseModel } from "./response-model.ts";

/** One course as it truly acts. */
export interface CourseTruth {
  /** First infusion day. */
  day: number;
  /** Total dose in grams per kilogram of body weight; null where unknown. */
  doseGPerKg: number | null;
  /** Natural parameters, in the order of the model. */
  parameters: readonly number[];
  /** Latent score without treatment on that day, from which it goes straight to the next course's; default the patient's. */
  baseline?: number;
}

/** Everything a made-up patient follows from, but for chance. */
export interface PatientTruth {
  patient: string;
  scale: Scale;
  /** Latent score without treatment; may exceed the scale's maximum. */
  baseline: number;
  /** Standard deviation of one latent score, in units of the scale. */
  residualSd: number;
  courses: readonly CourseTruth[];
  /** Days of the scores. */
  days: readonly number[];
}

/** How a patient is simulated. */
export interface SimulatePatientOptions {
  seed: number;
  /** Relief curve of a course; default `plateau`. */
  model?: ResponseModel;
  /** Correlation of the deviations of two scores a day apart, in [0, 1); default 0. */
  serialCorrelation?: number;
}

function checkTruth({ baseline, residualSd, scale, courses }: PatientTruth, model: ResponseModel): void {
  if (!(residualSd >= 0)) throw new RangeError(`residualSd must be 0 or more, got ${residualSd}`);
  for (const level of [baseline, ...courses.map((course) => course.baseline ?? baseline)]) {
    if (!(level >= scale.minimum)) {
      throw new RangeError(`baseline must be at least the scale's minimum ${scale.minimum}, got ${level}`);
    }
  }
  for (const { parameters } of courses) {
    const needed = model.parameters.map(({ name }) => name);
    if (parameters.length !== needed.length) {
      throw new RangeError(
        `"${model.name}" needs ${needed.join(", ")} of each course, got ${parameters.length} numbers`,
      );
    }
  }
}

/** The neighbouring score on the grid, within the scale; decimals that rounding error adds are cut off. */
function toGrid(latent: number, { minimum, maximum, step }: Scale): number {
  const within = Math.min(maximum, Math.max(minimum, latent));
  return Number((minimum + step * Math.round((within - minimum) / step)).toPrecision(12));
}

/** The score without treatment, by the day. */
function levelOf({ baseline, courses }: PatientTruth): (day: number) => number {
  const ordered = courses.toSorted((a, b) => a.day - b.day);
  const level = untreatedLevel({ baseline: 0, baselines: ordered.map((_, j) => j + 1) });
  level.set([baseline, ...ordered.map((course) => course.baseline ?? baseline)]);
  return (day) =>
    ordered.length === 0
      ? baseline
      : level.at(
          ordered.map((course) => day - course.day),
          0,
        );
}

function scoreOn(
  day: number,
  truth: PatientTruth,
  model: ResponseModel,
  untreated: number,
  deviation: number,
): Score {
  const { scale, residualSd } = truth;
  const given = truth.courses.filter((course) => course.day < day);
  const kept = given.reduce(
    (share, course) => share * (1 - model.relief(day - course.day, course.parameters)),
    1,
  );
  const expected = scale.minimum + (untreated - scale.minimum) * kept;
  const value = toGrid(expected + residualSd * deviation, scale);
  return {
    day,
    dayEarliest: null,
    dayLatest: null,
    daysAfterCourse: null,
    coursesBefore: given.length,
    lower: value,
    upper: value,
    rescue: false,
    note: null,
  };
}

/** Standard normal deviations with correlation φ^(days between), one number from the stream for each. */
function deviationsOn(days: readonly number[], perDay: number, random: RandomStream): number[] {
  const deviations: number[] = [];
  for (const [i, day] of days.entries()) {
    const rho = i === 0 || perDay === 0 ? 0 : perDay ** (day - days[i - 1]!);
    deviations.push(rho * (deviations[i - 1] ?? 0) + Math.sqrt(1 - rho * rho) * random.normal());
  }
  return deviations;
}

/**
 * Makes up a patient: scores = a + (B(t) − a) Π_j (1 − r_j(t − s_j)) + σ·N(0, 1), rounded to the scale and kept within it.
 * B(t) is the patient's baseline, or goes from one course's own to the next.
 *
 * A score on the day of a course is taken before the infusion, so that this course does not act on it yet. Each score takes
 * one number from the stream, in order of time, whatever σ is: patients who differ in σ only share their chance.
 *
 * @param truth Baselines and σ in units of the scale, whose minimum is a; days, and courses with r_j's natural parameters.
 * @param options Seed (a whole number), the relief curve r, and how deviations hang together in time.
 * @returns The patient; scores and courses in order of time.
 * @throws {RangeError} when σ < 0, a baseline < a, or a course lacks a parameter.
 * @example
 * const course = { day: 0, doseGPerKg: 2, parameters: [0.8, 4, 105, 60] };
 * const scale = { minimum: 0, maximum: 10, step: 1 };
 * const truth = { patient: "a", scale, baseline: 9, residualSd: 0, courses: [course], days: [0, 14] };
 * simulatePatient(truth, { seed: 1 }).scores.map(({ lower }) => lower); // [9, 2]
 */
export function simulatePatient(
  truth: PatientTruth,
  { seed, model = plateau, serialCorrelation = 0 }: SimulatePatientOptions,
): Patient {
  checkTruth(truth, model);
  if (!(serialCorrelation >= 0 && serialCorrelation < 1)) {
    throw new RangeError(`serialCorrelation must lie in [0, 1), got ${serialCorrelation}`);
  }
  const days = truth.days.toSorted((a, b) => a - b);
  const level = levelOf(truth);
  const deviations = deviationsOn(days, serialCorrelation, randomStream(seed));
  const courses = truth.courses.map(
    ({ day, doseGPerKg }): Course => ({ day, dayEarliest: null, dayLatest: null, doseGPerKg, note: null }),
  );
  return {
    patient: truth.patient,
    timeUnit: "day",
    origin: null,
    scale: { ...truth.scale },
    scores: days.map((day, i) => scoreOn(day, truth, model, level(day), deviations[i]!)),
    courses: courses.sort((a, b) => a.day! - b.day!),
  };
}
