import type { CohortPatient } from "../../../schema/index.ts";

/** Days are counted from each patient's first course, so that plots can be compared. */
export function daysOf({ courses, observations, shrunken }: CohortPatient): {
  from: number;
  to: number;
  start: number;
} {
  const start = courses[0]?.day ?? 0;
  const days = [...observations.map(({ day }) => day), ...shrunken.fitted.map(({ time }) => time)];
  return {
    start,
    from: Math.min(0, ...days.map((day) => day - start)),
    to: Math.max(1, ...days.map((day) => day - start)),
  };
}
