import type { NextScoreResult } from "../../schema/index.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { narrowingPanel } from "./forecast/narrowing-panel.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Room for the axis. */
const LEFT = 64;

/**
 * Draws what one more score on each day to come would leave of the standard deviation of the relapse day; shaded are the
 * days nearly as good as the best.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * nextScoreChart(nextScore(result)).hconcat; // one panel
 */
export function nextScoreChart(score: NextScoreResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const { today, horizon } = score;
  const days = [today, today + horizon] as const;
  return panelChart({
    about: score,
    words: score.meaning.join(" "),
    width,
    left: LEFT,
    rows: [[narrowingPanel(score, days, plotWidth(width, LEFT))]],
  });
}

/** What one more score would tell, by its day. */
export const nextScore: Chart<NextScoreResult> = {
  name: "next-score",
  accepts: "next-score",
  spec: nextScoreChart,
};
