import type { Bound, Estimate, ResponseResult } from "../schema/index.ts";
import { baselineRows, estimatesByCourse, findEstimate, reliefOfCourse } from "./estimate-rows.ts";
import { hangsOnReach, probabilityOf } from "./event-probabilities.ts";
import {
  formatEstimateWithInterval,
  formatInterval,
  formatPercent,
  formatProbability,
  formatRange,
  formatValue,
} from "./format-number.ts";
import { isPriorsAlone } from "./is-priors-alone.ts";
import { higherIsBetter, shareOf } from "./relapse-rule.ts";
import { nullNotExcluded } from "./text/no-effect.ts";
import { priorsAloneSummary } from "./text/priors-alone.ts";
import { neverReached, relapseClause } from "./text/relapse.ts";

/** "95 % interval", by the level of the first row. */
export function intervalName(rows: readonly Estimate[]): string {
  const level = rows[0]?.level;
  return level === undefined ? "interval" : `${formatPercent(level)} interval`;
}

/** "79 % of baseline (95 % interval: 66 to 88 %)"; "of the way to the best score" where higher scores are better. */
export function reliefInWords(result: ResponseResult, relief: Estimate): string {
  return formatEstimateWithInterval(relief).replace(/( \(|$)/u, ` ${shareOf(higherIsBetter(result))}$1`);
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

function boundOf(lower: number | null, upper: number | null): Bound {
  if (lower === null) return upper === null ? "open" : "open-lower";
  return upper === null ? "open-upper" : "closed";
}

/**
 * The estimates from the lowest to the highest, with the intervals taken together beside them: a range of estimates must
 * not be read as an interval.
 */
function estimatesTogether(rows: readonly Estimate[], words: string): string {
  const estimates = known(rows.map(({ estimate }) => estimate));
  const [low, high] = [Math.min(...estimates), Math.max(...estimates)];
  const { unit, level } = rows[0]!;
  const same = formatValue(low, unit) === formatValue(high, unit);
  const range = same ? formatValue(low, unit) : formatRange(low, high, unit);
  const lowers = known(rows.map((row) => row.lower));
  const uppers = known(rows.map((row) => row.upper));
  const lower = lowers.length === rows.length ? Math.min(...lowers) : null;
  const upper = uppers.length === rows.length ? Math.max(...uppers) : null;
  if (rows.every((row) => formatInterval(row) === "–")) return `${range} ${words}`;
  const interval = formatInterval({ ...rows[0]!, lower, upper, bound: boundOf(lower, upper) });
  return `${range} ${words} (${formatPercent(level)} intervals: ${interval})`;
}

function oneCourse(result: ResponseResult, relief: Estimate, relapse: Estimate | undefined): string {
  const start = `Best relief was ${reliefInWords(result, relief)}`;
  if (!relapse) return `${start}.`;
  const without = "the curve gives no relapse day";
  return `${start}; ${relapseClause(result, relapse, relapse.course!, "the course", without)}.`;
}

/** "with a probability of up to 5 % relief never reached 30 % of baseline; where it did, ", or nothing where it surely did. */
function reachOfCourses(result: ResponseResult, relapses: readonly Estimate[]): string {
  const doubtful = relapses.filter(({ course }) => hangsOnReach(result, course!));
  if (doubtful.length === 0) return "";
  const most = Math.max(...doubtful.map(({ course }) => probabilityOf(result, "neverReached", course!)!));
  return `with a probability of up to ${formatProbability(most)} ${neverReached(result)}; where it did, `;
}

function severalCourses(
  result: ResponseResult,
  reliefs: readonly Estimate[],
  relapses: readonly Estimate[],
): string {
  const seen = reliefs.filter(({ estimate }) => estimate !== null);
  const reached = relapses.filter(({ estimate }) => estimate !== null);
  const never = relapses.length - reached.length;
  const parts: string[] = [];
  if (seen.length > 0)
    parts.push(`best relief was ${estimatesTogether(seen, shareOf(higherIsBetter(result)))}`);
  if (reached.length > 0) {
    const condition = reachOfCourses(result, reached);
    parts.push(`${condition}relapse is estimated ${estimatesTogether(reached, "after a course")}`);
  }
  if (never > 0) parts.push(`the curve gives no relapse day for ${never} of them`);
  return `Over ${result.nCourses} courses, ${parts.join("; ")}.`;
}

/** Said first where it is so. */
function noEffectFirst(result: ResponseResult): string {
  const probability = nullNotExcluded(result);
  return probability === null
    ? ""
    : `No effect is not excluded (probability ${formatProbability(probability)}). `;
}

/**
 * The finding in one sentence, after another one where no effect is not excluded: the answer of a report, the subtitle of a chart, the row of an index.
 *
 * @example
 * responseSummary(result);
 * // "Best relief was 79 % of baseline (95 % interval: 66 to 88 %); relapse is estimated 118 days after the course (…)."
 */
export function responseSummary(result: ResponseResult): string {
  if (isPriorsAlone(result)) return priorsAloneSummary(result);
  const { estimates } = result;
  const courses = [...estimatesByCourse(estimates).keys()];
  const reliefs = courses
    .map((course) => reliefOfCourse(estimates, course))
    .filter((row) => row !== undefined);
  const relapses = courses
    .map((course) => findEstimate(estimates, "relapseDay", course))
    .filter((row) => row !== undefined);
  if (courses.length === 1 && reliefs[0])
    return noEffectFirst(result) + oneCourse(result, reliefs[0], relapses[0]);
  if (courses.length > 1 && reliefs.length + relapses.length > 0)
    return noEffectFirst(result) + severalCourses(result, reliefs, relapses);
  const baselines = baselineRows(estimates);
  const words =
    baselines.length > 1
      ? estimatesTogether(baselines, "from course to course")
      : baselines.map(formatEstimateWithInterval).join("");
  const level = words === "" ? "" : ` Baseline is ${words}.`;
  return `The model "${result.model}" has no relief and no relapse day.${level}`;
}
