import type { Posterior, Target } from "../../inference/interval-method.ts";
import { type ImportanceSampler, importanceSampler } from "../../inference/posterior/importance-sampler.ts";
import { type TargetValues, targetValues } from "../../inference/posterior/target-values.ts";
import type { WeightedDraws } from "../../inference/posterior/weighted-draws.ts";
import type { Patient } from "../../schema/patient.ts";
import type { ResponseCourse, ResponseObservation } from "../../schema/response-result.ts";
import type { ResponseSettings } from "../fit-response-options.ts";
import type { CurveData } from "../likelihood/curve-likelihood.ts";
import { possibleTimes } from "../likelihood/possible-times.ts";
import { type LocatedProblem, locateProblem, readingOf } from "../located-problem.ts";
import { whereLowerIsBetter } from "../mirror-scale.ts";
import { describeCourses, describeObservations } from "../observed.ts";
import { scaleFactor } from "../priors.ts";
import { courseReaders } from "../quantities/course-alone.ts";
import { type ResponseTarget, responseTargets } from "../quantities/derived-quantities.ts";
import { type ResponseEvent, responseEvents } from "../quantities/response-events.ts";
import { hasOwnBaselines } from "../working-parameters.ts";
import { LARGEST_SHAPE } from "./left-out-weights.ts";

/** Draws after which a posterior that stays hard to sample is taken as it is. */
const MOST_DRAWS = 16_384;

/** Quantities of each course that every model with an effect has, the one whose limits are hardest to know first. */
const MAIN = ["relapseDay", "reliefDays", "bestRelief"];

/** A model brought together with a patient, and draws of its posterior: of the model itself, without any null model. */
export interface SampledModel {
  /** On a scale where lower is better. */
  patient: Patient;
  settings: ResponseSettings;
  located: LocatedProblem;
  /** What the likelihood is made of. */
  data: CurveData;
  /** Relapse day, relief-days and best relief of each course; none where the model has no effect. */
  targets: ResponseTarget[];
  /** Values of the targets, then 1 or 0 for each event, in the draws, as far as they have been asked for. */
  values: TargetValues;
  /** Everything whose probability is reported. */
  events: ResponseEvent[];
  /** As they were given. */
  observations: ResponseObservation[];
  courses: ResponseCourse[];
  /** All draws so far. */
  draws: WeightedDraws;
  /** What the draws came from, and more can come from. */
  sampler: ImportanceSampler;
}

/**
 * Finds the mode of a model and draws from its posterior.
 *
 * @param given The patient as given.
 * @param asked Settings as they were asked for.
 * @throws {EstimationError} as `fitResponse`.
 */
export function sampleModel(given: Patient, asked: ResponseSettings): SampledModel {
  const { patient, settings } = whereLowerIsBetter(given, asked);
  const located = locateProblem(patient, settings);
  const { problem, timeline, intervals } = located;
  const { model, errors, parameters, scores } = problem;
  const floor = patient.scale.minimum;
  const reading = readingOf(patient, settings, problem);
  const readers = courseReaders(reading);
  const targets = responseTargets(reading, readers)
    .filter(({ parameter }) => MAIN.includes(parameter))
    .sort((a, b) => MAIN.indexOf(a.parameter) - MAIN.indexOf(b.parameter));
  const observations = describeObservations(given, timeline, scores);
  const courses = describeCourses(patient, timeline);
  const events = responseEvents(
    readers,
    parameters.reported,
    settings.relapseAt,
    scaleFactor(patient.scale),
    observations,
    courses,
  );
  const sampler = samplerOf(intervals, targets, settings);
  const blocks = possibleTimes(timeline, hasOwnBaselines(parameters));
  return {
    patient,
    settings,
    located,
    data: { model, errors, parameters, scores, blocks, floor },
    targets,
    events,
    values: targetValues([...targets, ...events.map(indicator)]),
    observations,
    courses,
    draws: sampler.draws(),
    sampler,
  };
}

function indicator({ happens }: ResponseEvent): Target {
  return { link: "identity", evaluate: (theta) => (happens(theta) ? 1 : 0) };
}

/**
 * Samples a posterior, with more draws where the weights have a heavy tail.
 *
 * @param targets Quantities whose tails matter, the most important first.
 */
export function samplerOf(
  posterior: Posterior,
  targets: readonly Target[],
  { level, seed }: Pick<ResponseSettings, "level" | "seed">,
): ImportanceSampler {
  const sampler = importanceSampler(posterior, targets, level, seed);
  for (let draws = sampler.draws(); !isTrusted(draws) && canGrow(draws); draws = sampler.draws()) {
    sampler.grow([]);
  }
  return sampler;
}

/** Whether there may be as many draws again. */
export function canGrow({ nDraws }: Pick<WeightedDraws, "nDraws">): boolean {
  return 2 * nDraws <= MOST_DRAWS;
}

/** Whether the weights of draws have a tail light enough. */
export function isTrusted({ paretoShape }: Pick<WeightedDraws, "paretoShape">): boolean {
  return paretoShape !== null && paretoShape <= LARGEST_SHAPE;
}
