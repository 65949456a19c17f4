import type { NextCourseResult } from "../../../schema/index.ts";
import { outlooksOf } from "../../forecast/outlook-words.ts";
import { scoreAxisTitle } from "../chart-name.ts";
import type { Panel } from "../panels.ts";
import { pixels } from "../pixels.ts";
import { dayTicks, scoreTicks } from "../response-curve/ticks.ts";
import { scoreMark } from "../score-mark.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";

/** Results of one patient and day, one for each planned course. */
export type Outlooks = readonly [NextCourseResult, ...NextCourseResult[]];

/** Colors of planned courses, one after the other. */
const PLANNED_COLORS: readonly string[] = [color.course, color.rescue, color.relapse, color.ink];

const HEIGHT = 230;
const LANE = 14;
const BAND_OPACITY = 0.18;
/** Days before today of which scores are still shown, and days after it that are shown at least. */
const [MOST_BEFORE, LEAST_AFTER] = [240, 60];
/** Days before the curve of which scores are shown. */
const JUST_BEFORE = 14;

/** First and last day drawn: from the last course to where the crossings lie. */
export function outlookDays(results: Outlooks, further: readonly number[] = []): [number, number] {
  const [{ today, curve, scores }] = results;
  const times = results.flatMap((next) => next.curve.map(({ time }) => time));
  const begins = Math.min(...curve.map(({ time }) => time));
  const before = scores.map(({ day }) => day).filter((day) => day >= begins - JUST_BEFORE);
  const first = Math.max(Math.min(begins, ...before), today - MOST_BEFORE);
  const crossings = outlooksOf(results).flatMap(({ crossing }) => [crossing.estimate, crossing.upper]);
  const planned = results.flatMap(({ course }) => (course ? [course.day + LEAST_AFTER] : []));
  const known = [...crossings.filter((day) => day !== null), ...planned, ...further, today + LEAST_AFTER];
  const last = Math.min(Math.max(...times), Math.max(...known));
  const padding = 0.03 * (last - first);
  return [first - padding, last + padding];
}

/** The axis of days of every panel of a look ahead. */
export function dayAxis(days: readonly [number, number], width: number, title: string | null): VegaLitePart {
  const values = dayTicks(days[0], days[1], Math.max(3, Math.floor(width / 48)));
  return {
    type: "quantitative",
    title,
    scale: { domain: [...days], nice: false, zero: false },
    axis: { values, format: "~f", grid: false },
  };
}

/** Days that stand out: today and planned courses with their words in lanes above the plot, courses so far without. */
function ruleRows(results: Outlooks, [first, last]: readonly [number, number]): ChartRows {
  const [{ today, courseDays }] = results;
  const planned = results.flatMap(({ course }, i) =>
    course
      ? [{ day: course.day, label: `course on day ${course.day}`.replace("-", "−"), hue: hueOf(i) }]
      : [],
  );
  const lanes = [{ day: today, label: "today", hue: color.ink }, ...planned].map((row, lane) => ({
    ...row,
    y: 6 + LANE * lane,
  }));
  const given = courseDays
    .filter((day) => day >= first && day <= last)
    .map((day) => ({ day, label: "", hue: color.rule, y: LANE * lanes.length + 4 }));
  return [...given, ...lanes];
}

const hueOf = (i: number): string => PLANNED_COLORS[i % PLANNED_COLORS.length]!;

/** The middle of a score in words: 7 of "7", and of "6–8". */
function middleOf(score: string): number | null {
  const ends = score.split("–").map((part) => Number(part.trim().replace("−", "-")));
  const middle = ends.reduce((sum, end) => sum + end, 0) / ends.length;
  return score.trim() !== "" && Number.isFinite(middle) ? middle : null;
}

function curveRows(results: Outlooks, [first, last]: readonly [number, number]): ChartRows {
  return results.flatMap(({ curve }, i) =>
    curve
      .filter(
        ({ scenario, time }) => time >= first && time <= last && (i === 0 || scenario === "planned-course"),
      )
      .map((point) => ({
        ...point,
        series: point.scenario === "planned-course" ? `planned ${i + 1}` : "so far",
        hue: point.scenario === "planned-course" ? hueOf(i) : color.curve,
      })),
  );
}

