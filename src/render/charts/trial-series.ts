import type { Estimate, NaturalScale, TrialSeriesResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatEstimate, formatInterval } from "../format-number.ts";
import { seriesAnswer, seriesSubject } from "../trial-series/series-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { type IntervalRow, intervalPanel } from "./interval-rows.ts";
import { chartWidth, panelChart } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

function numbersOf(row: Estimate): string {
  const hasLimits = row.lower !== null || row.upper !== null;
  return hasLimits ? `${formatEstimate(row)} (${formatInterval(row)})` : formatEstimate(row);
}

function rowOf(tone: IntervalRow["tone"], label: string, row: Estimate | null | undefined): IntervalRow[] {
  if (!row || row.estimate === null) return [];
  const { estimate, lower, upper } = row;
  return [{ estimate, lower, upper, tone, label, numbers: numbersOf(row) }];
}

function intervalsOf({ patients, estimates, pool }: TrialSeriesResult): IntervalRow[] {
  const next = findEstimate(estimates, "nextPatient") ?? findEstimate(pool, "pooledNextPatient");
  return [
    ...patients.flatMap(({ patient, own, shrunken }) => {
      const alone = rowOf("alone", patient, own);
      return [...alone, ...rowOf("together", alone.length > 0 ? "" : patient, shrunken)];
    }),
    ...rowOf("mean", "Mean", estimates[0]),
    ...rowOf("further", "Next patient", next),
  ];
}

/**
 * Draws each patient's effect alone (thin) and drawn towards the mean (thick), then the mean and the next patient's.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * trialSeriesChart(analyzeSeries(trials, { improvement: "decrease" })).hconcat; // one panel
 */
export function trialSeriesChart(result: TrialSeriesResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const scale: NaturalScale = {
    label: `${result.treatment} less ${result.reference}, score points`,
    unit: "",
    axis: "linear",
    noEffect: 0,
  };
  const { panel, left } = intervalPanel(intervalsOf(result), scale, width);
  return panelChart({
    about: { patient: "A series of N-of-1 trials", outcome: seriesSubject(result) },
    words: `${seriesAnswer(result)} Thin: each patient alone. Thick: drawn towards the mean of all.`,
    width,
    left,
    rows: [[panel]],
  });
}

/** Each patient of a series alone and drawn towards the mean. */
export const trialSeries: Chart<TrialSeriesResult> = {
  name: "trial-series",
  accepts: "trial-series",
  spec: trialSeriesChart,
};
