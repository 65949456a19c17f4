import type { TrialResult } from "../../schema/index.ts";
import { thresholdInWords, thresholdOf } from "../trial/enough-words.ts";
import { trialSummary } from "../trial/trial-answer.ts";
import { treatmentMean, treatmentsOf } from "../trial/trial-means.ts";
import { nameInSentence } from "../trial/trial-names.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { color } from "./theme.ts";
import {
  BLOCKS,
  bandLayers,
  blockLayers,
  STRIP,
  type StripWords,
  stripWords,
} from "./trial-timeline/band-layers.ts";
import { type KeyEntry, keyFlow, keyFlowLayers, treatmentEntry } from "./trial-timeline/key-flow.ts";
import { hasMeans, meanLayers, thresholdLayers } from "./trial-timeline/mean-layers.ts";
import { type TimelinePlaces, timelinePlaces } from "./trial-timeline/period-bands.ts";
import { scoreLayers } from "./trial-timeline/score-layers.ts";
import { scoreEnds, timelineAxes } from "./trial-timeline/timeline-axes.ts";
import { type TreatmentStyle, treatmentStyles } from "./trial-timeline/treatment-style.ts";
import { valueTicks } from "./trial-timeline/value-ticks.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Height of the plot. */
const HEIGHT = 250;

/** The score at which the least effect that matters is reached; null where none was named, or it is no difference of scores. */
function thresholdLine(result: TrialResult): number | null {
  const threshold = thresholdOf(result);
  const mean = treatmentMean(result.scores, result.reference);
  const unit = result.randomization?.statistic.unit ?? result.estimates[0]?.unit;
  if (threshold === null || mean === null || unit !== "score") return null;
  return result.improvement === "increase" ? mean + threshold : mean - threshold;
}

function keyEntries(
  result: TrialResult,
  { bands }: TimelinePlaces,
  styles: ReadonlyMap<string, TreatmentStyle>,
  words: StripWords,
  line: number | null,
): KeyEntry[] {
  const own = { shape: "circle", isFilled: true };
  const hasLimits = bands.some(({ lower }) => lower !== null);
  const mean: KeyEntry = {
    sign: hasLimits ? "mean" : "line",
    text: `mean of a period${hasLimits ? ", with its limits" : ""}`,
    style: { ...own, hue: color.ink },
  };
  const way = result.improvement === "increase" ? "above" : "below";
  const threshold = `least effect that matters: ${thresholdInWords(thresholdOf(result) ?? 0, "score")} ${way} the mean with ${nameInSentence(result.reference)}`;
  return [
    ...[...styles.values()].map((style) => treatmentEntry(style, "point", words === "letter")),
    ...(hasMeans(bands) ? [mean] : []),
    ...(line === null
      ? []
      : [{ sign: "dashes" as const, text: threshold, style: { ...own, hue: color.ink } }]),
  ];
}

/**
 * Draws a trial over time: every score, on the ground of its treatment, with the mean of each period and its limits; blocks
 * are set apart by dotted lines, and a dashed one shows the least effect that matters where it was named.
 *
 * On an axis of days where every score has one, else one score after the other.
 *
 * @param options Width and height in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * trialChart(analyzeTrial(trial, options)).hconcat; // one panel
 */
export function trialChart(result: TrialResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const places = timelinePlaces(result);
  const { bands } = places;
  const styles = treatmentStyles(treatmentsOf(result));
  const wanted = thresholdLine(result);
  const [floor, ceiling] = scoreEnds(result, wanted);
  const left = valueTicks(floor, ceiling).room;
  const plot = plotWidth(width, left);
  const perPixel = ((bands.at(-1)?.to ?? 1) - (bands[0]?.from ?? 0)) / plot;
  const line = wanted !== null && wanted >= floor && wanted <= ceiling ? wanted : null;
  const words = stripWords(bands, styles, perPixel);
  const key = keyFlow(keyEntries(result, places, styles, words, line), plot);
  const hasBlocks = bands.some(({ block }) => block !== null);
  const top = key.height + STRIP + (hasBlocks ? BLOCKS : 0);
  const bottom = top + Math.max(120, options.height ?? HEIGHT);
  const axes = timelineAxes(result, places, { width: plot, top, bottom }, wanted);
  return panelChart({
    about: { patient: result.patient },
    words: trialSummary(result),
    width,
    left,
    rows: [
      [
        {
          width: plot,
          height: bottom,
          layer: [
            ...bandLayers(bands, styles, axes, { top, bottom, words }),
            ...blockLayers(bands, axes, { top, bottom }),
            ...meanLayers(bands, styles, axes),
            ...thresholdLayers(line, axes),
            ...scoreLayers(result, places, styles, axes),
            ...keyFlowLayers(key),
          ],
        },
      ],
    ],
  });
}

/** A trial over time. */
export const trialTimeline: Chart<TrialResult> = {
  name: "trial-timeline",
  accepts: "trial",
  spec: trialChart,
};
