import type { RandomizationResult, TrialResult } from "../../schema/index.ts";
import { formatEstimateWithInterval } from "../format-number.ts";
import { attainableSentence, testSentence } from "../trial/test-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { countRoom, distributionAxes } from "./randomization/distribution-axes.ts";
import { barLayer, markLayers, WORD_LINE } from "./randomization/distribution-layers.ts";
import { color } from "./theme.ts";
import { type KeyEntry, keyFlow, keyFlowLayers } from "./trial-timeline/key-flow.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Height of the plot. */
const HEIGHT = 220;

/** The test of a trial, or the one given. */
function testOf(given: RandomizationResult | TrialResult): RandomizationResult {
  if (given.kind === "randomization-test") return given;
  if (!given.randomization)
    throw new RangeError("a randomization chart needs a randomization test, got none");
  return given.randomization;
}

/** Level of the test, by that of its interval. */
function levelOfTest({ estimates, provenance }: RandomizationResult): number {
  const { level } = provenance.options;
  return estimates[0]?.level ?? (typeof level === "number" ? level : 0.95);
}

/** The statistic with its interval, where there is one. */
function effectSentence({ estimates, statistic }: RandomizationResult): string[] {
  const [row] = estimates;
  return row ? [`${statistic.label}: ${formatEstimateWithInterval(row)}.`] : [];
}

const key: readonly KeyEntry[] = [
  {
    sign: "bar",
    text: "as extreme as the actual assignment",
    style: { hue: color.relapse, shape: "square", isFilled: true },
  },
  { sign: "bar", text: "less extreme", style: { hue: color.rule, shape: "square", isFilled: true } },
];

/**
 * Draws the statistic of a randomization test over every assignment that was counted, were the treatments of no matter; those as
 * extreme as the actual one are dark, and their share is the p-value.
 *
 * @param given A test, or a trial with one.
 * @param options Width and height in pixels.
 * @throws {RangeError} when the width is too small to read, or the trial has no test.
 * @example
 * randomizationChart(randomizationTest(trial, { design })).hconcat; // one panel
 */
export function randomizationChart(
  given: RandomizationResult | TrialResult,
  options: ChartOptions = {},
): VegaLiteSpec {
  const result = testOf(given);
  const width = chartWidth(options.width);
  const left = countRoom(result);
  const plot = plotWidth(width, left);
  const flow = keyFlow(key, plot);
  const top = flow.height + 2 * WORD_LINE;
  const frame = { width: plot, top, bottom: top + Math.max(120, options.height ?? HEIGHT) };
  const axes = distributionAxes(result, frame);
  const { patients } = result;
  const [first = "", ...others] = patients;
  return panelChart({
    about: { patient: others.length === 0 ? first : `${patients.length} patients` },
    words: [
      ...effectSentence(result),
      testSentence(result),
      attainableSentence(result, levelOfTest(result)),
    ].join(" "),
    width,
    left,
    rows: [
      [
        {
          width: plot,
          height: frame.bottom,
          layer: [barLayer(result, axes), ...markLayers(result, axes, frame), ...keyFlowLayers(flow)],
        },
      ],
    ],
  });
}

/** The randomization distribution of a test. */
export const randomization: Chart<RandomizationResult> = {
  name: "randomization",
  accepts: "randomization-test",
  spec: randomizationChart,
};
