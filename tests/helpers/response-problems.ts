import { type FitResponseOptions, withDefaults } from "../../src/response/fit-response-options.ts";
import { type LocatedProblem, locateProblem, readingOf } from "../../src/response/located-problem.ts";
import { courseReaders } from "../../src/response/quantities/course-alone.ts";
import { type ResponseTarget, responseTargets } from "../../src/response/quantities/derived-quantities.ts";
import { compileProblem, type ResponseProblem } from "../../src/response/response-problem.ts";
import { layTimeline } from "../../src/response/timeline.ts";
import type { Patient } from "../../src/schema/patient.ts";

/** Compiles a patient's posterior, without searching its mode. */
export function compileResponse(patient: Patient, options: FitResponseOptions = {}): ResponseProblem {
  const { model, priors, errors, averageDays, baselines } = withDefaults(options, patient);
  return compileProblem(patient, layTimeline(patient, averageDays), model, priors, errors, { baselines });
}

/** Compiles a patient's posterior and finds its mode, with every target of the model. */
export function prepareResponse(
  patient: Patient,
  options: FitResponseOptions = {},
): LocatedProblem & { targets: ResponseTarget[] } {
  const settings = withDefaults(options, patient);
  const located = locateProblem(patient, settings);
  const reading = readingOf(patient, settings, located.problem);
  return { ...located, targets: responseTargets(reading, courseReaders(reading)) };
}
