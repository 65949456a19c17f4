import type { Estimate } from "../../../schema/estimate.ts";
import type { PooledResult } from "../../../schema/pooled-result.ts";
import { poolEstimates } from "../../pool-estimates.ts";
import { type KnownPoolOptions, widthOf } from "./spread-combination.ts";
import { limitError, N_REPLICATES, spreadPoints } from "./spread-points.ts";
import type { SpreadProblem } from "./spread-problem.ts";

/** Pools of imputed standard deviations. */
export interface ImputedSets {
  pools: PooledResult[];
  /** Of the limits of the mean, as a share of their distance; null without limits. */
  error: number | null;
}

/** Sets of standard deviations of one replicate, at first and at most. */
const [FIRST, MOST] = [32, 1024];

/** Numerical error of a limit that is allowed, as a share of their distance. */
export const ALLOWED_ERROR = 0.01;

/** The mean over pools. */
export type MeanOver = (pools: readonly PooledResult[]) => Estimate | null;

function errorOf(replicates: readonly (readonly PooledResult[])[], meanOver: MeanOver): number | null {
  const all = meanOver(replicates.flat());
  const limits = replicates.map((pools): [number, number] | null => {
    const row = meanOver(pools);
    return row === null || row.lower === null || row.upper === null ? null : [row.lower, row.upper];
  });
  return all && limitError(limits, widthOf(all));
}

/**
 * Pools at more and more sets of standard deviations, evenly spread under the law, until their number no longer shows in the limits.
 *
 * @throws {EstimationError} where one of the pools has no answer.
 */
export function imputedSets(
  { nOpen, effectsWith, sdsAt }: SpreadProblem,
  settings: KnownPoolOptions,
  meanOver: MeanOver,
): ImputedSets {
  const poolAt = (probabilities: ArrayLike<number>): PooledResult =>
    poolEstimates(effectsWith(sdsAt(probabilities)), settings);
  if (nOpen === 0) return { pools: [poolAt([])], error: 0 };
  const replicates: PooledResult[][] = Array.from({ length: N_REPLICATES }, () => []);
  for (let done = 0, wanted = FIRST; ; done = wanted, wanted *= 2) {
    replicates.forEach((pools, replicate) => {
      const points = spreadPoints(wanted - done, nOpen, { seed: settings.seed ?? 1, replicate, from: done });
      pools.push(...points.map(poolAt));
    });
    const error = errorOf(replicates, meanOver);
    if (error === null || error <= ALLOWED_ERROR || wanted >= MOST)
      return { pools: replicates.flat(), error };
  }
}
