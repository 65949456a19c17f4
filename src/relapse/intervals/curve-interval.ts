import type { CurveInterval } from "../../schema/relapse-intervals.ts";
import type { ResponseResult } from "../../schema/response-result.ts";

/**
 * What a fitted response says of one course's relapse, with its own uncertainty.
 *
 * @param course Number of the course, from 1.
 * @returns null where the fit says nothing of this course alone.
 */
export function curveInterval(fit: ResponseResult, course: number): CurveInterval | null {
  const row = fit.estimates.find((found) => found.parameter === "relapseDay" && found.course === course);
  if (!row) return null;
  const probabilityOf = (event: string): number | null =>
    fit.probabilities.find((found) => found.event === event && found.course === course)?.probability ?? null;
  const { estimate, lower, upper, level } = row;
  return {
    estimate,
    lower,
    upper,
    level,
    neverReached: probabilityOf("neverReached"),
    afterLastVisit: probabilityOf("relapseAfterLastVisit"),
  };
}
