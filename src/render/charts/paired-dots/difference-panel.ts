import type { Estimate, TrialResult } from "../../../schema/index.ts";
import { formatPercent } from "../../format-number.ts";
import { hasInterval } from "../../trial/trial-effect.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { color } from "../theme.ts";
import { scoreTitle } from "../trial-timeline/timeline-axes.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { columnNames, pixels } from "./column-names.ts";
import type { DotPairs } from "./dot-pairs.ts";
import { type ValueAxis, valueAxis } from "./value-axis.ts";

/** Where the two columns stand, as shares of the width. */
const [FIRST, SECOND] = [0.28, 0.72];
/** From the end of the axis to the middle of an arrow, as a share of it. */
const ARROW = 0.012;

/** The limits, cut at the ends of the axis, with an arrow there. */
function limitLayers(
  { lower, upper }: Pick<Estimate, "lower" | "upper">,
  { low, high, y }: ValueAxis,
  x: number,
): VegaLitePart[] {
  const inset = ARROW * (high - low);
  const from = Math.max(lower ?? -Infinity, low);
  const to = Math.min(upper ?? Infinity, high);
  const arrows: ChartRows = [
    ...(from === low ? [{ x, at: low + inset, shape: "triangle-down" }] : []),
    ...(to === high ? [{ x, at: high - inset, shape: "triangle-up" }] : []),
  ];
  const line = {
    name: "effectLimits",
    data: { values: [{ x, from, to }] },
    mark: { type: "rule", color: color.ink, strokeWidth: 3 },
    encoding: { x: pixels("x"), y: y("from"), y2: { field: "to" } },
  };
  if (arrows.length === 0) return [line];
  return [
    line,
    {
      name: "effectArrows",
      data: { values: arrows },
      mark: { type: "point", filled: true, size: 70, opacity: 1, color: color.ink },
      encoding: {
        x: pixels("x"),
        y: y("at"),
        shape: { field: "shape", type: "nominal", scale: null, legend: null },
      },
    },
  ];
}

/** The effect with its limits, which end in an arrow where there is none, or they leave the axis. */
function effectLayers({ effect }: DotPairs, axis: ValueAxis, x: number): VegaLitePart[] {
  if (!effect || effect.estimate === null) return [];
  return [
    ...(hasInterval(effect) ? limitLayers(effect, axis, x) : []),
    {
      name: "effect",
      data: { values: [{ x, estimate: effect.estimate }] },
      mark: { type: "point", shape: "diamond", filled: true, size: 130, opacity: 1, color: color.ink },
      encoding: { x: pixels("x"), y: axis.y("estimate") },
    },
  ];
}

const differencesOf = ({ pairs }: DotPairs): number[] =>
  pairs.map(({ reference, treatment }) => treatment - reference);

/** The axis of the differences, with 0 on it. */
export function differenceAxis(dots: DotPairs): ValueAxis {
  const { means, effect } = dots;
  const overall =
    means.reference === null || means.treatment === null ? [] : [means.treatment - means.reference];
  const shown = effect?.estimate === null || !effect ? overall : [effect.estimate];
  const limits = [effect?.lower, effect?.upper].flatMap((end) => (end == null ? [] : [end]));
  return valueAxis([0, ...differencesOf(dots), ...shown], limits, "Difference");
}

/** Diameter of a dot in pixels. */
const DOT = 8;

/** Dots that would cover each other stand beside each other, around a place. */
function besideEachOther(values: readonly number[], perPixel: number, place: number): ChartRows {
  const rows: { x: number; value: number }[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const near = rows.filter((row) => value - row.value < DOT * perPixel);
    const offset = OFFSETS.find((by) => near.every((row) => Math.abs(row.x - place - by) >= DOT)) ?? 0;
    rows.push({ x: place + offset, value });
  }
  return rows;
}

/** Places for dots of one value: the middle, then right and left of it in turn. */
const OFFSETS: readonly number[] = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((step) => step * DOT);

/** Differences of the blocks beside the effect with its limits. */
export function differencePanel(
  result: TrialResult,
  dots: DotPairs,
  { width, height, axis }: { width: number; height: number; axis: ValueAxis },
): Panel {
  const { pairs, effect } = dots;
  const differences = differencesOf(dots);
  const { low, high } = axis;
  const level = formatPercent(effect?.level ?? 0.95);
  const names = [
    ...(pairs.length > 0 ? [{ x: FIRST * width, text: "blocks" }] : []),
    ...(effect ? [{ x: SECOND * width, text: hasInterval(effect) ? `effect, ${level}` : "effect" }] : []),
  ];
  return {
    title: panelTitle(scoreTitle(result.improvement, "Difference")),
    width,
    height,
    layer: [
      {
        name: "noDifference",
        data: { values: [{ from: 0, to: width, none: 0 }] },
        mark: { type: "rule", color: color.quiet, strokeWidth: 1.2, strokeDash: [2, 3] },
        encoding: { x: pixels("from"), x2: { field: "to" }, y: axis.y("none") },
      },
      {
        name: "differences",
        data: { values: besideEachOther(differences, (high - low) / height, FIRST * width) },
        mark: { type: "point", shape: "circle", filled: true, size: 50, opacity: 0.75, color: color.quiet },
        encoding: { x: pixels("x"), y: axis.y("value") },
      },
      ...effectLayers(dots, axis, SECOND * width),
      columnNames("differenceNames", names, height),
    ],
  };
}
