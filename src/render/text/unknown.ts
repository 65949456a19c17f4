import type { Bound, Estimate, ResponseResult } from "../../schema/index.ts";
import { findEstimate, lastScoreOfCourse } from "../estimate-rows.ts";
import { SET_BY_THE_PRIOR } from "../estimate-table.ts";
import { formatDay, formatEstimateWithInterval, formatPercent } from "../format-number.ts";
import { inWords } from "../response-summary.ts";

/** "Relapse day (courses 2 and 3), Best relief (course 1)". */
function named(rows: readonly Estimate[]): string {
  const labels = [...new Set(rows.map(({ label }) => label))];
  return labels
    .map((label) => {
      const courses = rows
        .filter((row) => row.label === label && row.course !== undefined)
        .map(({ course }) => `${course}`);
      if (courses.length === 0) return label;
      return `${label} (course${courses.length > 1 ? "s" : ""} ${inWords(courses)})`;
    })
    .join(", ");
}

const OPEN: readonly (readonly [Bound, string])[] = [
  ["open-upper", "no upper limit"],
  ["open-lower", "no lower limit"],
  ["open", "no limit on either side"],
];

function openIntervals({ estimates }: ResponseResult): string[] {
  return OPEN.flatMap(([bound, words]) => {
    const rows = estimates.filter((row) => row.bound === bound && row.estimate !== null);
    return rows.length === 0 ? [] : [`The data set ${words} to: ${named(rows)}.`];
  });
}

function extrapolated(result: ResponseResult): string[] {
  return result.estimates.flatMap((row) => {
    const course = result.courses.find((other) => other.course === row.course);
    if (row.parameter !== "relapseDay" || row.estimate === null || !course) return [];
    const last = lastScoreOfCourse(result, course.day);
    if (last === null) return [];
    const isAfter = (value: number | null): boolean => value !== null && course.day + value > last;
    if (!isAfter(row.estimate) && !isAfter(row.upper)) return [];
    const what = isAfter(row.estimate) ? "The relapse day" : "The upper limit of the relapse day";
    const hasNext = result.courses.some(({ day }) => day > course.day);
    const score = hasNext ? "the last score before the next course" : "the last score";
    return [
      `${what} of course ${course.course} lies after ${score} (day ${formatDay(last)}): there the shape of the curve speaks, not a score.`,
    ];
  });
}

function threshold({ estimates, relapseAt }: ResponseResult): string[] {
  if (!("relief" in relapseAt)) return [];
  const { relief } = relapseAt;
  const doubtful = estimates.filter((row) => {
    if (row.parameter !== "bestRelief" || row.course === undefined) return false;
    const relapses = (findEstimate(estimates, "relapseDay", row.course)?.estimate ?? null) !== null;
    return relapses && (row.lower === null || row.lower <= relief);
  });
  if (doubtful.length === 0) return [];
  const courses = inWords(doubtful.map(({ course }) => `${course}`));
  return [
    `It is not certain that relief ever reached ${formatPercent(relief)} of baseline after course ${courses}; the relapse day holds only if it did.`,
  ];
}

function setByThePrior({ estimates }: ResponseResult): string[] {
  const rows = estimates.filter(({ dataShare }) => dataShare !== undefined && dataShare < SET_BY_THE_PRIOR);
  return rows.length === 0 ? [] : [`Set by the prior rather than by the data: ${named(rows)}.`];
}

function scatter({ estimates, nObservations }: ResponseResult): string[] {
  const sigma = findEstimate(estimates, "residualSd");
  if (!sigma) return [];
  return [
    `The scores scatter about the curve with a standard deviation of ${formatEstimateWithInterval(sigma)}, judged from ${nObservations} scores.`,
  ];
}

/** What the data could not tell. */
export function unknownSentences(result: ResponseResult): string[] {
  const gaps = [
    ...openIntervals(result),
    ...extrapolated(result),
    ...threshold(result),
    ...setByThePrior(result),
  ];
  if (gaps.length === 0)
    gaps.push("Every interval has both its ends, and no estimate was set by the prior alone.");
  return [...gaps, ...scatter(result)];
}
