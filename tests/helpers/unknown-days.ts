import { numericalRatingScale, type Scale } from "../../src/schema/index.ts";
import type { Course, Patient, Score } from "../../src/schema/patient.ts";

/** A score or a course of a file, in its order: what is left out is unknown or does not apply. */
export type Row =
  | ({ score: number | [number, number] } & Partial<Omit<Score, "lower" | "upper" | "coursesBefore">>)
  | ({ course: true } & Partial<Course>);

const unknownDay = { day: null, dayEarliest: null, dayLatest: null };

/** A patient from the rows of a file; `coursesBefore` follows from their order. */
export function patientOfRows(rows: readonly Row[], scale: Scale = numericalRatingScale): Patient {
  const scores: Score[] = [];
  const courses: Course[] = [];
  for (const row of rows) {
    if ("course" in row) {
      const { course: _, ...rest } = row;
      courses.push({ ...unknownDay, doseGPerKg: 2, note: null, ...rest });
      continue;
    }
    const { score, ...rest } = row;
    const [lower, upper] = typeof score === "number" ? [score, score] : score;
    const shared = { ...unknownDay, daysAfterCourse: null, rescue: false, note: null };
    scores.push({ ...shared, coursesBefore: courses.length, lower, upper, ...rest });
  }
  return { patient: "rows", timeUnit: "day", origin: null, scale, scores, courses };
}

/** Bounds of a day. */
export function between(dayEarliest: number, dayLatest: number): { dayEarliest: number; dayLatest: number } {
  return { dayEarliest, dayLatest };
}
