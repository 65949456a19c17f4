import type { ModelComparison, ResponseCourse } from "../../../schema/index.ts";
import { scoreAxisTitle } from "../chart-name.ts";
import type { Panel } from "../panels.ts";
import { scoreMiddle } from "../response-curve/score-layers.ts";
import { dayAxis, scoreTicks } from "../response-curve/ticks.ts";
import { scoreMark } from "../score-mark.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { type ModelStyle, styled } from "./model-styles.ts";

const HEIGHT = 280;
/** Room for the number of a course beside its line, in pixels. */
const NUMBER = 16;

/** Lowest and highest score drawn: the scale, and a curve that leaves it. */
function scoreDomain({ scale, curves }: ModelComparison): [number, number] {
  const padding = Math.max(scale.step / 2, 0.04 * (scale.maximum - scale.minimum));
  const values = curves.flatMap(({ points }) => points.map(({ value }) => value));
  const lowest = values.reduce((least, value) => Math.min(least, value), scale.minimum);
  const highest = values.reduce((most, value) => Math.max(most, value), scale.maximum);
  return [lowest - padding, highest + padding];
}

/** The days of the curves, of scores and of courses, with a little room. */
function dayDomain({ curves, observations, courses }: ModelComparison): [number, number] {
  const days = [
    ...curves.flatMap(({ points }) => points.map(({ time }) => time)),
    ...observations.map(({ day }) => day),
    ...courses.map(({ day }) => day),
  ];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const padding = 0.02 * Math.max(1, last - first);
  return [first - padding, last + padding];
}

/** The courses with their numbers, but where two lines stand too close for one. */
function courseRows(courses: readonly ResponseCourse[], dayPerPixel: number): ChartRows {
  const sorted = [...courses].sort((a, b) => a.day - b.day);
  let free = Number.NEGATIVE_INFINITY;
  return sorted.map(({ course, day }) => {
    const fits = day >= free;
    if (fits) free = day + NUMBER * dayPerPixel;
    return { day, label: fits ? `${course}` : "" };
  });
}

function scoreRows({ observations }: ModelComparison, [low, high]: readonly [number, number]): ChartRows {
  return observations.flatMap((row) => {
    const score = scoreMiddle(row);
    return score === null ? [] : [{ day: row.day, score, low: row.lower ?? low, high: row.upper ?? high }];
  });
}

function courseLayers(rows: ChartRows, x: VegaLitePart): VegaLitePart[] {
  return [
    {
      name: "comparedCourses",
      data: { values: rows },
      mark: { type: "rule", color: color.course, opacity: 0.6 },
      encoding: { x, y: { value: 0 }, y2: { value: HEIGHT } },
    },
    {
      name: "comparedCourseNumbers",
      data: { values: rows.filter(({ label }) => label !== "") },
      mark: { type: "text", align: "left", dx: 3, color: color.course, fontSize: fontSize.small },
      encoding: { x, y: { value: 6 }, text: { field: "label", type: "nominal" } },
    },
  ];
}

/** The curves of all models over the scores, and the values that round to each. */
export function curvesPanel(
  comparison: ModelComparison,
  styles: readonly ModelStyle[],
  width: number,
): Panel {
  const days = dayDomain(comparison);
  const scores = scoreDomain(comparison);
  const x: VegaLitePart = {
    field: "day",
    type: "quantitative",
    title: comparison.courses.length > 1 ? "Day (upright: courses, numbered)" : "Day (upright: the course)",
    scale: { domain: days, nice: false, zero: false },
    axis: dayAxis(days, width),
  };
  const { scale, outcome } = comparison;
  const y: VegaLitePart = {
    field: "score",
    type: "quantitative",
    title: scoreAxisTitle(outcome, scale),
    scale: { domain: scores, nice: false, zero: false },
    axis: { values: scoreTicks(scale.minimum, scale.maximum), format: "~f", ticks: false },
  };
  const curves = comparison.curves.flatMap(({ model, points }) => {
    const { hue, dash, thick } = styles.find((style) => style.model === model)!;
    return points.map(({ time, value }) => ({ model, hue, dash, thick, day: time, score: value }));
  });
  return {
    width,
    height: HEIGHT,
    layer: [
      ...courseLayers(courseRows(comparison.courses, (days[1] - days[0]) / width), x),
      {
        name: "comparedCurves",
        data: { values: curves },
        mark: { type: "line", opacity: 0.9 },
        encoding: { x, y, detail: { field: "model", type: "nominal" }, ...styled },
      },
      ...scoreLayers(scoreRows(comparison, scores), x, y),
    ],
  };
}

function scoreLayers(rows: ChartRows, x: VegaLitePart, y: VegaLitePart): VegaLitePart[] {
  return [
    {
      name: "comparedScoreBars",
      data: { values: rows },
      mark: { type: "rule", color: color.ink, opacity: 0.55, strokeWidth: 1.5 },
      encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
    },
    {
      name: "comparedScores",
      data: { values: rows },
      mark: scoreMark,
      encoding: { x, y },
    },
  ];
}
