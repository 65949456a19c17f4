import type { ForestAxis } from "../forest/forest-axis.ts";
import { pointLabels } from "../point-labels.ts";
import { color } from "../theme.ts";
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

/** Band, line, bubbles and names, from the back to the front. */
export function bubbleLayers(
  rows: BubbleRows,
  moderator: string,
  axis: ForestAxis,
  { plot, height, noEffect }: Plot,
): VegaLitePart[] {
  const at = rows.bubbles.map((one) => one.x);
  const [first, last] = [Math.min(...at), Math.max(...at)];
  const edge = 0.06 * (last - first);
  const domain: [number, number] = [first - edge, last + edge];
  const x: VegaLitePart = {
    field: "x",
    type: "quantitative",
    scale: { domain, nice: false, zero: false },
    axis: {
      title: moderator,
      tickCount: 6,
      grid: false,
      domain: true,
      domainColor: color.rule,
      labelFlush: false,
    },
  };
  const heaviest = Math.max(...rows.bubbles.map(({ weight }) => weight), Number.MIN_VALUE);
  const radius = (weight: number): number => Math.max(SMALLEST, LARGEST * Math.sqrt(weight / heaviest));
  const bubbles = [...rows.bubbles].sort((a, b) => b.weight - a.weight);
  const share = (value: number): number =>
    (axis.even(value) - axis.even(axis.low)) / (axis.even(axis.high) - axis.even(axis.low));
  const points = bubbles.map(({ name, x: own, y, weight }) => ({
    name,
    x: (plot * (own - domain[0])) / (domain[1] - domain[0]),
    y: height * (1 - share(y)),
    radius: radius(weight),
  }));
  const isOn = noEffect !== null && noEffect > axis.low && noEffect < axis.high;
  return [
    ...band(rows, axis, x),
    ...(isOn
      ? [
          {
            name: "noEffect",
            data: { values: [{ y: noEffect }] },
            mark: { type: "rule", color: color.quiet },
            encoding: { y: upright(axis, "y") },
          },
        ]
      : []),
    {
      name: "line",
      data: { values: rows.line.map(({ x: own, estimate }) => ({ x: own, y: estimate })) },
      mark: { type: "line", color: color.curve, strokeWidth: 2, clip: true },
      encoding: { x, y: upright(axis, "y") },
    },
    {
      name: "bubbles",
      data: {
        values: bubbles.map(({ x: own, y, weight }) => ({ x: own, y, size: Math.PI * radius(weight) ** 2 })),
      },
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
    },
    ...pointLabels(points, plot, height),
  ];
}
