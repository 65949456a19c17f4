import type { Course, KnownDay, Patient, Scale, Score } from "../schema/index.ts";
import { isoDate } from "./cells/calendar-date.ts";
import type { Report } from "./collect-issues.ts";
import { dayOfScore } from "./day-of-score.ts";
import { describeFound } from "./describe-found.ts";
import type { PatientEvent } from "./read-patient-event.ts";
import { type RowDay, showDay } from "./read-row-day.ts";

/** A patient counts in days or in dates. */
function checkOneCount(patient: string, events: readonly PatientEvent[], report: Report): void {
  const first = events.find(({ when }) => when.told !== null);
  const other = events.find(({ when }) => when.told !== null && when.told.as !== first?.when.told?.as);
  if (!first?.when.told || !other?.when.told) return;
  const { column } = other.when.told;
  const found = `got ${first.when.told.column} in row ${first.row} and ${column} here`;
  const needed = "must be told by days throughout or by dates throughout";
  report(`patient ${describeFound(patient)} ${needed}, ${found}`, other.row, column);
}

function checkOneCourseADay(events: readonly PatientEvent[], report: Report): void {
  const rows = new Map<string, number>();
  for (const { row, when, course } of events) {
    if (course !== "yes" || when.told === null || when.day === null) continue;
    const day = `${when.told.as} ${showDay({ told: when.told.as, value: when.day })}`;
    const first = rows.get(day);
    if (first === undefined) {
      rows.set(day, row);
      continue;
    }
    const found = `got two on ${day}: rows ${first} and ${row}`;
    report(`a patient must have one course a day, ${found}`, row, when.told.column);
  }
}

/** Day 0 of a patient told by dates: the first course, else the first date, else the first bound. */
function findOrigin(events: readonly PatientEvent[]): number | null {
  const dated = events.filter(({ when }) => when.told?.as === "date");
  const courses = dated.filter(({ course }) => course === "yes").map(({ when }) => when.day);
  const candidates = [courses, dated.map(({ when }) => when.day), dated.map(({ when }) => when.earliest)];
  for (const days of candidates) {
    const first = days.reduce<number>(
      (least, day) => Math.min(least, day ?? least),
      Number.POSITIVE_INFINITY,
    );
    if (Number.isFinite(first)) return first;
  }
  return null;
}

/** Moves day 0 to the origin. */
function fromOrigin(day: number | null, when: RowDay, origin: number | null): KnownDay {
  const shift = (value: number | null): number | null => (value === null ? null : value - (origin ?? 0));
  return { day: shift(day), dayEarliest: shift(when.earliest), dayLatest: shift(when.latest) };
}

/** What holds for a whole file when its patients are built. */
export interface PatientContext {
  scale: Scale;
  /** A row from which on a course may have been lost among the unreadable. */
  firstLostRow: number;
  report: Report;
}

/**
 * Puts the rows of one patient together, in the order of the file.
 *
 * A row with a score and a course is a score first, then the course.
 *
 * @param patient Id.
 * @param events The patient's rows.
 * @param context The scale, and where problems go that lie between rows.
 * @returns The patient, sound where nothing was reported.
 */
export function buildPatient(
  patient: string,
  events: readonly PatientEvent[],
  context: PatientContext,
): Patient {
  const { scale, firstLostRow, report } = context;
  checkOneCount(patient, events, report);
  checkOneCourseADay(events, report);
  const origin = findOrigin(events);
  const scores: Score[] = [];
  const courses: Course[] = [];
  let course: PatientEvent | undefined;
  for (const event of events) {
    const { row, when, score, daysAfterCourse, doseGPerKg, rescue, note } = event;
    if (daysAfterCourse !== null && course === undefined && row < firstLostRow) {
      report(
        "days_after_course needs a course above it of the same patient, got none",
        row,
        "days_after_course",
      );
    }
    if (score !== null) {
      const known = fromOrigin(dayOfScore(event, course, report), when, origin);
      const coursesBefore = courses.length;
      scores.push({ ...known, daysAfterCourse, coursesBefore, ...score, rescue, note });
    }
    if (event.course === "no") continue;
    courses.push({ ...fromOrigin(when.day, when, origin), doseGPerKg, note });
    course = event;
  }
  const originDate = origin === null ? null : isoDate(origin);
  return { patient, timeUnit: "day", origin: originDate, scale: { ...scale }, scores, courses };
}
