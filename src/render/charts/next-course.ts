import type { NextCourseResult } from "../../schema/index.ts";
import { forecastAnswer } from "../forecast/forecast-report.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { crossingPanel } from "./forecast/crossing-panel.ts";
import { outlookDays, outlookPanel } from "./forecast/outlook-panel.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Room for the names of the scenarios. */
export const SCENARIO_WIDTH = 116;

/**
 * Draws the curve to come, as it is and with the planned course: its median and band given an effect, the threshold, today,
 * and the day of the crossing with its interval.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * nextCourseChart(nextCourse(result, { course: { day: 200 } })).vconcat; // curve, then crossings
 */
export function nextCourseChart(next: NextCourseResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const plot = plotWidth(width, SCENARIO_WIDTH);
  const days = outlookDays([next]);
  return panelChart({
    about: next,
    words: forecastAnswer({ next: [next] }),
    width,
    left: SCENARIO_WIDTH,
    rows: [[outlookPanel([next], days, plot)], [crossingPanel([next], days, plot)]],
  });
}

/** The curve to come and the day of the next crossing. */
export const nextCourse: Chart<NextCourseResult> = {
  name: "next-course",
  accepts: "next-course",
  spec: nextCourseChart,
};
