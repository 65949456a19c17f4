import type { SummaryLayer } from "../../../schema/index.ts";
import type { ForestAxis } from "../forest/forest-axis.ts";
import { cutSpan } from "../forest/forest-shapes.ts";
import { color } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import type { LayerPanel, LayerRow } from "./layer-rows.ts";

/** A row with the height of its bar in pixels. */
export type PlacedRow = LayerRow & { y: number };

/** Dark, middle and light, so that they differ in grey too; the last is dashed besides. */
const STYLES: Readonly<Record<SummaryLayer, { hue: string; mark: VegaLitePart }>> = {
  "bounds-only": { hue: color.ink, mark: { strokeWidth: 7 } },
  weak: { hue: color.curve, mark: { strokeWidth: 5 } },
  parametric: { hue: "#d98e00", mark: { strokeWidth: 5, strokeDash: [7, 2] } },
};

const IMPOSSIBLE = "#eceff1";

export const pixels: VegaLitePart = { field: "y", type: "quantitative", scale: null, axis: null };

export function marks(
  name: string,
  values: ChartRows,
  mark: VegaLitePart,
  encoding: VegaLitePart,
): VegaLitePart[] {
  return values.length === 0 ? [] : [{ name, data: { values }, mark, encoding }];
}

function bars(rows: readonly PlacedRow[], axis: ForestAxis, name: string): VegaLitePart[] {
  return (Object.keys(STYLES) as SummaryLayer[]).flatMap((layer) => {
    const { hue, mark } = STYLES[layer];
    const own = rows.filter((row) => row.layer === layer && (row.lower !== null || row.upper !== null));
    const cut = own.flatMap((row) => {
      const span = cutSpan(row, axis);
      return span === null ? [] : [{ ...span, y: row.y }];
    });
    const arrows = cut.flatMap(({ from, to, goesBelow, goesAbove, y }) => [
      ...(goesBelow ? [{ x: from, y, shape: "triangle-left" }] : []),
      ...(goesAbove ? [{ x: to, y, shape: "triangle-right" }] : []),
    ]);
    return [
      ...marks(
        `${name}-${layer}`,
        cut.map(({ from, to, y }) => ({ from, to, y })),
        { type: "rule", color: hue, strokeCap: "butt", ...mark },
        { x: axis.x("from"), x2: { field: "to" }, y: pixels },
      ),
      ...marks(
        `${name}-${layer}-arrows`,
        arrows,
        { type: "point", filled: true, size: 90, opacity: 1, color: hue },
        { x: axis.x("x"), y: pixels, shape: { field: "shape", type: "nominal", scale: null, legend: null } },
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
  return marks(`${name}-estimates`, points, mark, { x: axis.x("x"), y: pixels });
}

/** The bounds as lines with a ground beyond them, and what they are called. */
function boundMarks(
  { bounds: { lower, upper } }: LayerPanel,
  axis: ForestAxis,
  height: number,
  name: string,
): VegaLitePart[] {
  const ends = [
    ...(lower !== null
      ? [{ x: lower, from: axis.low, to: lower, text: "least possible", align: "left", dx: 5 }]
      : []),
    ...(upper !== null
      ? [{ x: upper, from: upper, to: axis.high, text: "most possible", align: "right", dx: -5 }]
      : []),
  ];
  const beyond = ends.map(({ from, to }) => ({ from, to, y: 0, bottom: height }));
  const lines = ends.map(({ x }) => ({ x, y: 0, bottom: height }));
  const toBottom = { y: pixels, y2: { field: "bottom" } };
  return [
    ...marks(
      `${name}-impossible`,
      beyond,
      { type: "rect", color: IMPOSSIBLE },
      { x: axis.x("from"), x2: { field: "to" }, ...toBottom },
    ),
    ...marks(
      `${name}-bounds`,
      lines,
      { type: "rule", color: color.ink, strokeWidth: 1.2 },
      { x: axis.x("x"), ...toBottom },
    ),
    ...ends.flatMap(({ x, text, align, dx }, i) =>
      marks(
        `${name}-bound-${i}`,
        [{ x, y: 7, text }],
        { type: "text", align, dx, baseline: "middle", fontSize: 11, color: color.quiet },
        { x: axis.x("x"), y: pixels, text: { field: "text", type: "nominal" } },
      ),
    ),
  ];
}

/** Everything that is drawn on the axis of a panel. */
export function layerMarks(
  panel: LayerPanel,
  rows: readonly PlacedRow[],
  axis: ForestAxis,
  height: number,
  name: string,
): VegaLitePart[] {
  const mean = panel.mean === null ? [] : [{ x: panel.mean, y: 0, bottom: height }];
  return [
    ...boundMarks(panel, axis, height, name),
    ...marks(
      `${name}-mean`,
      mean,
      { type: "rule", color: color.quiet, strokeDash: [2, 3] },
      { x: axis.x("x"), y: pixels, y2: { field: "bottom" } },
    ),
    ...bars(rows, axis, name),
    ...estimates(rows, axis, name),
  ];
}
