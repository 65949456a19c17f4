import { color } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import type { PeriodBand } from "./period-bands.ts";
import type { TimelineAxes } from "./timeline-axes.ts";
import type { TreatmentStyle } from "./treatment-style.ts";

const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };
/** Length of an arrow where limits leave the axis. */
const INSET = 5;

/** Whether any period has a mean of more than one score. */
export function hasMeans(bands: readonly PeriodBand[]): boolean {
  return bands.some(({ nScores }) => nScores > 1);
}

/** The limits of each period's mean as a box, cut at the ends of the axis with an arrow there. */
function limitLayers(rows: ChartRows, axes: TimelineAxes): VegaLitePart[] {
  const arrow = (
    name: string,
    shape: string,
    field: string,
    test: string,
    yOffset: number,
  ): VegaLitePart => ({
    name,
    data: { values: rows },
    transform: [{ filter: test }],
    mark: { type: "point", shape, filled: true, size: 34, opacity: 0.9, yOffset },
    encoding: { x: axes.x("middle"), y: axes.y(field), color: hue },
  });
  return [
    {
      name: "periodLimits",
      data: { values: rows },
      mark: { type: "rect", opacity: 0.25 },
      encoding: {
        x: axes.x("from"),
        x2: { field: "to" },
        y: axes.y("lower"),
        y2: { field: "upper" },
        fill: hue,
      },
    },
    arrow("limitsBelow", "triangle-down", "lower", "datum.goesBelow", -INSET),
    arrow("limitsAbove", "triangle-up", "upper", "datum.goesAbove", INSET),
  ];
}

/** The mean of each period with more than one score, and its limits. */
export function meanLayers(
  bands: readonly PeriodBand[],
  styles: ReadonlyMap<string, TreatmentStyle>,
  axes: TimelineAxes,
): VegaLitePart[] {
  const { floor, ceiling } = axes;
  const rows = bands
    .filter(({ nScores }) => nScores > 1)
    .map(({ treatment, from, to, mean, lower, upper }) => ({
      from,
      to,
      middle: 0.5 * (from + to),
      mean,
      hue: styles.get(treatment)!.hue,
      lower: lower === null ? null : Math.max(lower, floor),
      upper: upper === null ? null : Math.min(upper, ceiling),
      goesBelow: lower !== null && lower < floor,
      goesAbove: upper !== null && upper > ceiling,
    }));
  if (rows.length === 0) return [];
  const limits = rows.filter(({ lower, upper }) => lower !== null && upper !== null);
  return [
    ...(limits.length > 0 ? limitLayers(limits, axes) : []),
    {
      name: "periodMeans",
      data: { values: rows },
      mark: { type: "rule", strokeWidth: 3 },
      encoding: { x: axes.x("from"), x2: { field: "to" }, y: axes.y("mean"), color: hue },
    },
  ];
}

/** The mean under the reference moved by the least effect that matters. */
export function thresholdLayers(line: number | null, axes: TimelineAxes): VegaLitePart[] {
  if (line === null || line < axes.floor || line > axes.ceiling) return [];
  return [
    {
      name: "threshold",
      data: { values: [{ from: axes.low, to: axes.high, line }] },
      mark: { type: "rule", strokeWidth: 1.5, strokeDash: [5, 3], color: color.ink },
      encoding: { x: axes.x("from"), x2: { field: "to" }, y: axes.y("line") },
    },
  ];
}
