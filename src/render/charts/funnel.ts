import type { FunnelResult, TrimAndFillResult } from "../../schema/index.ts";
import { funnelSentences } from "../pooling/funnel-words.ts";
import { type PoolView, pooledView, viewSpan } from "../pooling/pool-view.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { type ForestAxis, forestAxis, type Span } from "./forest/forest-axis.ts";
import { contourAreas, funnelKey, meanFunnel } from "./funnel/contour-layers.ts";
import { labelExpression, numberLabel } from "./number-labels.ts";
import { chartWidth, EDGE, panelChart, plotWidth } from "./panels.ts";
import { roundTicks } from "./round-ticks.ts";
import { color } from "./theme.ts";
import { keyFlow, keyFlowLayers, movedDown } from "./trial-timeline/key-flow.ts";
import { labelRoom } from "./trial-timeline/value-ticks.ts";
import type { ChartRows, VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

/** Size and scale of the picture, and what it shows besides. */
export interface FunnelOptions extends ChartOptions {
  /** A logarithmic scale that people read, or that of the pool, the default. Without a value of no effect there are no contours. */
  view?: PoolView;
  /** Series that trim and fill adds: hollow points; default none. */
  filled?: TrimAndFillResult | null;
}

/** Height of the plot, least room for its axis, and from the plot to the key below it. */
const [HEIGHT, LEFT, KEY] = [300, 62, 52];
/** Half of the normal 95 % interval, in standard errors. */
const REACH = 1.96;

function funnelAxis(result: FunnelResult, view: PoolView, deepest: number, width: number): ForestAxis {
  const around = (estimate: number, error: number): Span =>
    viewSpan({ estimate, lower: estimate - REACH * error, upper: estimate + REACH * error }, view);
  const points = result.points.map(({ estimate, standardError }) => around(estimate, standardError));
  return forestAxis(view.scale, points, [around(result.mean, deepest)], width, { overhang: EDGE });
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

/** The axis of standard errors, the smallest on top. */
function errorAxis(deepest: number): { y: VegaLitePart; left: number } {
  const values = roundTicks({ low: 0, high: deepest, length: HEIGHT, isUpright: true });
  const y = {
    field: "error",
    type: "quantitative",
    scale: { domain: [deepest, 0], nice: false, zero: false },
    axis: {
      title: "Standard error",
      values,
      labelExpr: labelExpression(values),
      grid: false,
      domain: true,
      domainColor: color.rule,
    },
  };
  return { y, left: Math.max(LEFT, labelRoom(values.map((value) => numberLabel(value)))) };
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
  const view = options.view ?? pooledView(result, 0);
  const deepest = 1.06 * Math.max(...result.points.map(({ standardError }) => standardError)) || 1;
  const { y, left } = errorAxis(deepest);
  const plot = plotWidth(width, left);
  const axis = funnelAxis(result, view, deepest, plot);
  const drawing = { axis, y, view, deepest };
  const hasContours = view.scale.noEffect !== null;
  const key = keyFlow(funnelKey(hasContours), plot);
  return panelChart({
    about: { patient: view.scale.label, outcome: `Funnel of ${result.points.length} series` },
    words: [
      ...funnelSentences(result),
      ...(hasFilled(options) ? ["Hollow: series that trim and fill adds."] : []),
    ].join(" "),
    width,
    left,
    below: 44 + key.height,
    rows: [
      [
        {
          width: plot,
          height: HEIGHT,
          layer: [
            ...(hasContours ? contourAreas(result.limits, drawing) : []),
            ...meanFunnel(result.limits, result.mean, drawing),
            ...pointLayers(result, options, view, { x: axis.x("x"), y }),
            ...keyFlowLayers(movedDown(key, HEIGHT + KEY)),
          ],
        },
      ],
    ],
  });
}

/** Effects over their standard errors, with contours of significance. */
export const funnel: Chart<FunnelResult> = { name: "funnel", accepts: "funnel", spec: funnelChart };
