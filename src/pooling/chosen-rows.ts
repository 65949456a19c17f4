import type { PooledResult } from "../schema/pooled-result.ts";
import type { EffectEstimate } from "../schema/series.ts";
import { checkRows } from "./check-rows.ts";
import { type NamedEffect, withoutOverlaps } from "./overlaps.ts";
import { type PoolEstimatesOptions, type PoolSettings, withDefaults } from "./pool-options.ts";

/** The rows that an analysis of a pool is about, with its options. */
export interface ChosenRows {
  rows: NamedEffect[];
  effects: Float64Array;
  variances: Float64Array;
  leftOut: PooledResult["leftOut"];
  settings: PoolSettings;
}

/**
 * Checks rows and options as `poolEstimates` does.
 *
 * @throws As `poolEstimates`.
 */
export function chosenRows(rows: readonly EffectEstimate[], options: PoolEstimatesOptions): ChosenRows {
  const settings = withDefaults(options);
  const { pooled, leftOut } = withoutOverlaps(checkRows(rows), settings.keep);
  return {
    rows: pooled,
    effects: Float64Array.from(pooled, ({ estimate }) => estimate),
    variances: Float64Array.from(pooled, ({ variance }) => variance),
    leftOut,
    settings,
  };
}
