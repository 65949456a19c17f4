import type { ScoreInterval, VisitState } from "../../schema/relapse-intervals.ts";
import type { DaySpan } from "./visits.ts";

/** A visit as the rule sees it. */
export interface JudgedVisit extends DaySpan {
  state: VisitState["state"];
}

/**
 * The interval of one course: from the last visit that was well to the first one after it that had relapsed.
 *
 * A relapse needs `confirm` relapsed visits in a row; those that can't be told count neither way.
 *
 * @param visits After the course and before the next one, in the order of their days.
 */
export function scoreInterval(visits: readonly JudgedVisit[], confirm: number): ScoreInterval {
  const told = visits.filter(({ state }) => state !== "undecided");
  let lastWell: JudgedVisit | null = null;
  let inRow = 0;
  for (const [i, visit] of told.entries()) {
    if (visit.state === "well") {
      lastWell = visit;
      inRow = 0;
    } else if (lastWell && ++inRow === confirm) {
      const first = told[i - confirm + 1]!;
      return { state: "relapsed", lower: lastWell.earliest, upper: first.latest };
    }
  }
  if (lastWell) return { state: "well", lower: lastWell.earliest, upper: null };
  return { state: visits.length === 0 ? "not-seen" : "never-well", lower: null, upper: null };
}
