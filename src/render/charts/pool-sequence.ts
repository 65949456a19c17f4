import type { PoolSequence } from "../../schema/index.ts";
import { type PoolView, pooledView, viewSpan } from "../pooling/pool-view.ts";
import { formatPooled, formatWithLimits } from "../pooling/pooled-number.ts";
import { sequenceSentences } from "../pooling/sequence-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { type IntervalRow, intervalPanel } from "./interval-rows.ts";
import { chartWidth, panelChart } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Size and scale of the picture. */
export interface PoolSequenceOptions extends ChartOptions {
  /** The scale that people read; default that of the pool. */
  view?: PoolView;
}

const NAMES: Readonly<
  Record<PoolSequence["kind"], { title: string; label(series: string, k: number): string }>
> = {
  "leave-one-out": { title: "One left out at a time", label: (series) => `Without ${series}` },
  "cumulative-pool": {
    title: "One more at a time",
    label: (series, k) => (k === 1 ? `${series} alone` : `and ${series} (${k})`),
  },
};

/** Estimate and limits of the last step, where it holds all series. */
function allTogether({ kind, steps }: PoolSequence, view: PoolView): string[] {
  const last = steps.at(-1);
  if (kind !== "cumulative-pool" || last === undefined || last.nSeries < 2) return [];
  return [`With all ${last.nSeries}: ${formatWithLimits(viewSpan(last, view), view.scale)}.`];
}

/**
 * Draws the pools of some of the series, one below the other: each without one of them, or one more at a time.
 *
 * @param options Width in pixels; the scale that people read.
 * @throws {RangeError} when the width is too small to read.
 * @see Lau, Antman, Jimenez-Silva, Kupelnick, Mosteller & Chalmers (1992), N Engl J Med 327:248–254, figure 1.
 * doi:10.1056/NEJM199207233270406
 * @example
 * poolSequenceChart(leaveOneOut(rows)).hconcat; // one panel
 */
export function poolSequenceChart(result: PoolSequence, options: PoolSequenceOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const view = options.view ?? pooledView(result);
  const { title, label } = NAMES[result.kind];
  const rows = result.steps.map(({ series, nSeries, ...step }): IntervalRow => {
    const span = viewSpan(step, view);
    const named = { label: label(series, nSeries) };
    if (nSeries > 1)
      return { ...span, ...named, numbers: formatWithLimits(span, view.scale), tone: "together" };
    const { estimate } = span;
    const numbers = `${formatPooled(estimate, view.scale, null, "cell")} (not pooled)`;
    return { estimate, lower: estimate, upper: estimate, ...named, numbers, tone: "alone" };
  });
  const { panel, left } = intervalPanel(rows, view.scale, width);
  return panelChart({
    about: { patient: view.scale.label, outcome: title },
    words: [...sequenceSentences(result, view), ...allTogether(result, view)].join(" "),
    width,
    left,
    rows: [[panel]],
  });
}

/** The pool without each of its series. */
export const leaveOneOutForest: Chart<PoolSequence> = {
  name: "leave-one-out",
  accepts: "leave-one-out",
  spec: poolSequenceChart,
};

/** The pool of the first series, the first two, and so on. */
export const cumulativeForest: Chart<PoolSequence> = {
  name: "cumulative",
  accepts: "cumulative-pool",
  spec: poolSequenceChart,
};
