import type {
  Estimate,
  ResponseCourse,
  ResponseObservation,
  ResponseResult,
  Sensitivity,
} from "../schema/index.ts";
import { estimatesByCourse, sharedEstimates } from "./estimate-rows.ts";
import {
  formatDay,
  formatDose,
  formatEstimate,
  formatInterval,
  formatPercent,
  formatRange,
} from "./format-number.ts";
import { isPriorsAlone } from "./is-priors-alone.ts";

/** Below this share an estimate is called set by the prior. */
const SET_BY_THE_PRIOR = 0.2;

/** Head of the column that says how much came from the data. */
export const DATA_SOURCE = "From the data";

/** What marks the rows that take something for granted. */
const MARKS = ["*", "†", "‡", "§"];

/** One line of a table of estimates, in words. */
export interface EstimateLine {
  label: string;
  estimate: string;
  interval: string;
  /** How much of it came from the data; empty where that was not computed. */
  source: string;
}

/** Lines under one heading: the shared parameters, or one course. */
export interface EstimateGroup {
  heading: string;
  lines: EstimateLine[];
}

/** One quantity as it was found and under another assumption. */
export interface SensitivityLine {
  label: string;
  found: string;
  instead: string;
}

/** "71 % data", "set by the prior" (widened where the data told less than the prior did), or nothing where no share was computed. */
export function describeSource({ dataShare }: Pick<Estimate, "dataShare">): string {
  if (dataShare === undefined) return "";
  if (dataShare <= 0) return "set by the prior, widened";
  if (dataShare < SET_BY_THE_PRIOR) return "set by the prior";
  return `${formatPercent(Math.round(100 * dataShare) / 100)} data`;
}

/** Whether it is known how much of each estimate came from the data; of priors alone, nothing did. */
export function hasDataShares(result: ResponseResult): boolean {
  return !isPriorsAlone(result) && result.estimates.some(({ dataShare }) => dataShare !== undefined);
}

/** A day with the bounds it is known by: "day 183 (150 to 197)". */
export function describeDay({
  day,
  dayEarliest,
  dayLatest,
}: Pick<ResponseCourse, "day" | "dayEarliest" | "dayLatest">): string {
  const bounds =
    dayEarliest === null || dayLatest === null
      ? ""
      : ` (${formatRange(dayEarliest, dayLatest, "day").replace(/ days?$/u, "")})`;
  return `day ${formatDay(day)}${bounds}`;
}

/** What a score stands for, before it was rounded: "6.5 to 7.5", "9.5 or more". */
export function describeBounds({ lower, upper }: Pick<ResponseObservation, "lower" | "upper">): string {
  const [low, high] = [lower, upper].map((end) => (end === null ? "" : `${end}`.replace("-", "−")));
  if (lower === null) return upper === null ? "any value" : `${high} or less`;
  return upper === null ? `${low} or more` : `${low} to ${high}`;
}

/** "Course 2 (day 183, 2 g/kg)". */
export function describeCourse(result: ResponseResult, number: number): string {
  const course = result.courses.find((other) => other.course === number);
  if (!course) return `Course ${number}`;
  return `Course ${number} (day ${formatDay(course.day)}, ${formatDose(course.doseGPerKg)})`;
}

/** What rows take for granted, in the order of their marks. */
function conditions({ estimates }: ResponseResult): string[] {
  return [...new Set(estimates.flatMap(({ given }) => given ?? []))];
}

/** Landmarks of the fitted curve whose limits lie before the course. */
function beforeCourse({ estimates }: ResponseResult): string[] {
  const early = estimates.filter(({ unit, lower }) => unit === "day" && lower !== null && lower < 0);
  return [...new Set(early.map(({ label }) => label))].map(
    (label) =>
      `${label} is a point of the fitted curve: it lies before the course, below 0, where relief never was complete.`,
  );
}

/** What a column of sources means, by its head and what the data are called. */
export function sourceNote(head: string, data: string): string {
  return `${head}: by how much ${data} lessened the variance that the prior gave a quantity; below ${formatPercent(SET_BY_THE_PRIOR)} it is called set by the prior, and widened where the variance did not fall.`;
}

/** What stands below a table of estimates: its marks ("* Given an effect."), its sources, and what may surprise. */
export function tableNotes(result: ResponseResult): string[] {
  return [
    ...conditions(result).map((given, i) => `${MARKS[i % MARKS.length]} Given ${given}.`),
    ...beforeCourse(result),
    ...(hasDataShares(result) ? [sourceNote(DATA_SOURCE, "the scores")] : []),
  ];
}

function line(row: Estimate, known: readonly string[]): EstimateLine {
  const mark = row.given === undefined ? "" : ` ${MARKS[known.indexOf(row.given) % MARKS.length]}`;
  return {
    label: `${row.label}${mark}`,
    estimate: formatEstimate(row),
    interval: formatInterval(row),
    source: describeSource(row),
  };
}

/**
 * The estimates in groups: what all courses share, then each course. Any model's rows fit; a mark behind a label is
 * explained by `tableNotes`.
 */
export function estimateGroups(result: ResponseResult): EstimateGroup[] {
  const known = conditions(result);
  const lines = (rows: readonly Estimate[]): EstimateLine[] => rows.map((row) => line(row, known));
  const shared = sharedEstimates(result.estimates);
  const groups =
    shared.length > 0
      ? [{ heading: result.nCourses > 1 ? "Shared by all courses" : "Shared", lines: lines(shared) }]
      : [];
  const courses = [...estimatesByCourse(result.estimates)].map(([course, rows]) => ({
    heading: describeCourse(result, course),
    lines: lines(rows),
  }));
  return [...groups, ...courses];
}

/** The row of the main analysis that a row of a sensitivity analysis is held against. */
export function mainRow(result: ResponseResult, row: Estimate): Estimate | undefined {
  return result.estimates.find(
    ({ parameter, course }) => parameter === row.parameter && course === row.course,
  );
}

/** "Relapse day, course 3". */
export function nameWithCourse({ label, course }: Estimate): string {
  return course === undefined ? label : `${label}, course ${course}`;
}

const inOne = (row: Estimate): string => {
  const interval = formatInterval(row);
  return interval === "–" ? formatEstimate(row) : `${formatEstimate(row)} (${interval})`;
};

/** A sensitivity analysis beside what was found. */
export function sensitivityLines(result: ResponseResult, { estimates }: Sensitivity): SensitivityLine[] {
  return estimates.map((row) => {
    const main = mainRow(result, row);
    return { label: nameWithCourse(row), found: main ? inOne(main) : "–", instead: inOne(row) };
  });
}
