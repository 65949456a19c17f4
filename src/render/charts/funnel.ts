import type { FunnelResult, TrimAndFillResult } from "../../schema/index.ts";
import { funnelSentences } from "../pooling/funnel-words.ts";
import { type PoolView, pooledView, viewSpan } from "../pooling/pool-view.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { type ForestAxis, forestAxis, type Span } from "./forest/forest-axis.ts";
import { contourAreas, contourFills, meanFunnel } from "./funnel/contour-layers.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { color, fontSize } from "./theme.ts";
import type { ChartRows, VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

/** Size and scale of the picture, and what it shows besides. */
export interface FunnelOptions extends ChartOptions {
  /** A logarithmic scale that people read, or that of the pool, the default. Without a value of no effect there are no contours. */
  view?: PoolView;
  /** Series that trim and fill adds: hollow points; default none. */
  filled?: TrimAndFillResult | null;
}

const [HEIGHT, LEFT, KEY] = [300, 62, 30];
/** Middles of the squares of the key, in pixels. */
const KEY_PLACES: readonly number[] = [7, 190, 310];
/** Half of the normal 95 % interval, in standard errors. */
const REACH = 1.96;

function funnelAxis(result: FunnelResult, view: PoolView, deepest: number, width: number): ForestAxis {
  const around = (estimate: number, error: number): Span =>
    viewSpan({ estimate, lower: estimate - REACH * error, upper: estimate + REACH * error }, view);
  const points = result.points.map(({ estimate, standardError }) => around(estimate, standardError));
  return forestAxis(view.scale, points, [around(result.mean, deepest)], width);
}

function pointLayers(
  { points }: FunnelResult,
  { filled }: FunnelOptions,
  view: PoolView,
  { x, y }: { x: VegaLitePart; y: VegaLitePart },
): VegaLitePart[] {
  const rows = (own: FunnelResult["points"]): ChartRows =>
    own.map(({ estimate, standardError, series }) => ({
      x: view.back(estimate),
      error: standardError,
      series,
    }));
  const added = filled?.points.filter((point) => point.filled) ?? [];
  const mark = { type: "point", shape: "circle", size: 46, opacity: 1, clip: true };
  const encoding = { x, y };
  const hollow = { ...mark, filled: true, fill: color.paper, stroke: color.relapse, strokeWidth: 1.6 };
  return [
    ...(added.length > 0 ? [{ name: "filled", data: { values: rows(added) }, mark: hollow, encoding }] : []),
    {
      name: "points",
      data: { values: rows(points) },
      mark: { ...mark, filled: true, color: color.ink },
      encoding,
    },
  ];
}

const hasFilled = ({ filled }: FunnelOptions): boolean => (filled?.nFilled ?? 0) > 0;

/** Squares with the meaning of each shade, below the axis. */
function keyLayers(hasContours: boolean): VegaLitePart[] {
  if (!hasContours) return [];
  const y = { value: HEIGHT + 62 };
  const rows = [...contourFills].reverse().map((one, i) => ({
    ...one,
    x: KEY_PLACES[i]!,
    text: i === 0 ? `A series alone: ${one.text}` : one.text,
  }));
  const square = {
    type: "point",
    shape: "square",
    filled: true,
    size: 130,
    opacity: 1,
    stroke: color.rule,
    strokeWidth: 1,
  };
  const x = { field: "x", type: "quantitative", scale: null, axis: null };
  return rows.flatMap(({ fill, text, x: at }, i) => [
    { name: `swatch${i}`, data: { values: [{ x: at }] }, mark: { ...square, fill }, encoding: { x, y } },
    {
      name: `shade${i}`,
      data: { values: [{ x: at + 12, text }] },
      mark: { type: "text", align: "left", baseline: "middle", fontSize: fontSize.label },
      encoding: { x, y, text: { field: "text", type: "nominal" } },
    },
  ]);
}

/**
 * Draws effects over their standard errors, the surest on top: around no effect the shades tell where the result of a series alone
 * would be significant, around the mean dashed lines where 95 % of series without other differences would lie. A gap in the white
 * speaks for results that were not published; one elsewhere for other reasons.
 *
 * @param options Width in pixels; scale; series that trim and fill adds.
 * @throws {RangeError} when the width is too small to read.
 * @see Peters, Sutton, Jones, Abrams & Rushton (2008), J Clin Epidemiol 61:991–996. doi:10.1016/j.jclinepi.2007.11.010
 * @example
 * funnelChart(assessFunnel(rows)).hconcat; // one panel
 */
export function funnelChart(result: FunnelResult, options: FunnelOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const plot = plotWidth(width, LEFT);
  const view = options.view ?? pooledView(result, 0);
  const deepest = 1.06 * Math.max(...result.points.map(({ standardError }) => standardError));
  const axis = funnelAxis(result, view, deepest, plot);
  const y = {
    field: "error",
    type: "quantitative",
    scale: { domain: [deepest, 0], nice: false, zero: false },
    axis: {
      title: "Standard error",
      tickCount: 6,
      grid: false,
      domain: true,
      domainColor: color.rule,
    },
  };
  const drawing = { axis, y, view, deepest };
  const hasContours = view.scale.noEffect !== null;
  return panelChart({
    about: { patient: view.scale.label, outcome: `Funnel of ${result.points.length} series` },
    words: [
      ...funnelSentences(result),
      ...(hasFilled(options) ? ["Hollow: series that trim and fill adds."] : []),
    ].join(" "),
    width,
    left: LEFT,
    below: hasContours ? 44 + KEY : 44,
    rows: [
      [
        {
          width: plot,
          height: HEIGHT,
          layer: [
            ...(hasContours ? contourAreas(result.limits, drawing) : []),
            ...meanFunnel(result.limits, result.mean, drawing),
            ...pointLayers(result, options, view, { x: axis.x("x"), y }),
            ...keyLayers(hasContours),
          ],
        },
      ],
    ],
  });
}

/** Effects over their standard errors, with contours of significance. */
export const funnel: Chart<FunnelResult> = { name: "funnel", accepts: "funnel", spec: funnelChart };
