import type { Patient } from "../schema/patient.ts";
import type { ResponseCourse, ResponseObservation } from "../schema/response-result.ts";
import type { LatentScore } from "./likelihood/score-errors.ts";
import type { Timeline, TimelineEvent } from "./timeline.ts";

function middle(event: TimelineEvent): number {
  return 0.5 * (event.earliest + event.latest);
}

/** The scores as the fit saw them, in the order of the file. */
export function describeObservations(
  patient: Patient,
  timeline: Timeline,
  scores: readonly LatentScore[],
): ResponseObservation[] {
  return patient.scores.map((score, i) => ({
    day: score.day ?? middle(timeline.scores[i]!),
    dayEarliest: score.dayEarliest,
    dayLatest: score.dayLatest,
    score: score.lower === score.upper ? `${score.lower}` : `${score.lower}–${score.upper}`,
    lower: finite(scores[i]!.lower),
    upper: finite(scores[i]!.upper),
    rescue: score.rescue,
    note: score.note,
  }));
}

/** The courses as the fit saw them, in the order of their days. */
export function describeCourses(patient: Patient, timeline: Timeline): ResponseCourse[] {
  const inFileOrder = timeline.events.filter((event) => event.kind === "course");
  return timeline.courses.map((event, index) => {
    const course = patient.courses[inFileOrder.indexOf(event)]!;
    return {
      course: index + 1,
      day: course.day ?? middle(event),
      dayEarliest: course.dayEarliest,
      dayLatest: course.dayLatest,
      doseGPerKg: course.doseGPerKg,
      note: course.note,
    };
  });
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
