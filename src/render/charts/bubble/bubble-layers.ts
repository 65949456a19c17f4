import { plainText } from "../../plain-text.ts";
import { footAxis } from "../foot-axis.ts";
import type { ForestAxis } from "../forest/forest-axis.ts";
import { labelExpression } from "../number-labels.ts";
import { type Box, pointLabels } from "../point-labels.ts";
import { roundTicks } from "../round-ticks.ts";
import { truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import type { BubbleRows } from "./bubble-rows.ts";

/** Radius of the heaviest and of the lightest bubble, in pixels. */
const [LARGEST, SMALLEST] = [13, 3];

/** Size of the plot in pixels, and what means no effect. */
interface Plot {
  plot: number;
  height: number;
  noEffect: number | null;
}

/** The axis of effects, upright. */
function upright(axis: ForestAxis, field: string): VegaLitePart {
  const { axis: drawn, ...rest } = axis.x(field) as { axis: VegaLitePart };
  return { ...rest, axis: { ...drawn, grid: true, domain: false, ticks: false } };
}

function band({ line }: BubbleRows, axis: ForestAxis, x: VegaLitePart): VegaLitePart[] {
  const clip = (value: number): number => Math.min(axis.high, Math.max(axis.low, value));
  const values = line.flatMap(({ x: at, lower, upper }) =>
    lower === null || upper === null ? [] : [{ x: at, lower: clip(lower), upper: clip(upper) }],
  );
  if (values.length < 2) return [];
  const encoding = { x, y: upright(axis, "lower"), y2: { field: "upper" } };
  return [
    { name: "band", data: { values }, mark: { type: "area", color: color.band, opacity: 0.25 }, encoding },
  ];
}

/** The first and the last value of the moderator, with room beside them. */
function moderatorEnds({ bubbles }: BubbleRows): [number, number] {
  const at = bubbles.map((one) => one.x);
  const [first, last] = [Math.min(...at), Math.max(...at)];
  const edge = 0.06 * (last - first) || 1;
  return [first - edge, last + edge];
}

/** The axis of the moderator. */
function moderatorAxis(
  moderator: string,
  [low, high]: readonly [number, number],
  plot: number,
): VegaLitePart {
  const values = roundTicks({ low, high, length: plot });
  const title = truncateToWidth(plainText(moderator), fontSize.axisTitle, plot);
  return footAxis("x", [low, high], { title, values, labelExpr: labelExpression(values) });
}

/** Small boxes along the fitted line, which names should not cross. */
function lineBoxes(
  { line }: BubbleRows,
  at: { x: (value: number) => number; y: (value: number) => number },
): Box[] {
  const ends = line.flatMap(({ x, estimate }) =>
    estimate === null ? [] : [{ x: at.x(x), y: at.y(estimate) }],
  );
  return ends.slice(1).flatMap((end, i) => {
    const start = ends[i]!;
    const count = Math.max(1, Math.ceil(Math.abs(end.x - start.x) / 8));
    return Array.from({ length: count + 1 }, (_, k): Box => {
      const [x, y] = [start.x + ((end.x - start.x) * k) / count, start.y + ((end.y - start.y) * k) / count];
      return { left: x - 1, right: x + 1, top: y - 2, bottom: y + 2 };
    });
  });
}

function noEffectLayers(noEffect: number | null, axis: ForestAxis): VegaLitePart[] {
  if (noEffect === null || noEffect <= axis.low || noEffect >= axis.high) return [];
  return [
    {
      name: "noEffect",
      data: { values: [{ y: noEffect }] },
      mark: { type: "rule", color: color.quiet },
      encoding: { y: upright(axis, "y") },
    },
  ];
}

/** The series as bubbles, the heaviest behind the others. */
function bubbleMarks(bubbles: readonly Bubble[], axis: ForestAxis, x: VegaLitePart): VegaLitePart {
  return {
    name: "bubbles",
    data: { values: bubbles.map(({ x: own, y, radius }) => ({ x: own, y, size: Math.PI * radius ** 2 })) },
    mark: {
      type: "point",
      shape: "circle",
      filled: true,
      fill: color.ink,
      fillOpacity: 0.35,
      stroke: color.ink,
      strokeWidth: 1,
      opacity: 1,
      clip: true,
    },
    encoding: {
      x,
      y: upright(axis, "y"),
      size: { field: "size", type: "quantitative", scale: null, legend: null },
    },
  };
}

type Bubble = BubbleRows["bubbles"][number] & { radius: number };

/** The series from the heaviest to the lightest, each with its radius in pixels. */
function withRadius({ bubbles }: BubbleRows): Bubble[] {
  const heaviest = Math.max(...bubbles.map(({ weight }) => weight), Number.MIN_VALUE);
  return [...bubbles]
    .sort((a, b) => b.weight - a.weight)
    .map((one) => ({ ...one, radius: Math.max(SMALLEST, LARGEST * Math.sqrt(one.weight / heaviest)) }));
}

/** Band, line, bubbles and names, from the back to the front. */
export function bubbleLayers(
  rows: BubbleRows,
  moderator: string,
  axis: ForestAxis,
  { plot, height, noEffect }: Plot,
): VegaLitePart[] {
  const [first, last] = moderatorEnds(rows);
  const x = moderatorAxis(moderator, [first, last], plot);
  const bubbles = withRadius(rows);
  const share = (value: number): number =>
    (axis.even(value) - axis.even(axis.low)) / (axis.even(axis.high) - axis.even(axis.low));
  const atX = (value: number): number => (plot * (value - first)) / (last - first);
  const atY = (value: number): number => height * (1 - share(value));
  const points = bubbles.map(({ name, x: own, y, radius }) => ({ name, x: atX(own), y: atY(y), radius }));
  return [
    ...band(rows, axis, x),
    ...noEffectLayers(noEffect, axis),
    {
      name: "line",
      data: { values: rows.line.map(({ x: own, estimate }) => ({ x: own, y: estimate })) },
      mark: { type: "line", color: color.curve, strokeWidth: 2, clip: true },
      encoding: { x, y: upright(axis, "y") },
    },
    bubbleMarks(bubbles, axis, x),
    ...pointLabels(points, plot, height, lineBoxes(rows, { x: atX, y: atY })),
  ];
}
