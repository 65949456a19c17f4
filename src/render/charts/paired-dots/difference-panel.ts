import type { TrialResult } from "../../../schema/index.ts";
import { formatPercent } from "../../format-number.ts";
import { hasInterval } from "../../trial/trial-effect.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { color, fontSize } from "../theme.ts";
import { scoreTitle } from "../trial-timeline/timeline-axes.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import type { DotPairs } from "./dot-pairs.ts";
import { type ValueAxis, valueAxis } from "./value-axis.ts";

/** Where the two columns stand, as shares of the width. */
const [FIRST, SECOND] = [0.28, 0.72];
/** From the end of the axis to the middle of an arrow, as a share of it. */
const ARROW = 0.012;

const pixels = (field: string): VegaLitePart => ({ field, type: "quantitative", scale: null, axis: null });

/** The effect with its limits, which end in an arrow where there is none, or they leave the axis. */
function effectLayers({ effect }: DotPairs, { low, high, y }: ValueAxis, x: number): VegaLitePart[] {
  if (!effect || effect.estimate === null) return [];
  const { estimate, lower, upper } = effect;
  const hasLimits = hasInterval(effect);
  const inset = ARROW * (high - low);
  const from = Math.max(lower ?? -Infinity, low);
  const to = Math.min(upper ?? Infinity, high);
  const arrows: ChartRows = [
    ...(from === low ? [{ x, at: low + inset, shape: "triangle-down" }] : []),
    ...(to === high ? [{ x, at: high - inset, shape: "triangle-up" }] : []),
  ];
  return [
    ...(hasLimits
      ? [
          {
            name: "effectLimits",
            data: { values: [{ x, from, to }] },
            mark: { type: "rule", color: color.ink, strokeWidth: 3 },
            encoding: { x: pixels("x"), y: y("from"), y2: { field: "to" } },
          },
        ]
      : []),
    ...(hasLimits && arrows.length > 0
      ? [
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
        ]
      : []),
    {
      name: "effect",
      data: { values: [{ x, estimate }] },
      mark: {
        type: "point",
        shape: "diamond",
        filled: true,
        size: 130,
        opacity: 1,
        color: color.ink,
      },
      encoding: { x: pixels("x"), y: y("estimate") },
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

/** Differences of the blocks beside the effect with its limits. */
export function differencePanel(
  result: TrialResult,
  dots: DotPairs,
  { width, height, axis }: { width: number; height: number; axis: ValueAxis },
): Panel {
  const { pairs, effect } = dots;
  const differences = differencesOf(dots);
  const level = formatPercent(effect?.level ?? 0.95);
  const names: ChartRows = [
    ...(pairs.length > 0 ? [{ x: FIRST * width, y: height + 14, text: "blocks" }] : []),
    ...(effect
      ? [{ x: SECOND * width, y: height + 14, text: hasInterval(effect) ? `effect, ${level}` : "effect" }]
      : []),
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
        data: { values: differences.map((value) => ({ x: FIRST * width, value })) },
        mark: { type: "point", shape: "circle", filled: true, size: 50, opacity: 0.75, color: color.quiet },
        encoding: { x: pixels("x"), y: axis.y("value") },
      },
      ...effectLayers(dots, axis, SECOND * width),
      {
        name: "differenceNames",
        data: { values: names },
        mark: {
          type: "text",
          align: "center",
          baseline: "middle",
          fontSize: fontSize.label,
          color: color.ink,
        },
        encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
      },
    ],
  };
}
