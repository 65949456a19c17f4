import type { PoolInfluence } from "../../schema/index.ts";
import { influenceSentences } from "../pooling/influence-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { baujatPanel } from "./pool-influence/baujat-panel.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

const LEFT = 70;

function canShift({ series }: PoolInfluence): boolean {
  return series.some(({ squaredShift }) => squaredShift !== null);
}

/**
 * Draws Baujat's plot by itself: a series at the right adds to the heterogeneity, one at the top moves the mean.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read, or no series can be left out.
 * @see Baujat, Mahé, Pignon & Hill (2002), Stat Med 21:2641–2652. doi:10.1002/sim.1221
 * @example
 * baujatChart(poolInfluence(rows)).hconcat; // one panel
 */
export function baujatChart(result: PoolInfluence, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  if (!canShift(result))
    throw new RangeError("Baujat's plot needs a pool that can do without one of its series");
  return panelChart({
    about: { patient: "What adds to the differences", outcome: `${result.nSeries} series` },
    words: influenceSentences(result).join(" "),
    width,
    left: LEFT,
    rows: [[baujatPanel(result, plotWidth(width, LEFT))]],
  });
}

/** What adds to the differences between series, and what moves the mean. */
export const baujat: Chart<PoolInfluence> = {
  name: "baujat",
  accepts: "pool-influence",
  suits: canShift,
  spec: baujatChart,
};
