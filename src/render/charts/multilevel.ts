import type { MultilevelResult, PooledSeries } from "../../schema/index.ts";
import { plainText } from "../plain-text.ts";
import { multilevelAnswer, multilevelSubject } from "../pooling/multilevel-words.ts";
import { type PoolView, pooledView, viewSpan } from "../pooling/pool-view.ts";
import { formatWithLimits } from "../pooling/pooled-number.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { type IntervalRow, intervalPanel } from "./interval-rows.ts";
import { chartWidth, panelChart, panelTitle } from "./panels.ts";
import { truncateToWidth } from "./text-width.ts";
import { fontSize } from "./theme.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Size and scale of the picture, and what it shows besides. */
export interface MultilevelChartOptions extends ChartOptions {
  /** The estimates that were pooled, each alone; default none. */
  effects?: readonly PooledSeries[];
  /** The scale that people read; default that of the pool. */
  view?: PoolView;
}

/** Estimates and means of one outcome; of all where there is one. */
function rowsOf(
  result: MultilevelResult,
  { effects = [] }: MultilevelChartOptions,
  view: PoolView,
  outcome: string | undefined,
): IntervalRow[] {
  const column = result.provenance.options.outcome;
  const row = (
    tone: IntervalRow["tone"],
    label: string,
    own: Parameters<typeof viewSpan>[0],
  ): IntervalRow => {
    const span = viewSpan(own, view);
    return { ...span, tone, label, numbers: formatWithLimits(span, view.scale) };
  };
  const isOwn = (one: string | undefined): boolean => outcome === undefined || one === outcome;
  const ofSeries = ({ moderators }: PooledSeries): string | undefined =>
    typeof column === "string" && moderators?.[column] !== undefined ? String(moderators[column]) : undefined;
  const means = result.estimates.filter((own) => own.parameter === "mean" && isOwn(own.outcome));
  return [
    ...effects.filter((own) => isOwn(ofSeries(own))).map((own) => row("alone", own.series, own)),
    ...means.map((own) => row("mean", "Mean", own)),
    ...result.companions
      .filter(({ row: own }) => isOwn(own.outcome))
      .map(({ label, row: own }) => row("together", label.split(",")[0]!, own)),
  ];
}

/**
 * Draws the estimates of a multilevel pool, and their mean by each interval; two outcomes below each other, on axes of their own.
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
  const view =
    options.view ?? pooledView({ measure: "estimate", unit: result.estimates[0]?.unit ?? "estimate" });
  const outcomes = result.outcomes.length > 0 ? result.outcomes : [undefined];
  const rows = outcomes.map((outcome) => rowsOf(result, options, view, outcome));
  const alone = rows.map((own) => intervalPanel(own, view.scale, width));
  const leastNumbers = Math.max(...alone.map(({ numbers }) => numbers));
  const least = Math.max(...alone.map(({ left }) => left));
  const { left } = intervalPanel(rows[0]!, view.scale, width, { least, leastNumbers });
  return panelChart({
    about: { patient: view.scale.label, outcome: multilevelSubject(result) },
    words: multilevelAnswer(result, view),
    width,
    left,
    rows: rows.map((own, i) => {
      const outcome = outcomes[i];
      const name = outcomes.length > 1 ? `outcome${i}` : "";
      const drawn = intervalPanel(own, view.scale, width, { least: left, leastNumbers, name }).panel;
      return [
        outcome === undefined
          ? drawn
          : {
              ...drawn,
              title: panelTitle(truncateToWidth(plainText(outcome), fontSize.axisTitle, drawn.width)),
            },
      ];
    }),
  });
}

/** Estimates that are not independent, and their mean. */
export const multilevel: Chart<MultilevelResult> = {
  name: "multilevel",
  accepts: "multilevel-pool",
  spec: multilevelChart,
};
