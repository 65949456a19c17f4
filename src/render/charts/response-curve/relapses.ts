import type { Estimate, ResponseResult } from "../../../schema/index.ts";
import { lastScoreOfCourse } from "../../estimate-rows.ts";

/** The relapse day of one course, counted in the patient's own days. */
export interface Relapse {
  course: number;
  row: Estimate;
  /** Day of the course itself. */
  courseDay: number;
  /** Day of the next course; null after the last. */
  nextCourseDay: number | null;
  /** Last day with a score up to the next course; null where there is none. */
  lastScoreDay: number | null;
  /** null where the curve gives no relapse day. */
  day: number | null;
  /** Ends of the interval; null where it has none on that side. */
  from: number | null;
  to: number | null;
}

/** The relapse days of a result, in the order of its rows. */
export function relapsesOf(result: ResponseResult): Relapse[] {
  return result.estimates.flatMap((row) => {
    const course = result.courses.find((other) => other.course === row.course);
    if (row.parameter !== "relapseDay" || !course) return [];
    const later = result.courses.map(({ day }) => day).filter((day) => day > course.day);
    const inPatientDays = (value: number | null): number | null =>
      value === null ? null : course.day + value;
    return {
      course: course.course,
      row,
      courseDay: course.day,
      nextCourseDay: later.length > 0 ? Math.min(...later) : null,
      lastScoreDay: lastScoreOfCourse(result, course.day),
      day: inPatientDays(row.estimate),
      from: inPatientDays(row.lower),
      to: inPatientDays(row.upper),
    };
  });
}

/** True where the relapse day lies after the next course, so that only a curve of this course alone shows it. */
export function isAfterNextCourse({ day, nextCourseDay }: Relapse): boolean {
  return day !== null && nextCourseDay !== null && day > nextCourseDay;
}
