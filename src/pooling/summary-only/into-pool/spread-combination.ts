import type { Estimate } from "../../../schema/estimate.ts";
import type { MissingSpread, PooledSummariesResult } from "../../../schema/pooled-summaries-result.ts";
import type { Json, Warning } from "../../../schema/provenance.ts";
import type { EffectEstimate } from "../../../schema/series.ts";
import type { PoolEstimatesOptions } from "../../pool-options.ts";
import type { SpreadProblem } from "./spread-problem.ts";

/** Options of the pools at known standard deviations. */
export type KnownPoolOptions = Omit<PoolEstimatesOptions, "moderators" | "keep">;

/** What comes of pools at many standard deviations. */
export interface CombinedPool {
  /** The mean first. */
  estimates: Estimate[];
  companions: PooledSummariesResult["companions"];
  series: PooledSummariesResult["series"];
  missing: MissingSpread;
  average: PooledSummariesResult["average"];
  warnings: Warning[];
}

/** A way to combine pools at known standard deviations over the law of those that are not. */
export interface SpreadCombination {
  name: string;
  label: string;
  reference: string;
  /** Whether random numbers are drawn for this many open standard deviations. */
  usesSeed(nOpen: number): boolean;
  /** Options of its own, for the provenance. */
  options(settings: KnownPoolOptions): { [name: string]: Json };
  /**
   * The mean at known standard deviations.
   *
   * @throws {EstimationError} where that pool has no answer.
   */
  atKnown(effects: readonly EffectEstimate[], settings: KnownPoolOptions): Estimate;
  /**
   * @throws {EstimationError} where a pool on the way has no answer.
   */
  combine(problem: SpreadProblem, settings: KnownPoolOptions): CombinedPool;
}

/** Distance of the limits; null where there are none. */
export function widthOf({ lower, upper }: Pick<Estimate, "lower" | "upper">): number | null {
  return lower === null || upper === null ? null : upper - lower;
}

/** 1 − the average width over this width. */
export function widthShare(
  known: readonly Estimate[],
  weights: ArrayLike<number>,
  all: Estimate,
): number | null {
  const width = widthOf(all);
  const widths = known.map(widthOf);
  if (width === null || !(width > 0) || widths.some((one) => one === null)) return null;
  const average = widths.reduce<number>((sum, one, i) => sum + weights[i]! * one!, 0);
  return Math.max(0, 1 - average / width);
}
