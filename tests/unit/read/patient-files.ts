import type { Course, Patient, Score } from "../../../src/schema/index.ts";

/** A score with nothing but its day and value, in a file read before any course. */
export function score(day: number | null, value: number, more: Partial<Score> = {}): Score {
  const unknown = { dayEarliest: null, dayLatest: null, daysAfterCourse: null, coursesBefore: 0 };
  return { day, ...unknown, lower: value, upper: value, rescue: false, note: null, ...more };
}

/** A course with nothing but its day. */
export function course(day: number | null, more: Partial<Course> = {}): Course {
  return { day, dayEarliest: null, dayLatest: null, doseGPerKg: null, note: null, ...more };
}

/** A patient scored from 0 to 10. */
export function patient(scores: Score[], courses: Course[], more: Partial<Patient> = {}): Patient {
  const scale = { minimum: 0, maximum: 10, step: 1 };
  return { patient: "patient", timeUnit: "day", origin: null, scale, scores, courses, ...more };
}
