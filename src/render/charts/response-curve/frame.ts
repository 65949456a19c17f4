import type { ResponseResult } from "../../../schema/index.ts";
import { lastScoreDay } from "../../estimate-rows.ts";
import type { ChartOptions } from "../chart.ts";
import { type CourseLabels, placeCourseLabels } from "./course-labels.ts";
import { relapsesOf } from "./relapses.ts";

/** Where everything stands: the domains in days and scores, and the pixels. */
export interface CurveFrame {
  /** First and last day, lowest and highest score drawn. */
  days: readonly [number, number];
  scores: readonly [number, number];
  lastScoreDay: number;
  /** Width of the plot, height of the panel of scores, and height with the rows of relapse days below it. */
  width: number;
  panelHeight: number;
  height: number;
  courseLabels: CourseLabels;
  /** Middle of each row of relapse days, and the baseline of the heading above them. */
  rowY(index: number): number;
  headingY: number;
  /** Top of the first row. */
  rowsTop: number;
  toX(day: number): number;
  toY(score: number): number;
}

/** Space beside the plot. */
export const MARGIN = { left: 74, right: 124 } as const;
const ROW_HEIGHT = 19;
const HEADING_HEIGHT = 24;
const ROWS_GAP = 14;

function dayDomain(result: ResponseResult): [number, number] {
  const known = [
    ...result.observations.flatMap(({ day, dayEarliest, dayLatest }) => [day, dayEarliest, dayLatest]),
    ...result.courses.flatMap(({ day, dayEarliest, dayLatest }) => [day, dayEarliest, dayLatest]),
    ...result.fitted.map(({ time }) => time),
  ].filter((day) => day !== null);
  const first = known.length > 0 ? Math.min(...known) : 0;
  const last = known.length > 0 ? Math.max(...known) : 1;
  const span = Math.max(1, last - first);
  const furthest = last + 0.25 * span;
  const relapses = relapsesOf(result).flatMap(({ day, to }) => [day, to]);
  const shown = relapses.filter((day) => day !== null && day <= furthest);
  const end = shown.reduce<number>((most, day) => Math.max(most, day ?? most), first + span);
  const padding = 0.02 * (end - first);
  return [first - padding, end + padding];
}

function scoreDomain({ scale, fitted }: ResponseResult): [number, number] {
  const padding = Math.max(scale.step / 2, 0.04 * (scale.maximum - scale.minimum));
  const highest = fitted.reduce((most, { value }) => Math.max(most, value), scale.maximum);
  return [scale.minimum - padding, highest + padding];
}

/** Lays out the chart: domains, sizes, and where courses and relapse days are labelled. */
export function layFrame(result: ResponseResult, options: ChartOptions = {}): CurveFrame {
  const { width: total = 720, height: panelHeight = 300 } = options;
  if (!(total >= 360)) throw new RangeError(`width must be at least 360 pixels, got ${total}`);
  if (!(panelHeight >= 120)) throw new RangeError(`height must be at least 120 pixels, got ${panelHeight}`);
  const width = total - MARGIN.left - MARGIN.right;
  const days = dayDomain(result);
  const scores = scoreDomain(result);
  const toX = (day: number): number => ((day - days[0]) / (days[1] - days[0])) * width;
  const toY = (score: number): number => panelHeight * (1 - (score - scores[0]) / (scores[1] - scores[0]));
  const nRows = relapsesOf(result).length;
  const rowsTop = panelHeight + ROWS_GAP + HEADING_HEIGHT;
  return {
    days,
    scores,
    lastScoreDay: lastScoreDay(result) ?? days[1],
    width,
    panelHeight,
    height: nRows === 0 ? panelHeight : rowsTop + nRows * ROW_HEIGHT,
    rowsTop: nRows === 0 ? panelHeight : rowsTop,
    courseLabels: placeCourseLabels(result.courses, toX, width + MARGIN.right - 8),
    rowY: (index) => rowsTop + (index + 0.5) * ROW_HEIGHT,
    headingY: panelHeight + ROWS_GAP + 14,
    toX,
    toY,
  };
}
