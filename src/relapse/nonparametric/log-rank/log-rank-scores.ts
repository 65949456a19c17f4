import type { RelapseSpan } from "../../relapse-span.ts";
import { productLimit } from "../product-limit.ts";

/**
 * The log-rank score of each course: 1 for a relapse less the cumulative hazard of all courses up to its time. The sum
 * over a group is its number of relapses less the expected one.
 *
 * @param spans Exact or right-censored.
 * @returns One for each span; their sum is 0.
 * @see Peto & Peto (1972), J R Stat Soc A 135:185–207, section 4 (with Nelson's hazard). doi:10.2307/2344317
 */
export function logRankScores(spans: readonly RelapseSpan[]): Float64Array {
  const hazards = new Map(productLimit(spans).map((step) => [step.time, step.cumulativeHazard]));
  return Float64Array.from(spans, ({ lower, upper }) => Number(lower === upper) - hazards.get(lower)!);
}
