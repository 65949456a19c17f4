import type { NaturalScale, PooledBayesSensitivity } from "../../schema/index.ts";
import { formatPercent } from "../format-number.ts";
import { formatWithLimits } from "../pooling/pooled-number.ts";
import { priorRows } from "../pooling/prior-rows.ts";
import { priorSentences } from "../pooling/prior-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { type IntervalRow, intervalPanel } from "./interval-rows.ts";
import { chartWidth, panelChart } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Size and scale of the picture. */
export interface PriorSensitivityOptions extends ChartOptions {
  /** The scale that people read, such as `natural` of the pool; default that of the result, else that of the pool. */
  scale?: NaturalScale;
}

/** The scale of the pool, of which nothing more is known. */
const POOLED: NaturalScale = { label: "Mean effect", unit: "", axis: "linear", noEffect: null };

function asPooled(sensitivity: PooledBayesSensitivity): PooledBayesSensitivity {
  return { ...sensitivity, rows: sensitivity.rows.map(({ natural: _, ...row }) => row) };
}

/**
 * Draws the interval of the mean under each prior of τ, one below the other.
 *
 * @param options Width in pixels; the scale that the result was turned back to.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * priorSensitivityChart(poolBayesSensitivity(rows, { priors: priorsAround(1) })).hconcat; // one panel
 */
export function priorSensitivityChart(
  sensitivity: PooledBayesSensitivity,
  options: PriorSensitivityOptions = {},
): VegaLiteSpec {
  const width = chartWidth(options.width);
  const known = options.scale ?? sensitivity.scale;
  const scale = known ?? POOLED;
  const shown = known ? sensitivity : asPooled(sensitivity);
  const rows = priorRows(shown).map(({ label, mean: { estimate, lower, upper } }): IntervalRow => {
    const span = { estimate, lower, upper };
    return {
      ...span,
      label: label.replace(/^Bayes, /u, ""),
      numbers: formatWithLimits(span, scale),
      tone: "together",
    };
  });
  const { panel, left } = intervalPanel(rows, scale, width);
  const level = formatPercent(sensitivity.rows[0]!.estimates[0]!.level);
  return panelChart({
    about: { patient: scale.label, outcome: `${sensitivity.nSeries} series under ${rows.length} priors` },
    words: [
      `Median and ${level} interval of the mean under each prior of τ.`,
      ...priorSentences(shown, scale),
    ].join(" "),
    width,
    left,
    rows: [[panel]],
  });
}

/** The mean under each prior of τ. */
export const priorSensitivity: Chart<PooledBayesSensitivity> = {
  name: "prior-sensitivity",
  accepts: "pooled-bayes-sensitivity",
  spec: priorSensitivityChart,
};
