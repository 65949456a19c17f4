import type { CohortCurve, CohortResult, CohortWeight } from "../schema/cohort-result.ts";

/** One patient as the cohort sees them. */
export interface MemberAnswer {
  shrunken: CohortCurve;
  weights: CohortWeight[];
}

/** What an approximation says of a cohort, whichever way it goes about it. */
export interface CohortAnswer
  extends Pick<
    CohortResult,
    | "typicalBaseline"
    | "estimates"
    | "relief"
    | "nextPatient"
    | "heterogeneity"
    | "sampling"
    | "fit"
    | "covariance"
    | "warnings"
  > {
  /** In the order of the patients. */
  members: MemberAnswer[];
}

/** Days after a course that a curve shows besides every 50th part of the horizon. */
const EARLY_DAYS = [1, 2, 3, 5, 7, 10, 14];
const PARTS = 50;

/** Days since a course on which the population's curve is drawn. */
export function drawnDays(horizon: number): number[] {
  const even = Array.from({ length: PARTS + 1 }, (_, i) => (horizon * i) / PARTS);
  return [...new Set([...even, ...EARLY_DAYS.filter((day) => day < horizon)])].sort((a, b) => a - b);
}
