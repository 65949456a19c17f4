import type { NaturalScale, PooledBayesResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { bayesAnswer, bayesSubject } from "../pooling/bayes-words.ts";
import { formatWithLimits } from "../pooling/pooled-number.ts";
import { readPool } from "../pooling/read-pool.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { type IntervalRow, intervalPanel } from "./interval-rows.ts";
import { chartWidth, panelChart } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

function intervalsOf({ estimates, series }: PooledBayesResult, scale: NaturalScale): IntervalRow[] {
  const row = (
    tone: IntervalRow["tone"],
    label: string,
    { estimate, lower, upper }: Pick<IntervalRow, "estimate" | "lower" | "upper">,
  ): IntervalRow => {
    const span = { estimate, lower, upper };
    return { ...span, tone, label, numbers: formatWithLimits(span, scale) };
  };
  const drawn = estimates.filter(({ parameter }) => parameter === "seriesEffect");
  const [mean, further] = ["mean", "prediction"].map((name) => findEstimate(estimates, name));
  return [
    ...series.flatMap((own, i) => [
      row("alone", own.series, own),
      ...(drawn[i] ? [row("together", "", drawn[i])] : []),
    ]),
    ...(mean ? [row("mean", "Mean", mean)] : []),
    ...(further ? [row("further", "Further series", further)] : []),
  ];
}

/**
 * Draws what each series says alone (thin) and what is known of it with the others (thick), then their mean and where a further
 * series may lie; on the scale of the pool, on which series are drawn towards their mean.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * shrinkageChart(poolBayes(rows, { prior: halfNormal(1) })).hconcat; // one panel
 */
export function shrinkageChart(result: PooledBayesResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const pool = readPool(result);
  const isTurned = result.backTransform !== "identity";
  const unit = result.estimates[0]?.unit ?? "";
  const scale: NaturalScale = isTurned
    ? {
        label: `${pool.label}, ${unit} scale`,
        unit: "",
        axis: "linear",
        noEffect: pool.noEffect === null ? null : 0,
      }
    : pool;
  const { panel, left } = intervalPanel(intervalsOf(result, scale), scale, width);
  return panelChart({
    about: { patient: pool.label, outcome: bayesSubject(result) },
    words: `${bayesAnswer(result)} Thin: each series alone. Thick: with what the others tell of it.`,
    width,
    left,
    rows: [[panel]],
  });
}

/** Each series alone and with the others. */
export const shrinkage: Chart<PooledBayesResult> = {
  name: "shrinkage",
  accepts: "pooled-bayes",
  spec: shrinkageChart,
};
