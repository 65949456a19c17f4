import type { Course, KnownDay, MissedVisit, Patient, Score } from "../schema/index.ts";
import { numericalRatingScale } from "../schema/numerical-rating-scale.ts";
import { isoDate } from "./cells/calendar-date.ts";
import type { Report } from "./collect-issues.ts";
import { dayOfScore } from "./day-of-score.ts";
import { describeFound } from "./describe-found.ts";
import { type OutcomeEvents, patientOutcomes } from "./patient-outcomes.ts";
import type { ScoreSettings } from "./patient-settings.ts";
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

/** Whether two rows of a day can tell the same course: each in the row of another outcome, with the same dose. */
function canBeOneCourse(a: PatientEvent, b: PatientEvent): boolean {
  if (a.outcome === null || b.outcome === null || a.outcome === b.outcome) return false;
  return a.doseGPerKg === null || b.doseGPerKg === null || a.doseGPerKg === b.doseGPerKg;
}

function checkOneCourseADay(events: readonly PatientEvent[], report: Report): void {
  const seen = new Map<string, PatientEvent[]>();
  for (const event of events) {
    const { row, when, course } = event;
    if (course !== "yes" || when.told === null || when.day === null) continue;
    const day = `${when.told.as} ${showDay({ told: when.told.as, value: when.day })}`;
    const before = seen.get(day) ?? [];
    seen.set(day, [...before, event]);
    const other = before.find((earlier) => !canBeOneCourse(earlier, event));
    if (other === undefined) continue;
    const found = `got two on ${day}: rows ${other.row} and ${row}`;
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
  settingsOf: (outcome: string | null) => ScoreSettings;
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
 * @param context Scales, and where problems go that lie between rows.
 * @returns The patient, once for each outcome; sound where nothing was reported.
 */
export function buildPatients(
  patient: string,
  events: readonly PatientEvent[],
  context: PatientContext,
): Patient[] {
  checkOneCount(patient, events, context.report);
  checkOneCourseADay(events, context.report);
  const origin = findOrigin(events);
  return patientOutcomes(events).map((outcome) => buildPatient(patient, outcome, origin, context));
}

function buildPatient(
  patient: string,
  { outcome, events }: OutcomeEvents,
  origin: number | null,
  { settingsOf, firstLostRow, report }: PatientContext,
): Patient {
  const { scale = numericalRatingScale, improvement } = settingsOf(outcome);
  const scores: Score[] = [];
  const courses: Course[] = [];
  const missedVisits: MissedVisit[] = [];
  let course: PatientEvent | undefined;
  for (const event of events) {
    const { row, when, score, daysAfterCourse, doseGPerKg, rescue, note } = event;
    if (daysAfterCourse !== null && course === undefined && row < firstLostRow) {
      const needed = "days_after_course needs a course above it of the same patient, got none";
      report(needed, row, "days_after_course");
    }
    if (score !== null) {
      const known = fromOrigin(dayOfScore(event, course, report), when, origin);
      scores.push({ ...known, daysAfterCourse, coursesBefore: courses.length, ...score, rescue, note });
    }
    if (event.missed) missedVisits.push({ ...fromOrigin(when.day, when, origin), note });
    if (event.course === "no") continue;
    courses.push({ ...fromOrigin(when.day, when, origin), doseGPerKg, note });
    course = event;
  }
  return {
    patient,
    ...(outcome !== null && { outcome }),
    timeUnit: "day",
    origin: origin === null ? null : isoDate(origin),
    scale: { ...scale },
    ...(improvement && { improvement }),
    scores,
    courses,
    ...(missedVisits.length > 0 && { missedVisits }),
  };
}
