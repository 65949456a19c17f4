import type { TrialPowerResult } from "../../schema/index.ts";
import { designWords, powerAnswer } from "../power/power-words.ts";
import { sharedWords } from "../power/scenario-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { keyPanel } from "./trial-power/key-panel.ts";
import { pointsOf, seriesOf } from "./trial-power/power-series.ts";
import { sharePanel, sizesPerPixel, xAxis, yAxis } from "./trial-power/share-panel.ts";
import type { ChartRows, VegaLiteSpec } from "./vega-lite-spec.ts";

/** Room for the vertical axis, and height of the panel of type I errors. */
const [LEFT, TYPE_ONE] = [78, 92];

/** Where the axis of type I errors ends: above the level and every limit. */
function highestTypeOne(values: ChartRows, alpha: number): { highest: number; ticks: number[] } {
  const most = Math.max(2 * alpha, ...values.map((row) => Number(row.typeOneUpper)));
  const step = [0.005, 0.01, 0.05, 0.1, 0.25].find((one) => most / one <= 4.5) ?? 0.5;
  const nSteps = Math.ceil(most / step - 1e-9);
  return {
    highest: Math.min(1, nSteps * step),
    ticks: Array.from({ length: nSteps + 1 }, (_, i) => Number((i * step).toPrecision(6))).filter(
      (t) => t <= 1,
    ),
  };
}

/**
 * Draws power by the size of the design, a line for each scenario and analysis with the limits of the simulation, and below it how
 * often an effect is found where there is none.
 *
 * @param options Width, and the height of the panel of power, in pixels.
 * @throws {RangeError} when the picture is too small to read.
 * @example
 * trialPowerChart(trialPower({ designs, effect: [2], standardDeviation: 1.5 })).description; // the smallest design
 */
export function trialPowerChart(result: TrialPowerResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const { height = 280 } = options;
  if (!(height >= 120)) throw new RangeError(`height must be at least 120 pixels, got ${height}`);
  const { series, nAll } = seriesOf(result);
  const plot = plotWidth(width, LEFT);
  const values = pointsOf(series, result, sizesPerPixel(result, series.length, plot));
  const alpha = Number((1 - result.level).toPrecision(6));
  const { highest, ticks } = highestTypeOne(values, alpha);
  const power = sharePanel(values, plot, {
    title: "An effect is found where there is one, with limits of the simulation",
    height,
    fields: { value: "power", lower: "powerLower", upper: "powerUpper" },
    aim: result.target,
    y: (field) => yAxis(field, "Power", 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    x: xAxis(result, series.length, false),
  });
  const typeOne = sharePanel(values, plot, {
    title: "An effect is found where there is none",
    height: TYPE_ONE,
    fields: { value: "typeOne", lower: "typeOneLower", upper: "typeOneUpper" },
    aim: alpha,
    y: (field) => yAxis(field, "Type I error", highest, ticks),
    x: xAxis(result, series.length, true),
  });
  const hasKey = series.length > 1;
  return panelChart({
    about: { patient: designWords(result), outcome: "power" },
    words: [
      `${powerAnswer(result)} (${sharedWords(result).join(", ")})`,
      ...(nAll > series.length ? [`Drawn: the first ${series.length} of ${nAll} lines.`] : []),
    ].join(" "),
    width,
    left: LEFT,
    rows: [[power], [typeOne], ...(hasKey ? [[keyPanel(series, plot)]] : [])],
    belowRows: [4, 22],
    below: hasKey ? 8 : 44,
  });
}

/** Power by the size of the design. */
export const trialPower: Chart<TrialPowerResult> = {
  name: "trial-power",
  accepts: "trial-power",
  spec: trialPowerChart,
};
