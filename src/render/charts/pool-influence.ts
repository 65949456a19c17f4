import type { PoolInfluence } from "../../schema/index.ts";
import { plainText } from "../plain-text.ts";
import { influenceSentences } from "../pooling/influence-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { baujatPanel } from "./pool-influence/baujat-panel.ts";
import { influencePanels } from "./pool-influence/influence-panels.ts";
import { textWidth } from "./text-width.ts";
import { fontSize } from "./theme.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Least and most room for the names of the series. */
const [LEAST_LEFT, MOST_LEFT, GAP] = [62, 150, 12];

/**
 * Draws what each series does to a pool: how far it lies from the others, how far it moves the mean, what τ² is without it; and
 * Baujat's plot, on which a series at the right adds to the heterogeneity and one at the top moves the mean.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @see Viechtbauer & Cheung (2010), Res Synth Methods 1:112–125, figure 4. doi:10.1002/jrsm.11; Baujat, Mahé, Pignon & Hill (2002),
 * Stat Med 21:2641–2652. doi:10.1002/sim.1221
 * @example
 * poolInfluenceChart(poolInfluence(rows)).vconcat; // the panels, and Baujat's plot
 */
export function poolInfluenceChart(result: PoolInfluence, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const names = Math.max(...result.series.map(({ series }) => textWidth(plainText(series), fontSize.label)));
  const left = Math.ceil(Math.min(MOST_LEFT, Math.max(LEAST_LEFT, names + GAP)));
  const plot = plotWidth(width, left);
  const canShift = result.series.some(({ squaredShift }) => squaredShift !== null);
  return panelChart({
    about: { patient: "Influence", outcome: `${result.nSeries} series` },
    words: [...influenceSentences(result), "Beyond a dashed line a series stands out."].join(" "),
    width,
    left,
    rows: [influencePanels(result, plot, left - GAP), ...(canShift ? [[baujatPanel(result, plot)]] : [])],
  });
}

/** What each series does to the pool, and Baujat's plot. */
export const influence: Chart<PoolInfluence> = {
  name: "influence",
  accepts: "pool-influence",
  spec: poolInfluenceChart,
};
