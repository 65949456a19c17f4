import type { PooledResult } from "../../schema/pooled-result.ts";
import type { EffectEstimate } from "../../schema/series.ts";

/**
 * The effects behind a pool, so that the same series can be pooled in another way, such as by `poolBayes`.
 *
 * @example
 * effectsOfPool(poolEstimates([{ estimate: 1, variance: 4 }]))[0]?.variance; // 4
 */
export function effectsOfPool({ series }: Pick<PooledResult, "series">): EffectEstimate[] {
  return series.map(({ series: name, estimate, standardError, n, summary, moderators }) => ({
    series: name,
    estimate,
    variance: standardError ** 2,
    ...(n !== null && { n }),
    ...(summary && { summary }),
    ...(moderators && { moderators }),
  }));
}
