import type { Estimate, ResponseResult } from "../../schema/index.ts";
import { lastScoreOfCourse } from "../estimate-rows.ts";
import { hangsOnReach, NEVER_NEGLIGIBLE, probabilityOf } from "../event-probabilities.ts";
import { formatDay, formatEstimateWithInterval, formatPercent, formatProbability } from "../format-number.ts";
import { higherIsBetter, shareOf } from "../relapse-rule.ts";

/** "relief never reached 30 % of baseline", "the score never fell below 6". */
export function neverReached(result: ResponseResult): string {
  return `${subject(result)} never ${threshold(result, ["reached", "fell below", "rose above"])}`;
}

/** "relief reached 30 % of baseline", "the score fell below 6". */
export function reached(result: ResponseResult): string {
  return `${subject(result)} ${threshold(result, ["reached", "fell below", "rose above"])}`;
}

/** "relief reaches 30 % of baseline", "the score falls below 6": what may come. */
export function reaches(result: ResponseResult): string {
  return `${subject(result)} ${threshold(result, ["reaches", "falls below", "rises above"])}`;
}

function subject({ relapseAt }: ResponseResult): string {
  return "relief" in relapseAt ? "relief" : "the score";
}

/** The threshold after a verb: that of relief, of a score that falls when it gets better, of one that rises. */
function threshold(
  result: ResponseResult,
  [ofRelief, falling, rising]: readonly [string, string, string],
): string {
  const { relapseAt } = result;
  const higher = higherIsBetter(result);
  return "relief" in relapseAt
    ? `${ofRelief} ${formatPercent(relapseAt.relief)} ${shareOf(higher)}`
    : `${higher ? rising : falling} ${relapseAt.score}`;
}

/** "relapse is estimated 96 days after the course (95 % interval: 38 to 168 days)". */
function relapseEstimate(row: Estimate, after: string): string {
  return `relapse is estimated ${formatEstimateWithInterval(row).replace(/( \(|$)/u, ` after ${after}$1`)}`;
}

/**
 * The relapse of a course in one clause: bare where the threshold was surely reached, given that it was where this is not
 * certain, and without a day where it hardly was.
 *
 * @param after What the days are counted from, such as "the course".
 * @param without Said where the curve gives no relapse day and no probability is known.
 */
export function relapseClause(
  result: ResponseResult,
  row: Estimate,
  course: number,
  after: string,
  without: string,
): string {
  const never = probabilityOf(result, "neverReached", course);
  if (never !== null && never > 1 - NEVER_NEGLIGIBLE)
    return `${neverReached(result)} (probability ${formatProbability(never)})`;
  if (row.estimate === null) return without;
  if (never === null || !hangsOnReach(result, course)) return relapseEstimate(row, after);
  return `with a probability of ${formatProbability(never)} ${neverReached(result)}; if it did, ${relapseEstimate(row, after)}`;
}

/** What is said of a relapse that no score could show; null where it is unlikely, or no probability is known. */
export function unseenRelapse(result: ResponseResult, course: number): string | null {
  const probability = probabilityOf(result, "relapseAfterLastVisit", course);
  const day = result.courses.find((other) => other.course === course)?.day;
  if (probability === null || probability < NEVER_NEGLIGIBLE || day === undefined) return null;
  const last = lastScoreOfCourse(result, day);
  if (last === null || last <= day) return "No score follows this course, so that none could show a relapse.";
  const when = `${formatDay(last - day)} days after its first day`;
  return `The probability that relapse came after the last score that could show it (${when}) is ${formatProbability(probability)}.`;
}
