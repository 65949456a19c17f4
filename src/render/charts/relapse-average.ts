import type { AveragedRelapseModel, Estimate, RelapseAverage } from "../../schema/index.ts";
import { formatPercent, formatRange, formatValue } from "../format-number.ts";
import { averageAnswer } from "../relapse/average-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { LINE_NAMES, spanPanel } from "./relapse-spans/span-panel.ts";
import type { SpanLine } from "./relapse-spans/span-rows.ts";
import { timeAxis } from "./survival/time-axis.ts";
import { color } from "./theme.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

const LINE_HEIGHT = 36;

/** Beyond so many times the highest median a limit is cut, with an arrow. */
const FARTHEST = 4;

type Limits = Pick<Estimate, "estimate" | "lower" | "upper">;

function lineOf(name: string, words: string, hue: string, { estimate, lower, upper }: Limits): SpanLine {
  const said = { text: words, lane: 0.3 };
  if (estimate === null) return { name, words: said, spans: [], visits: [] };
  const span = { hue, isSeen: false, lane: 0.74, from: lower ?? 0, to: upper, at: estimate };
  return { name, words: said, spans: [span], visits: [] };
}

function numbers({ estimate, lower, upper }: Limits, unit: string): string {
  const limits = lower === null || upper === null ? "" : ` (${formatRange(lower, upper, unit)})`;
  return estimate === null ? "no answer" : `${formatValue(estimate, unit)}${limits}`;
}

function modelLine(row: AveragedRelapseModel, unit: string): SpanLine {
  const { label, weight, median, lower, upper } = row;
  const limits = { estimate: median, lower, upper };
  const share = weight === null ? "" : `, weight ${formatPercent(Math.round(100 * weight) / 100)}`;
  return lineOf(label, `${numbers(limits, unit)}${share}`, color.curve, limits);
}

/**
 * Draws the median time to relapse by each law with its weight, their average, and the next relapse.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * relapseAverageChart(averageRelapse(rows)).hconcat; // one panel
 */
export function relapseAverageChart(average: RelapseAverage, options: ChartOptions = {}): VegaLiteSpec {
  const { models, estimates, timeUnit } = average;
  const width = chartWidth(options.width);
  const plot = plotWidth(width, LINE_NAMES);
  const lines = [
    ...models.map((row) => modelLine(row, timeUnit)),
    ...estimates.map((row, i) =>
      lineOf(i === 0 ? "averaged" : "next relapse", numbers(row, timeUnit), color.relapse, row),
    ),
  ];
  const spans = lines.flatMap((line) => line.spans);
  const highest = Math.max(0, ...spans.map(({ at }) => at ?? 0));
  const last = Math.min(FARTHEST * highest, Math.max(0, ...spans.map(({ to }) => to ?? 0)));
  const axis = timeAxis(Math.max(highest, last), timeUnit, plot);
  return panelChart({
    about: { patient: "Time to relapse" },
    words: averageAnswer(average),
    width,
    left: LINE_NAMES,
    rows: [[spanPanel("Median by each law, averaged, and the next relapse", lines, axis, plot, LINE_HEIGHT)]],
  });
}

/** The median by several laws, and averaged over them. */
export const relapseAverage: Chart<RelapseAverage> = {
  name: "relapse-average",
  accepts: "relapse-average",
  spec: relapseAverageChart,
};
