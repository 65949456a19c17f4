import type { PooledBayesSensitivity, PooledResult } from "../../schema/index.ts";
import { pooledAnswer } from "../pooling/pooled-answer.ts";
import { poolSubject } from "../pooling/pooled-report.ts";
import { readPool } from "../pooling/read-pool.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { forestAxis } from "./forest/forest-axis.ts";
import { forestLayers } from "./forest/forest-layers.ts";
import { forestLayout } from "./forest/forest-layout.ts";
import { type ForestLine, forestTable } from "./forest/forest-rows.ts";
import { chartWidth, panelChart } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** What a forest may show besides the pool. */
export interface ForestOptions extends ChartOptions {
  /** The same series by Bayes' rule under several priors: a thin diamond for each; default none. */
  sensitivity?: PooledBayesSensitivity | null;
}

/** Narrowest picture that holds names, plot and numbers. */
const NARROWEST = 560;

/**
 * Draws a pool as a forest: each series with its interval, a square whose area is its weight, and its numbers; below them the
 * mean and the methods beside it as diamonds, and where a further series may lie as a bar. Ratios have a logarithmic axis; an
 * interval that leaves the axis ends in an arrow.
 *
 * @param options Width in pixels, at least 560; means under several priors.
 * @throws {RangeError} when the width is too small to read.
 * @see Lewis & Clarke (2001), BMJ 322:1479–1480. doi:10.1136/bmj.322.7300.1479; Riley, Higgins & Deeks (2011), BMJ 342:d549, on
 * the prediction. doi:10.1136/bmj.d549
 * @example
 * forestChart(poolSeries(series, { measure: riskRatio })).title; // the answer
 */
export function forestChart(result: PooledResult, options: ForestOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  if (width < NARROWEST) throw new RangeError(`width must be at least ${NARROWEST} pixels, got ${width}`);
  const pool = readPool(result);
  const table = forestTable(result, pool, options.sensitivity);
  const layout = forestLayout(table, width);
  const isSeries = ({ mark }: ForestLine): boolean => mark === "series";
  const axis = forestAxis(
    pool,
    table.lines.filter(isSeries),
    table.lines.filter((line) => !isSeries(line)),
    layout.plot,
  );
  return panelChart({
    about: { patient: pool.label, outcome: poolSubject(result) },
    words: pooledAnswer(result),
    width,
    left: layout.left,
    rows: [
      [
        {
          width: layout.plot,
          height: layout.height,
          layer: forestLayers(table, axis, layout, pool.noEffect),
        },
      ],
    ],
  });
}

/** Each series, the mean over them, and where a further one may lie. */
export const forest: Chart<PooledResult> = { name: "forest", accepts: "pooled", spec: forestChart };
