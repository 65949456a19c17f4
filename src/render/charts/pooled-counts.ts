import type { NaturalScale, PooledCountsResult } from "../../schema/index.ts";
import { countCells, countsAnswer, countsMean } from "../pooling/counts-words.ts";
import { type PoolView, pooledView, viewSpan } from "../pooling/pool-view.ts";
import { formatWithLimits } from "../pooling/pooled-number.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { type IntervalRow, intervalPanel } from "./interval-rows.ts";
import { chartWidth, panelChart } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Size and scale of the picture. */
export interface PooledCountsOptions extends ChartOptions {
  /** The way to the scale that people read; default that of the model. */
  view?: PoolView;
}

/**
 * Draws each series alone, by the normal interval at the level of the mean, and the mean by the exact likelihood.
 *
 * @param options Width in pixels; the scale that people read.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * pooledCountsChart(poolCounts(series)).hconcat; // one panel
 */
export function pooledCountsChart(
  result: PooledCountsResult,
  options: PooledCountsOptions = {},
): VegaLiteSpec {
  const width = chartWidth(options.width);
  const [own] = result.estimates;
  const view = options.view ?? pooledView({ measure: result.measure, unit: own!.unit });
  const scale: NaturalScale = view.scale;
  const mean = options.view ? countsMean(result) : own!;
  const cells = countCells(result);
  const rows = result.series.map(({ series, ...alone }, i): IntervalRow => {
    const span = viewSpan(alone, view);
    const numbers = alone.estimate === null ? "no limits of its own" : formatWithLimits(span, scale);
    const ending = cells.rows[i]!.map((cell) => `, ${cell}`).join("");
    return { ...span, label: series, ending, numbers, tone: "alone" };
  });
  const { estimate, lower, upper } = mean;
  const last: IntervalRow = {
    estimate,
    lower,
    upper,
    label: "Mean, exact likelihood",
    numbers: formatWithLimits(mean, scale),
    tone: "mean",
  };
  const { panel, left } = intervalPanel([...rows, last], scale, width);
  return panelChart({
    about: { patient: scale.label, outcome: `${result.nSeries} series, exact` },
    words: countsAnswer(result),
    width,
    left,
    rows: [[panel]],
  });
}

/** Each series of counts, and their mean by the exact likelihood. */
export const pooledCounts: Chart<PooledCountsResult> = {
  name: "pooled-counts",
  accepts: "pooled-counts",
  spec: pooledCountsChart,
};
