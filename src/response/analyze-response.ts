import type { Interval, IntervalAnswer } from "../inference/interval-method.ts";
import type { Patient } from "../schema/patient.ts";
import type { ResponseCourse, ResponseObservation } from "../schema/response-result.ts";
import type { ResponseSettings } from "./fit-response-options.ts";
import { type LocatedProblem, locateProblem, readingOf } from "./located-problem.ts";
import { describeCourses, describeObservations } from "./observed.ts";
import { scaleFactor } from "./priors.ts";
import { courseReaders } from "./quantities/course-alone.ts";
import { type ResponseTarget, responseTargets } from "./quantities/derived-quantities.ts";
import { curveTargets, type DrawnCurve } from "./quantities/fitted-curve.ts";
import { type ResponseEvent, responseEvents } from "./quantities/response-events.ts";

/** Everything that was computed of one patient, before it is put into words and rows. */
export interface ResponseAnalysis extends LocatedProblem {
  observations: ResponseObservation[];
  courses: ResponseCourse[];
  targets: ResponseTarget[];
  events: ResponseEvent[];
  curve: DrawnCurve;
  answer: IntervalAnswer;
  /** Band of the curve, and the name of the method that made it. */
  band: readonly Interval[];
  bandMethod: string;
}

/**
 * Fits a patient and asks the interval method for everything that is reported.
 *
 * @param given The patient as given.
 * @param patient The same on a scale where lower is better.
 */
export function analyzeResponse(
  given: Patient,
  patient: Patient,
  settings: ResponseSettings,
): ResponseAnalysis {
  const located = locateProblem(patient, settings);
  const { timeline, problem, intervals } = located;
  const reading = readingOf(patient, settings, problem);
  const readers = courseReaders(reading);
  const targets = responseTargets(reading, readers);
  const observations = describeObservations(given, timeline, problem.scores);
  const courses = describeCourses(patient, timeline);
  const curve = curveTargets(problem, patient.scale.minimum, observations, courses, settings.horizon);
  const events = responseEvents(
    readers,
    problem.parameters.reported,
    settings.relapseAt,
    scaleFactor(patient.scale),
    observations,
    courses,
  );
  const answer = settings.interval.estimate(intervals, targets, { events, curve: curve.targets });
  const bandMethod = settings.interval.band ?? settings.interval;
  const band = answer.posterior?.band ?? bandMethod.estimate(intervals, curve.targets).intervals;
  return {
    ...located,
    observations,
    courses,
    targets,
    events,
    curve,
    answer,
    band,
    bandMethod: bandMethod.name,
  };
}
