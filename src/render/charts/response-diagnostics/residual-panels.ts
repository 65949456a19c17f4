import type { ResponseDiagnostics, ScoreResidual } from "../../../schema/index.ts";
import { COLUMN_GAP, type Panel, panelTitle } from "../panels.ts";
import { color } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";

/** Standard normal numbers lie beyond it once in twenty times. */
const SELDOM = 1.96;
const HEIGHT = 190;

/** Residuals to draw; an end that rounding leaves open is drawn to the edge of the plot. */
function residualRows(residuals: readonly ScoreResidual[], limit: number): ChartRows {
  return residuals.flatMap(({ residualLower, residualUpper, residual, ...row }) => {
    if (residual === null) return [];
    const { day, score, normalOrder, normalOrderLower, normalOrderUpper, tailProbability } = row;
    return {
      day,
      score,
      residual,
      low: residualLower ?? -limit,
      high: residualUpper ?? limit,
      normalOrder,
      normalOrderLower,
      normalOrderUpper,
      isOut: tailProbability !== null && tailProbability < 0.05 / residuals.length,
    };
  });
}

function limitOf(residuals: readonly ScoreResidual[]): number {
  const ends = residuals.flatMap((row) => [
    row.residual,
    row.residualLower,
    row.residualUpper,
    row.normalOrderLower,
    row.normalOrderUpper,
  ]);
  return Math.ceil(2 * Math.max(3, ...ends.map((end) => Math.abs(end ?? 0)))) / 2;
}

/** Days of the scores, with a little room. */
function dayDomain(residuals: readonly ScoreResidual[]): [number, number] {
  const days = residuals.map(({ day }) => day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const room = 0.04 * (last - first) || 1;
  return [first - room, last + room];
}

/** Residuals with what rounding leaves open; those out of line have a mark of their own, where there are any. */
function marks(rows: ChartRows, x: VegaLitePart, y: VegaLitePart, part: string): VegaLitePart[] {
  const bar = { type: "rule", opacity: 0.55, strokeWidth: 1.5, color: color.ink };
  const point = (isOut: boolean): VegaLitePart => ({
    name: `${part}${isOut ? "Outlying" : "Points"}`,
    transform: [{ filter: isOut ? "datum.isOut" : "!datum.isOut" }],
    mark: {
      type: "point",
      filled: true,
      opacity: 1,
      size: isOut ? 90 : 58,
      shape: isOut ? "diamond" : "circle",
      color: isOut ? color.relapse : color.ink,
      stroke: color.paper,
      strokeWidth: 1,
    },
    encoding: { x, y },
  });
  return [
    { name: `${part}Bars`, mark: bar, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } },
    point(false),
    ...(rows.some(({ isOut }) => isOut) ? [point(true)] : []),
  ];
}

/** The axis of the residuals, the same in both panels. */
function residualAxis(limit: number): { axis: VegaLitePart; [property: string]: unknown } {
  return {
    field: "residual",
    type: "quantitative",
    scale: { domain: [-limit, limit], nice: false },
    title: "Residual (sd)",
    axis: { tickCount: 6, format: "~f", ticks: false },
  };
}

/** Where residuals usually lie, zero, and the residuals by day. */
function dayLayers(residuals: readonly ScoreResidual[], rows: ChartRows, y: VegaLitePart): VegaLitePart[] {
  const x = {
    field: "day",
    type: "quantitative",
    title: "Day",
    axis: { grid: false, format: "~f" },
    scale: { domain: dayDomain(residuals), nice: false, zero: false },
  };
  return [
    {
      name: "residualUsual",
      data: { values: [{ low: -SELDOM, high: SELDOM }] },
      mark: { type: "rect", color: color.band, opacity: 0.16 },
      encoding: { y: { ...y, field: "low" }, y2: { field: "high" } },
    },
    {
      name: "residualZero",
      data: { values: [{ residual: 0 }] },
      mark: { type: "rule", color: color.rule },
      encoding: { y },
    },
    ...marks(rows, x, y, "residualDay"),
  ];
}

/** The residuals against the day, and in their normal order beside where they would lie by chance. */
export function residualPanels({ residuals }: ResponseDiagnostics, width: number): Panel[] {
  const limit = limitOf(residuals);
  const rows = residualRows(residuals, limit);
  const y = residualAxis(limit);
  const order = {
    field: "normalOrder",
    type: "quantitative",
    title: "Expected by chance (sd)",
    scale: { domain: [-limit, limit], nice: false },
    axis: { grid: false, tickCount: 6, format: "~f" },
  };
  const right = Math.round(0.38 * (width - COLUMN_GAP));
  return [
    {
      title: panelTitle("By day"),
      width: width - COLUMN_GAP - right,
      height: HEIGHT,
      data: { values: rows },
      layer: dayLayers(residuals, rows, y),
    },
    {
      title: panelTitle("In normal order"),
      width: right,
      height: HEIGHT,
      data: { values: rows },
      layer: orderLayers(rows, order, { ...y, title: null, axis: { ...y.axis, labels: false } }, limit),
    },
  ];
}

function orderLayers(rows: ChartRows, x: VegaLitePart, y: VegaLitePart, limit: number): VegaLitePart[] {
  return [
    {
      name: "orderUsual",
      mark: { type: "area", color: color.band, opacity: 0.16, line: false },
      encoding: { x, y: { ...y, field: "normalOrderLower" }, y2: { field: "normalOrderUpper" } },
    },
    {
      name: "orderLine",
      data: {
        values: [
          { normalOrder: -limit, residual: -limit },
          { normalOrder: limit, residual: limit },
        ],
      },
      mark: { type: "line", color: color.rule, strokeWidth: 1 },
      encoding: { x, y },
    },
    ...marks(rows, x, y, "order"),
  ];
}
