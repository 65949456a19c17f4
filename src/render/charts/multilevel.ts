import type { MultilevelResult, PooledSeries } from "../../schema/index.ts";
import { multilevelAnswer, multilevelSubject } from "../pooling/multilevel-words.ts";
import { type PoolView, pooledView, viewSpan } from "../pooling/pool-view.ts";
import { formatWithLimits } from "../pooling/pooled-number.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { type IntervalRow, intervalPanel } from "./interval-rows.ts";
import { chartWidth, panelChart } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Size and scale of the picture, and what it shows besides. */
export interface MultilevelChartOptions extends ChartOptions {
  /** The estimates that were pooled, each alone; default none. */
  effects?: readonly PooledSeries[];
  /** The scale that people read; default that of the pool. */
  view?: PoolView;
}

/**
 * Draws the estimates of a multilevel pool, and their mean by each interval.
 *
 * @param options Width in pixels; the estimates; the scale that people read.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * multilevelChart(poolMultilevel(rows, { levels: ["paper", "series"] })).hconcat; // one panel
 */
export function multilevelChart(
  result: MultilevelResult,
  options: MultilevelChartOptions = {},
): VegaLiteSpec {
  const width = chartWidth(options.width);
  const means = result.estimates.filter(({ parameter }) => parameter === "mean");
  const view = options.view ?? pooledView({ measure: "estimate", unit: means[0]!.unit });
  const row = (
    tone: IntervalRow["tone"],
    label: string,
    own: Parameters<typeof viewSpan>[0],
  ): IntervalRow => {
    const span = viewSpan(own, view);
    return { ...span, tone, label, numbers: formatWithLimits(span, view.scale) };
  };
  const rows = [
    ...(options.effects ?? []).map((own) => row("alone", own.series, own)),
    ...means.map((own) => row("mean", own.outcome === undefined ? "Mean" : `Mean, ${own.outcome}`, own)),
    ...result.companions.map(({ label, row: own }) => row("together", label, own)),
  ];
  const { panel, left } = intervalPanel(rows, view.scale, width);
  return panelChart({
    about: { patient: view.scale.label, outcome: multilevelSubject(result) },
    words: multilevelAnswer(result, view),
    width,
    left,
    rows: [[panel]],
  });
}

/** Estimates that are not independent, and their mean. */
export const multilevel: Chart<MultilevelResult> = {
  name: "multilevel",
  accepts: "multilevel-pool",
  spec: multilevelChart,
};
