import { type Forecast, forecastAnswer } from "../forecast/forecast-report.ts";
import type { ChartOptions } from "./chart.ts";
import { crossingPanel } from "./forecast/crossing-panel.ts";
import { narrowingPanel, worthwhileDay } from "./forecast/narrowing-panel.ts";
import { outlookDays, outlookPanel } from "./forecast/outlook-panel.ts";
import { SCENARIO_WIDTH } from "./next-course.ts";
import { chartWidth, type Panel, panelChart, plotWidth } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/**
 * Draws all that is looked ahead at on one axis of days: the curve to come with each planned course, the crossings, and
 * what one more score on each day would tell.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * forecastChart({ next: [nextCourse(result)], score: nextScore(result) }).vconcat;
 */
export function forecastChart({ next, score }: Forecast, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const plot = plotWidth(width, SCENARIO_WIDTH);
  const best = worthwhileDay(score);
  const days = outlookDays(next, best ? [best.day + 14] : []);
  const narrowing: Panel[][] = score.best ? [[narrowingPanel(score, days, plot)]] : [];
  return panelChart({
    about: next[0],
    words: forecastAnswer({ next }),
    width,
    left: SCENARIO_WIDTH,
    rows: [[outlookPanel(next, days, plot)], [crossingPanel(next, days, plot)], ...narrowing],
  });
}
