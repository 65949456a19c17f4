import type { SummaryLayer } from "../../../schema/index.ts";
import type { ForestAxis } from "../forest/forest-axis.ts";
import { cutSpan } from "../forest/forest-shapes.ts";
import { layer } from "../layer.ts";
import { pixels } from "../pixels.ts";
import { textWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import type { LayerPanel, LayerRow } from "./layer-rows.ts";

/** A row with the height of its bar in pixels. */
export type PlacedRow = LayerRow & { y: number };

/** Dark, middle and light, so that they differ in grey too; the last is dashed besides. */
const STYLES: Readonly<Record<SummaryLayer, { hue: string; mark: VegaLitePart }>> = {
  "bounds-only": { hue: color.ink, mark: { strokeWidth: 7 } },
  weak: { hue: color.curve, mark: { strokeWidth: 5 } },
  parametric: { hue: color.assumed, mark: { strokeWidth: 5, strokeDash: [7, 2] } },
};

/** Height of the line with the names of bounds, in pixels. */
export const BOUND_NAMES = 16;

function bars(rows: readonly PlacedRow[], axis: ForestAxis, name: string): VegaLitePart[] {
  return (Object.keys(STYLES) as SummaryLayer[]).flatMap((which) => {
    const { hue, mark } = STYLES[which];
    const own = rows.filter((row) => row.layer === which && (row.lower !== null || row.upper !== null));
    const cut = own.flatMap((row) => {
      const span = cutSpan(row, axis);
      return span === null ? [] : [{ ...span, y: row.y }];
    });
    const arrows = cut.flatMap(({ from, to, goesBelow, goesAbove, y }) => [
      ...(goesBelow ? [{ x: from, y, shape: "triangle-left" }] : []),
      ...(goesAbove ? [{ x: to, y, shape: "triangle-right" }] : []),
    ]);
    return [
      ...layer(
        `${name}-${which}`,
        cut.map(({ from, to, y }) => ({ from, to, y })),
        { type: "rule", color: hue, strokeCap: "butt", ...mark },
        { x: axis.x("from"), x2: { field: "to" }, y: pixels("y") },
      ),
      ...layer(
        `${name}-${which}-arrows`,
        arrows,
        { type: "point", filled: true, size: 90, opacity: 1, color: hue },
        {
          x: axis.x("x"),
          y: pixels("y"),
          shape: { field: "shape", type: "nominal", scale: null, legend: null },
        },
      ),
    ];
  });
}

function estimates(rows: readonly PlacedRow[], axis: ForestAxis, name: string): VegaLitePart[] {
  const points = rows.flatMap(({ estimate, y }) =>
    estimate !== null && estimate >= axis.low && estimate <= axis.high ? [{ x: estimate, y }] : [],
  );
  const mark = {
    type: "point",
    shape: "circle",
    filled: true,
    size: 46,
    fill: color.paper,
    stroke: color.ink,
    strokeWidth: 1.4,
    opacity: 1,
  };
  return layer(`${name}-estimates`, points, mark, { x: axis.x("x"), y: pixels("y") });
}

/** What bounds are called: in full, or in a word where they are close. */
function boundWords({ lower, upper }: LayerPanel["bounds"], axis: ForestAxis, plot: number) {
  const full = { least: "least possible", most: "most possible" };
  if (lower === null || upper === null) return full;
  const room = (plot * (upper - lower)) / (axis.high - axis.low);
  const needed = textWidth(full.least, fontSize.small) + textWidth(full.most, fontSize.small);
  return needed + 4 * BESIDE_BOUND <= room ? full : { least: "least", most: "most" };
}

/** From the line of a bound to its name, in pixels. */
const BESIDE_BOUND = 5;

/** The bounds as lines with a ground beyond them, and what they are called. */
function boundMarks(
  { bounds: { lower, upper } }: LayerPanel,
  axis: ForestAxis,
  { plot, height }: { plot: number; height: number },
  name: string,
): VegaLitePart[] {
  const words = boundWords({ lower, upper }, axis, plot);
  const ends = [
    ...(lower !== null
      ? [{ x: lower, from: axis.low, to: lower, text: words.least, align: "left", dx: 5 }]
      : []),
    ...(upper !== null
      ? [{ x: upper, from: upper, to: axis.high, text: words.most, align: "right", dx: -5 }]
      : []),
  ];
  const beyond = ends.map(({ from, to }) => ({ from, to, y: 0, bottom: height }));
  const lines = ends.map(({ x }) => ({ x, y: 0, bottom: height }));
  const toBottom = { y: pixels("y"), y2: { field: "bottom" } };
  return [
    ...layer(
      `${name}-impossible`,
      beyond,
      { type: "rect", color: color.faint },
      { x: axis.x("from"), x2: { field: "to" }, ...toBottom },
    ),
    ...layer(
      `${name}-bounds`,
      lines,
      { type: "rule", color: color.ink, strokeWidth: 1.2 },
      { x: axis.x("x"), ...toBottom },
    ),
    ...ends.flatMap(({ x, text, align, dx }, i) =>
      layer(
        `${name}-bound-${i}`,
        [{ x, y: 7, text }],
        { type: "text", align, dx, baseline: "middle", fontSize: fontSize.small, color: color.quiet },
        { x: axis.x("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
      ),
    ),
  ];
}

/** Everything that is drawn on the axis of a panel. */
export function layerMarks(
  panel: LayerPanel,
  rows: readonly PlacedRow[],
  axis: ForestAxis,
  { plot, height }: { plot: number; height: number },
  name: string,
): VegaLitePart[] {
  const { lower, upper } = panel.bounds;
  const top = lower === null && upper === null ? 0 : BOUND_NAMES;
  const mean = panel.mean === null ? [] : [{ x: panel.mean, y: top, bottom: height }];
  return [
    ...boundMarks(panel, axis, { plot, height }, name),
    ...layer(
      `${name}-mean`,
      mean,
      { type: "rule", color: color.quiet, strokeDash: [2, 3] },
      { x: axis.x("x"), y: pixels("y"), y2: { field: "bottom" } },
    ),
    ...bars(rows, axis, name),
    ...estimates(rows, axis, name),
  ];
}
