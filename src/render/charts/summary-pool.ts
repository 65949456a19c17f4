import type { Estimate, PooledSummariesResult } from "../../schema/index.ts";
import { type PoolView, pooledView, viewSpan } from "../pooling/pool-view.ts";
import { formatWithLimits } from "../pooling/pooled-number.ts";
import { summaryPoolAnswer } from "../pooling/summary-pool-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { type IntervalRow, intervalPanel } from "./interval-rows.ts";
import { chartWidth, panelChart } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Size and scale of the picture. */
export interface SummaryPoolOptions extends ChartOptions {
  /** The way to the scale that people read; default that of the pool. */
  view?: PoolView;
}

type Ends = Pick<Estimate, "lower" | "upper">;

/** Between the ends of the narrowest and of the widest interval. */
function bandsOf(narrowest: Ends, widest: Ends): [number, number][] {
  const found: [number | null, number | null][] = [
    [widest.lower, narrowest.lower],
    [narrowest.upper, widest.upper],
  ];
  return found.filter((band): band is [number, number] => band[0] !== null && band[1] !== null);
}

function seriesRow(
  one: PooledSummariesResult["series"][number],
  { unknown }: PooledSummariesResult,
  view: PoolView,
): IntervalRow {
  const ends = unknown.find(({ series }) => series === one.series);
  const label = one.series;
  const ending = one.n === null ? "" : `, n = ${one.n}`;
  const own = viewSpan(one, view);
  if (ends === undefined)
    return { ...own, label, ending, numbers: formatWithLimits(own, view.scale), tone: "alone" };
  const { estimate } = one;
  const [narrowest, widest] = [ends.narrowest, ends.widest].map((limits) =>
    viewSpan({ estimate, ...limits }, view),
  ) as [Ends & { estimate: number | null }, Ends & { estimate: number | null }];
  return {
    ...widest,
    label,
    ending: `${ending}, SD unknown`,
    numbers: formatWithLimits(widest, view.scale),
    tone: "alone",
    bands: bandsOf(narrowest, widest),
  };
}

/**
 * Draws each series alone, one without a standard deviation with a band between its two extreme intervals, then the mean, the mean by
 * other ways and at the ends of the unknown standard deviations, and a further series.
 *
 * @param options Width in pixels; the scale that people read.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * summaryPoolChart(poolSummaries(series, { measure: reliefMeanOfRatios })).hconcat; // one panel
 */
export function summaryPoolChart(
  result: PooledSummariesResult,
  options: SummaryPoolOptions = {},
): VegaLiteSpec {
  const width = chartWidth(options.width);
  const { measure, estimates, companions, series } = result;
  const view = options.view ?? pooledView({ measure, unit: estimates[0]!.unit });
  const row = (label: string, own: Estimate, tone: IntervalRow["tone"]): IntervalRow => {
    const span = viewSpan(own, view);
    return { ...span, label, numbers: formatWithLimits(span, view.scale), tone };
  };
  const prediction = estimates.find(({ parameter }) => parameter === "prediction");
  const rows = [
    ...series.map((one) => seriesRow(one, result, view)),
    row("Mean", estimates[0]!, "mean"),
    ...companions.map(({ label, row: own }) => row(label, own, "together")),
    ...(prediction ? [row("Further series", prediction, "further")] : []),
  ];
  const { panel, left } = intervalPanel(rows, view.scale, width);
  return panelChart({
    about: {
      patient: view.scale.label,
      outcome: `${result.nSeries} series, ${result.unknown.length} without SD`,
    },
    words: summaryPoolAnswer(result, view),
    width,
    left,
    rows: [[panel]],
  });
}

/** A pool in which some standard deviations are not known. */
export const summaryPool: Chart<PooledSummariesResult> = {
  name: "summary-pool",
  accepts: "pooled-summaries",
  spec: summaryPoolChart,
};
