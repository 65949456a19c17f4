import type { TrialResult } from "../../schema/index.ts";
import { trialSummary } from "../trial/trial-answer.ts";
import { blockMeans, treatmentsOf } from "../trial/trial-means.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { differenceAxis, differencePanel } from "./paired-dots/difference-panel.ts";
import { dotPairs } from "./paired-dots/dot-pairs.ts";
import { pairAxis, pairPanel } from "./paired-dots/pair-panel.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { treatmentStyles } from "./trial-timeline/treatment-style.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Between the panels, beside the second axis; height of the plots; room for the names below. */
const [BETWEEN, HEIGHT, BELOW] = [18, 260, 28];
/** Share of the width for the pairs. */
const PAIRS = 0.56;
/** Where the second panel would be narrower, in pixels, one stands below the other, both of full width. */
const LEAST_BESIDE = 180;

/**
 * Draws the means of each block under both treatments, joined by a line, and beside them their differences with the effect and
 * its limits. Without blocks: the means of each period, not joined.
 *
 * @param options Width and height in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @see Gardner & Altman (1986), BMJ 292:746–750, on showing differences with their limits. doi:10.1136/bmj.292.6522.746
 * @example
 * pairedDotsChart(analyzeTrial(trial, options)).hconcat; // two panels
 */
export function pairedDotsChart(result: TrialResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const height = Math.max(120, options.height ?? HEIGHT);
  const styles = treatmentStyles(treatmentsOf(result));
  const both = [styles.get(result.reference)!, styles.get(result.treatment)!] as const;
  const dots = dotPairs(result);
  const axes = { pairs: pairAxis(dots), differences: differenceAxis(dots) };
  const besideAxes = axes.pairs.room + BETWEEN + axes.differences.room;
  const isWide = (1 - PAIRS) * plotWidth(width, besideAxes) >= LEAST_BESIDE;
  const left = isWide ? axes.pairs.room : Math.max(axes.pairs.room, axes.differences.room);
  const columnGap = BETWEEN + axes.differences.room;
  const room = plotWidth(width, left) - (isWide ? columnGap : 0);
  const pairs = isWide ? Math.round(PAIRS * room) : room;
  const differences = isWide ? room - pairs : room;
  const panels = [
    pairPanel(result, dots, both, { width: pairs, height, axis: axes.pairs }),
    differencePanel(result, dots, { width: differences, height, axis: axes.differences }),
  ];
  return panelChart({
    about: { patient: result.patient },
    words: `${trialSummary(result)} Thick marks beside the dots: mean of all scores.`,
    width,
    left,
    columnGap,
    below: BELOW,
    rows: isWide ? [panels] : panels.map((panel) => [panel]),
    belowRows: [BELOW],
  });
}

/** Each block's means under both treatments. */
export const pairedDots: Chart<TrialResult> = {
  name: "paired-dots",
  accepts: "trial",
  suits: (result) => blockMeans(result).length > 0,
  spec: pairedDotsChart,
};
