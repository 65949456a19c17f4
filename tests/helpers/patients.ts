import { numericalRatingScale } from "../../src/schema/index.ts";
import type { Patient } from "../../src/schema/patient.ts";

/** A patient with scores (or ranges) on known days and courses on others, in order of time. */
export function patientOf(
  days: readonly number[],
  scores: readonly (number | [number, number])[],
  courses: readonly number[] = [0],
): Patient {
  return {
    patient: "synthetic",
    timeUnit: "day",
    origin: null,
    scale: numericalRatingScale,
    scores: days.map((day, i) => {
      const score = scores[i]!;
      const [lower, upper] = typeof score === "number" ? [score, score] : score;
      return {
        day,
        dayEarliest: null,
        dayLatest: null,
        daysAfterCourse: null,
        coursesBefore: courses.filter((course) => course < day).length,
        lower,
        upper,
        rescue: false,
        note: null,
      };
    }),
    courses: courses.map((day) => ({ day, dayEarliest: null, dayLatest: null, doseGPerKg: 2, note: null })),
  };
}