function curveLayers(rows: ChartRows, day: VegaLitePart, y: VegaLitePart): VegaLitePart[] {
  const hue = { field: "hue", type: "nominal", scale: null, legend: null };
  const detail = { field: "series", type: "nominal" };
  return [
    {
      name: "outlookBand",
      data: { values: rows },
      transform: [{ filter: "isValid(datum.lower) && isValid(datum.upper)" }],
      mark: {
        type: "area",
        opacity: BAND_OPACITY / new Set(rows.map(({ series }) => series)).size ** 0.5,
        line: false,
        interpolate: "monotone",
        clip: true,
      },
      encoding: {
        x: { ...day, field: "time" },
        y: { ...y, field: "lower" },
        y2: { field: "upper" },
        color: hue,
        detail,
      },
    },
    {
      name: "outlookThreshold",
      data: { values: rows.filter(({ series }) => series === "so far") },
      mark: { type: "line", color: color.relapse, strokeDash: [6, 4], strokeWidth: 1.25, clip: true },
      encoding: { x: { ...day, field: "time" }, y: { ...y, field: "threshold" } },
    },
    {
      name: "outlookCurve",
      data: { values: rows },
      mark: { type: "line", strokeWidth: 2.5, interpolate: "monotone", clip: true },
      encoding: { x: { ...day, field: "time" }, y: { ...y, field: "value" }, color: hue, detail },
    },
  ];
}

/** The threshold by its name, on the side of it where the curve is not. */
function thresholdLabel(rows: ChartRows, day: VegaLitePart, y: VegaLitePart): VegaLitePart {
  const last = rows.filter(({ series }) => series === "so far").at(-1);
  const isBelow = Number(last?.value) > Number(last?.threshold);
  return {
    name: "outlookThresholdLabel",
    data: { values: last ? [{ ...last, label: "threshold" }] : [] },
    mark: {
      type: "text",
      align: "right",
      dy: isBelow ? 11 : -8,
      color: color.relapse,
      fontSize: fontSize.small,
    },
    encoding: {
      x: { ...day, field: "time" },
      y: { ...y, field: "threshold" },
      text: { field: "label", type: "nominal" },
    },
  };
}

function ruleLayers(rows: ChartRows, day: VegaLitePart): VegaLitePart[] {
  const hue = { field: "hue", type: "nominal", scale: null, legend: null };
  return [
    {
      name: "outlookRules",
      data: { values: rows },
      mark: { type: "rule", strokeWidth: 1.25, strokeDash: [2, 2] },
      encoding: {
        x: { ...day, field: "day" },
        color: hue,
        y: pixels("y"),
        y2: { value: HEIGHT },
      },
    },
    {
      name: "outlookRuleLabels",
      data: { values: rows.filter(({ label }) => label !== "") },
      mark: { type: "text", align: "left", baseline: "middle", dx: 5, fontSize: fontSize.small },
      encoding: {
        x: { ...day, field: "day" },
        y: pixels("y"),
        text: { field: "label", type: "nominal" },
        color: hue,
      },
    },
  ];
}

/** The curve to come with its band, as it is and with each planned course; scores, threshold, and today. */
export function outlookPanel(results: Outlooks, days: readonly [number, number], width: number): Panel {
  const [{ scale, scores, outcome, origin }] = results;
  const { minimum, maximum, step } = scale;
  const rules = ruleRows(results, days);
  const rows = curveRows(results, days);
  const highest = Math.max(maximum, ...rows.map(({ value }) => Number(value)));
  const lowest = Math.min(minimum, ...rows.map(({ value }) => Number(value)));
  const padding = Math.max(step / 2, 0.04 * (maximum - minimum));
  const y = {
    type: "quantitative",
    title: scoreAxisTitle(outcome, scale),
    scale: {
      domain: [lowest - padding, highest + padding],
      range: [HEIGHT, LANE * rules.filter(({ label }) => label !== "").length + 4],
      nice: false,
      zero: false,
    },
    axis: { values: scoreTicks(minimum, maximum), format: "~f", ticks: false, grid: true },
  };
  const day = dayAxis(days, width, origin === null ? "Day" : `Day (day 0 is ${origin})`);
  const seen = scores.flatMap(({ day: at, score }) => {
    const value = middleOf(score);
    return value === null || at < days[0] || at > days[1] ? [] : [{ day: at, value }];
  });
  return {
    width,
    height: HEIGHT,
    layer: [
      ...curveLayers(rows, day, y),
      thresholdLabel(rows, day, y),
      ...ruleLayers(rules, day),
      {
        name: "outlookScores",
        data: { values: seen },
        mark: scoreMark,
        encoding: { x: { ...day, field: "day" }, y: { ...y, field: "value" } },
      },
    ],
  };
}
