import type { ResponseDiagnostics } from "../../schema/index.ts";
import { diagnosticsAnswer } from "../diagnostics/diagnostics-answer.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { influencePanels, NAMES_WIDTH } from "./response-diagnostics/influence-panels.ts";
import { residualPanels } from "./response-diagnostics/residual-panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/**
 * Draws how well a curve fits: the residual of each score by its day and in normal order, and how far each score moves
 * relapse day, relief-days and best relief.
 *
 * Bars on residuals are what the rounding of the score leaves open; shaded is where 95 % of them lie if the model is right.
 * Influence is in posterior standard deviations, of the course in which it is strongest.
 *
 * @param options Width in pixels; heights follow from the number of scores.
 * @throws {RangeError} when the width is too small to read.
 * @see Dunn & Smyth (1996), J Comput Graph Stat 5:236–244. doi:10.1080/10618600.1996.10474708
 * @example
 * responseDiagnosticsChart(diagnoseResponse(patient)).vconcat; // residuals, then influence
 */
export function responseDiagnosticsChart(
  diagnostics: ResponseDiagnostics,
  options: ChartOptions = {},
): VegaLiteSpec {
  const width = chartWidth(options.width);
  const left = NAMES_WIDTH;
  const influence = influencePanels(diagnostics, plotWidth(width, left));
  return panelChart({
    about: diagnostics,
    words: diagnosticsAnswer(diagnostics),
    width,
    left,
    rows: [residualPanels(diagnostics, plotWidth(width, left)), ...(influence.length > 0 ? [influence] : [])],
  });
}

/** Residuals and influence of each score. */
export const responseDiagnostics: Chart<ResponseDiagnostics> = {
  name: "response-diagnostics",
  accepts: "response-diagnostics",
  spec: responseDiagnosticsChart,
};
