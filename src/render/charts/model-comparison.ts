import type { ModelComparison } from "../../schema/index.ts";
import { comparisonAnswer } from "../comparison/comparison-answer.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { curvesPanel } from "./model-comparison/curves-panel.ts";
import { modelStyles } from "./model-comparison/model-styles.ts";
import { weightsPanel } from "./model-comparison/weights-panel.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Room for the axis of scores. */
const LEFT = 56;

/**
 * Draws the curves of all models over one patient's scores, and below them what each model weighs: in the mixture that
 * predicts best the scores left out, and by its probability given the scores.
 *
 * Each curve is that at the mode of its posterior, the thicker the larger its weight in prediction. A model that could not
 * be fitted has a row and no curve.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @see Yao, Vehtari, Simpson & Gelman (2018), Bayesian Anal 13:917–1007, on the weights. doi:10.1214/17-BA1091
 * @example
 * modelComparisonChart(compareModels(patient)).vconcat; // curves, then weights
 */
export function modelComparisonChart(comparison: ModelComparison, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const plot = plotWidth(width, LEFT);
  const styles = modelStyles(comparison.models);
  return panelChart({
    about: comparison,
    words: comparisonAnswer(comparison),
    width,
    left: LEFT,
    rows: [[curvesPanel(comparison, styles, plot)], [weightsPanel(comparison.models, styles, plot, LEFT)]],
    below: 8,
  });
}

/** The curves and weights of all models. */
export const modelComparison: Chart<ModelComparison> = {
  name: "model-comparison",
  accepts: "model-comparison",
  spec: modelComparisonChart,
};
