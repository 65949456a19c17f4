import type { RelapseResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { relapseName } from "../relapse/relapse-name.ts";
import { relapseSummary } from "../relapse/relapse-summary.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, type Panel, panelChart, plotWidth } from "./panels.ts";
import { LINE_NAMES, lineHeight, spanPanel } from "./relapse-spans/span-panel.ts";
import { linesOfNext, linesOfRange, linesOfRows } from "./relapse-spans/span-rows.ts";
import { curvePanel } from "./survival/curve-panel.ts";
import { type DrawnCurve, drawnCurves } from "./survival/drawn-curve.ts";
import { riskPanel } from "./survival/risk-panel.ts";
import { lastTimeOf, type TimeAxis, timeAxis } from "./survival/time-axis.ts";
import { color } from "./theme.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** With more courses than this only the curve and the numbers are drawn. */
const MOST_LINES = 40;

/** Between the title of the axis and the numbers, and below the numbers, which have no axis. */
const [ABOVE_NUMBERS, BELOW_NUMBERS] = [44, 6];

/** What was seen of each course, and what is foretold of the next one. */
function coursesPanel(curves: readonly DrawnCurve[], axis: TimeAxis, width: number): Panel[] {
  const rows = curves.flatMap(({ result, hue }) => result.observations.map((row) => ({ row, hue })));
  const isOne = curves.length === 1;
  const next = isOne ? findEstimate(curves[0]!.result.estimates, "nextRelapse") : undefined;
  const lines = [
    ...linesOfRows(
      rows.map(({ row }) => row),
      (i) => (isOne ? color.ink : rows[i]!.hue),
    ),
    ...linesOfRange(curves.map(({ result }) => result)),
    ...linesOfNext(next),
  ];
  if (lines.length === 0 || rows.length > MOST_LINES) return [];
  const seen = "When relief ended, as seen";
  const title = next === undefined ? seen : `${seen}, and the predicted end of the next course`;
  return [spanPanel(title, lines, axis, width, lineHeight(lines.length))];
}

/**
 * Draws the probability of staying well over time with its limits, the median, how many courses are known to be well, and
 * what was seen of each course.
 *
 * A Kaplan–Meier curve is drawn as steps with its censored times, Turnbull's estimate with a shaded box where it is not
 * defined, a fitted law as a smooth curve with its band. Several results, one for each group, are drawn in one picture.
 *
 * @param given One result, or those of several groups; all in one unit of time.
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read, or there is no result.
 * @see Pocock, Clayton & Altman (2002), Lancet 359:1686–1689, on what such a picture needs.
 * doi:10.1016/S0140-6736(02)08594-X
 * @example
 * survivalChart(kaplanMeier([{ lower: 62, upper: 62 }, { lower: 90, upper: null }])).vconcat; // the panels
 */
export function survivalChart(
  given: RelapseResult | readonly RelapseResult[],
  options: ChartOptions = {},
): VegaLiteSpec {
  const results: readonly RelapseResult[] = "kind" in given ? [given] : given;
  const [first] = results;
  if (!first) throw new RangeError("a survival chart needs at least 1 result, got 0");
  const width = chartWidth(options.width);
  const plot = plotWidth(width, LINE_NAMES);
  const axis = timeAxis(lastTimeOf(results), first.timeUnit, plot);
  const curves = drawnCurves(results, axis.end);
  const courses = coursesPanel(curves, axis, plot);
  const hasRows = results.every(({ observations }) => observations.length > 0);
  const risk = hasRows ? [riskPanel(curves, axis, plot, LINE_NAMES)] : [];
  return panelChart({
    about: relapseName(results),
    words: relapseSummary(results),
    width,
    left: LINE_NAMES,
    rows: [[curvePanel(curves, axis, plot)], ...[...risk, ...courses].map((panel) => [panel])],
    belowRows: risk.length > 0 ? [ABOVE_NUMBERS, BELOW_NUMBERS] : [],
    ...(courses.length === 0 && risk.length > 0 && { below: BELOW_NUMBERS }),
  });
}

/** The probability of staying well over time. */
export const survival: Chart<RelapseResult> = {
  name: "survival",
  accepts: "relapse",
  spec: survivalChart,
};
