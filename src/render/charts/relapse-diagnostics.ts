import type { RelapseDiagnostics } from "../../schema/index.ts";
import { diagnosticsAnswer } from "../relapse/diagnostics-words.ts";
import { onlyPatient } from "../relapse/relapse-name.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { COLUMN_GAP, chartWidth, type Panel, panelChart, panelTitle, plotWidth } from "./panels.ts";
import { color } from "./theme.ts";
import type { ChartRows, VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

const HEIGHT = 250;
/** Room for the axis of the first panel, and for that of the second between the two. */
const [LEFT, BETWEEN] = [72, 52];

/** Corners of a box: by the model from left to right, without it from below to above. */
type BoxRow = { x: number; x2: number; y: number; y2: number; isExact: boolean };

interface Plot {
  name: string;
  title: string;
  xTitle: string;
  yTitle: string;
  rows: readonly BoxRow[];
  end: number;
  /** Vega expression of a label. */
  format: string;
}

/** The shares relapsed by the model and without it. */
function shares({ masses }: RelapseDiagnostics): Plot {
  return {
    name: "share",
    title: "Probability plot: share relapsed",
    xTitle: "By the model",
    yTitle: "By the courses alone",
    rows: masses.map(({ lower, upper, before, after, modelBefore, modelAfter }) => ({
      x: modelBefore,
      x2: modelAfter,
      y: before,
      y2: after,
      isExact: upper === lower,
    })),
    end: 1,
    format: "format(100 * datum.value, '.0f') + ' %'",
  };
}

/** The cumulative hazards by the model and without it; what has no end is drawn to the edge. */
function hazards({ masses }: RelapseDiagnostics): Plot {
  const hazardOf = (share: number): number => (share < 1 ? -Math.log1p(-share) : Infinity);
  const raw = masses.map(({ lower, upper, before, after }) => ({
    x: lower,
    x2: upper ?? Infinity,
    y: hazardOf(before),
    y2: hazardOf(after),
    isExact: upper === lower,
  }));
  const finite = raw.flatMap(({ x, x2, y, y2 }) => [x, x2, y, y2]).filter(Number.isFinite);
  const end = 1.1 * Math.max(0.5, ...finite);
  return {
    name: "hazard",
    title: "Cox–Snell plot: cumulative hazard",
    xTitle: "By the model (residual)",
    yTitle: "By the courses alone",
    rows: raw.map((row) => ({ ...row, x2: Math.min(row.x2, end), y2: Math.min(row.y2, end) })),
    end,
    format: "format(datum.value, '~g')",
  };
}

/** The axes of a plot, both from 0 to its end. */
function plotAxes({ xTitle, yTitle, end, format }: Plot): { x: Axis; y: Axis } {
  const axis = { labelExpr: format, tickCount: 5, labelFlush: false };
  const scale = { domain: [0, end], nice: false, zero: true };
  const x = { type: "quantitative", title: xTitle, scale, axis: { ...axis, grid: false } };
  const y = { type: "quantitative", title: yTitle, scale, axis: { ...axis, ticks: false, grid: true } };
  return { x: (field) => ({ ...x, field }), y: (field) => ({ ...y, field }) };
}

type Axis = (field: string) => VegaLitePart;

/** Relapses known only as between two times. */
function boxLayer({ name, rows }: Plot, { x, y }: { x: Axis; y: Axis }): VegaLitePart {
  return {
    name: `${name}Boxes`,
    data: { values: rows.filter(({ isExact }) => !isExact) },
    mark: {
      type: "rect",
      color: color.curve,
      fillOpacity: 0.15,
      stroke: color.curve,
      strokeOpacity: 0.6,
    },
    encoding: { x: x("x"), x2: { field: "x2" }, y: y("y"), y2: { field: "y2" } },
  };
}

/** Relapses known to the day: the step of the estimate, and a point at its middle. */
function stepLayers({ name, rows }: Plot, { x, y }: { x: Axis; y: Axis }): VegaLitePart[] {
  const values: ChartRows = rows
    .filter(({ isExact }) => isExact)
    .map((row) => ({ ...row, middle: 0.5 * (row.y + row.y2) }));
  return [
    {
      name: `${name}Steps`,
      data: { values },
      mark: { type: "rule", color: color.curve, strokeWidth: 2 },
      encoding: { x: x("x"), y: y("y"), y2: { field: "y2" } },
    },
    {
      name: `${name}Points`,
      data: { values },
      mark: { type: "point", filled: true, color: color.curve, size: 50, opacity: 1 },
      encoding: { x: x("x"), y: y("middle") },
    },
  ];
}

function plotPanel(plot: Plot, width: number): Panel {
  const { name, title, end } = plot;
  const axes = plotAxes(plot);
  const line: ChartRows = [
    { x: 0, y: 0 },
    { x: end, y: end },
  ];
  return {
    title: panelTitle(title),
    width,
    height: HEIGHT,
    layer: [
      {
        name: `${name}Line`,
        data: { values: line },
        mark: { type: "line", color: color.relapse, strokeWidth: 1.5, strokeDash: [6, 4] },
        encoding: { x: axes.x("x"), y: axes.y("y") },
      },
      boxLayer(plot, axes),
      ...stepLayers(plot, axes),
    ],
  };
}

/**
 * Draws how well a law of the time to relapse fits: the share relapsed by the model and by the courses alone, and the
 * Cox–Snell residuals likewise. A relapse known only as between two times is a box; were the model right, every box and
 * every step would be crossed by the dashed line, but for chance.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @see Cox & Snell (1968), J R Stat Soc B 30:248–275, section 6.
 * @example
 * relapseDiagnosticsChart(diagnoseRelapse(result)).hconcat; // two panels
 */
export function relapseDiagnosticsChart(
  diagnostics: RelapseDiagnostics,
  options: ChartOptions = {},
): VegaLiteSpec {
  const width = chartWidth(options.width);
  const each = Math.floor((plotWidth(width, LEFT) - COLUMN_GAP - BETWEEN) / 2);
  return panelChart({
    about: { patient: onlyPatient(diagnostics.residuals) ?? "Time to relapse" },
    words: diagnosticsAnswer(diagnostics),
    width,
    left: LEFT,
    rows: [[plotPanel(shares(diagnostics), each), plotPanel(hazards(diagnostics), each)]],
    columnGap: COLUMN_GAP + BETWEEN,
  });
}

/** A fitted law beside the courses it was fitted to. */
export const relapseDiagnostics: Chart<RelapseDiagnostics> = {
  name: "relapse-diagnostics",
  accepts: "relapse-diagnostics",
  spec: relapseDiagnosticsChart,
};
