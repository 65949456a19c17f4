import type { Report } from "./collect-issues.ts";
import type { PatientEvent } from "./read-patient-event.ts";
import type { RowDay } from "./read-row-day.ts";

const TOLERANCE = 1e-9;

/** First and last day it can have been; null where the row does not tell. */
function daysPossible({ day, earliest, latest }: RowDay): [number, number] | null {
  if (earliest !== null && latest !== null) return [earliest, latest];
  return day === null ? null : [day, day];
}

/** Fewest and most days from the course to the score by what both rows tell; null where they cannot be compared. */
function gap(course: RowDay, score: RowDay): [number, number] | null {
  if (course.told === null || course.told.as !== score.told?.as) return null;
  if (course.day !== null && score.day !== null) return [score.day - course.day, score.day - course.day];
  const [from, to] = [daysPossible(course), daysPossible(score)];
  return from === null || to === null ? null : [to[0] - from[1], to[1] - from[0]];
}

function showGap([fewest, most]: [number, number]): string {
  const [from, to] = [fewest, most].map((days) => Number(days.toPrecision(12)));
  return from === to ? `${from} days` : `${from} to ${to} days`;
}

/**
 * The day of a score, where it is counted from the course above.
 *
 * @param event A row with a score.
 * @param course The last course above it; undefined where there is none.
 * @param report Takes `days_after_course` that contradicts the days given.
 * @returns The row's own day; else the course's day plus the days, as long as no bounds are involved; else null.
 */
export function dayOfScore(
  event: PatientEvent,
  course: PatientEvent | undefined,
  report: Report,
): number | null {
  const { when, daysAfterCourse } = event;
  if (daysAfterCourse === null || course?.course !== "yes") return when.day;
  const days = gap(course.when, when);
  if (days !== null && (daysAfterCourse < days[0] - TOLERANCE || daysAfterCourse > days[1] + TOLERANCE)) {
    const needed = `must agree with the days given, by which this is ${showGap(days)} after row ${course.row}`;
    report(`days_after_course ${needed}, got ${daysAfterCourse}`, event.row, "days_after_course");
  }
  const { day, earliest } = course.when;
  return when.told === null && day !== null && earliest === null ? day + daysAfterCourse : when.day;
}
