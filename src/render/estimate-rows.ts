import type { Estimate, ResponseResult } from "../schema/index.ts";

/** The row of a parameter, shared or of one course; undefined where the model has none. */
export function findEstimate(
  rows: readonly Estimate[],
  parameter: string,
  course?: number,
): Estimate | undefined {
  return rows.find((row) => row.parameter === parameter && row.course === course);
}

/** The baseline, or those of the courses where each has its own. */
export function baselineRows(rows: readonly Estimate[]): Estimate[] {
  return rows.filter(({ parameter }) => parameter === "baseline");
}

/** Rows that belong to no course. */
export function sharedEstimates(rows: readonly Estimate[]): Estimate[] {
  return rows.filter((row) => row.course === undefined);
}

/** Rows of each course, by the number of the course. */
export function estimatesByCourse(rows: readonly Estimate[]): Map<number, Estimate[]> {
  const byCourse = new Map<number, Estimate[]>();
  for (const row of rows) {
    if (row.course === undefined) continue;
    byCourse.set(row.course, [...(byCourse.get(row.course) ?? []), row]);
  }
  return byCourse;
}

/** Relief of a course for one sentence: its peak where the model gives one, else its asymptote. */
export function reliefOfCourse(rows: readonly Estimate[], course: number): Estimate | undefined {
  return findEstimate(rows, "bestRelief", course) ?? findEstimate(rows, "relief", course);
}

/** Last day with a score; null where there is none. */
export function lastScoreDay(result: ResponseResult): number | null {
  const days = result.observations.map(({ day }) => day);
  return days.length === 0 ? null : Math.max(...days);
}

/** Last day with a score that can show the relapse after a course: one up to the next course; null where there is none. */
export function lastScoreOfCourse(
  { courses, observations }: ResponseResult,
  courseDay: number,
): number | null {
  const later = courses.map(({ day }) => day).filter((day) => day > courseDay);
  const next = later.length > 0 ? Math.min(...later) : Number.POSITIVE_INFINITY;
  const days = observations.map(({ day }) => day).filter((day) => day <= next);
  return days.length === 0 ? null : Math.max(...days);
}
