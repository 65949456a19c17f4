import type { Moderator, PooledResult } from "../../schema/index.ts";
import { type PoolView, pooledView } from "../pooling/pool-view.ts";
import { regressionSentences } from "../pooling/regression-words.ts";
import { bubbleLayers } from "./bubble/bubble-layers.ts";
import { bubbleRows } from "./bubble/bubble-rows.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { forestAxis } from "./forest/forest-axis.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { labelRoom } from "./trial-timeline/value-ticks.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Size and scale of the picture. */
export interface BubbleOptions extends ChartOptions {
  /** The scale that people read; default that of the pool. */
  view?: PoolView;
}

/** Height of the plot, and least room for its axis. */
const [HEIGHT, LEFT] = [300, 68];

/** The one moderator of a regression, where it is a number. */
function onlyNumber({ regression }: PooledResult): Moderator | null {
  const [moderator, ...others] = regression?.moderators ?? [];
  return moderator?.kind === "number" && others.length === 0 ? moderator : null;
}

/**
 * Draws how the effect goes with one moderator: a bubble for each series, its area the weight, the fitted line, and its interval at
 * the series' values.
 *
 * @param options Width in pixels; the scale that people read.
 * @throws {RangeError} when the width is too small to read, or the pool has not one numeric moderator.
 * @see Thompson & Higgins (2002), Stat Med 21:1559–1573, figure 1. doi:10.1002/sim.1187
 * @example
 * bubbleChart(poolEstimates(rows, { moderators: ["dose"] })).hconcat; // one panel
 */
export function bubbleChart(result: PooledResult, options: BubbleOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const moderator = onlyNumber(result);
  if (moderator === null)
    throw new RangeError("A bubble chart needs a pool with one moderator, which is a number");
  const unit = result.estimates[0]?.unit ?? "";
  const view = options.view ?? pooledView({ measure: result.measure, unit });
  const rows = bubbleRows(result, moderator.name, view);
  const axis = forestAxis(
    view.scale,
    rows.line,
    rows.bubbles.map(({ y }) => ({ estimate: y, lower: null, upper: null })),
    HEIGHT,
    { isUpright: true },
  );
  const left = Math.max(LEFT, labelRoom(axis.labels));
  const plot = plotWidth(width, left);
  return panelChart({
    about: { patient: view.scale.label, outcome: `by ${moderator.name}` },
    words: regressionSentences(result).join(" "),
    width,
    left,
    rows: [
      [
        {
          width: plot,
          height: HEIGHT,
          layer: bubbleLayers(rows, moderator.name, axis, {
            plot,
            height: HEIGHT,
            noEffect: view.scale.noEffect,
          }),
        },
      ],
    ],
  });
}

/** How the effect goes with one moderator. */
export const bubble: Chart<PooledResult> = {
  name: "bubble",
  accepts: "pooled",
  suits: (result) => onlyNumber(result) !== null,
  spec: bubbleChart,
};
