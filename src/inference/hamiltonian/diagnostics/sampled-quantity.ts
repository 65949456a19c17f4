import { mean } from "../../../math/descriptive/mean.ts";
import { sortedQuantile } from "../../../math/descriptive/sample-quantile.ts";
import { sampleStandardDeviation } from "../../../math/descriptive/sample-variance.ts";
import type { SampledQuantity } from "../../../schema/sampling-summary.ts";
import { bulkEffectiveDraws } from "./bulk-effective-draws.ts";
import { checkChains, pooledDraws } from "./equal-chains.ts";
import { meanError } from "./mean-error.ts";
import { quantileError } from "./quantile-error.ts";
import { rHat } from "./r-hat.ts";
import { standardDeviationError } from "./standard-deviation-error.ts";
import { tailEffectiveDraws } from "./tail-effective-draws.ts";

/**
 * Summary and diagnostics of one quantity.
 *
 * @param chains Its draws: chains of one length.
 * @param level In (0, 1).
 * @throws {RangeError} when the level is out of range, the chains' lengths differ, or there is no draw.
 * @see The functions of the same names as the columns.
 */
export function sampledQuantity(
  quantity: string,
  chains: readonly Float64Array[],
  level: number,
): SampledQuantity {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level must be in (0, 1), got ${level}`);
  checkChains("sampledQuantity", chains);
  const sorted = pooledDraws(chains).sort();
  const finite = sorted.every(Number.isFinite);
  const tail = (1 - level) / 2;
  const quantile = (p: number): number | null => (finite ? sortedQuantile(sorted, p) : null);
  return {
    quantity,
    mean: finite ? mean(sorted) : null,
    meanError: meanError(chains),
    standardDeviation: finite ? sampleStandardDeviation(sorted) : null,
    standardDeviationError: standardDeviationError(chains),
    median: quantile(0.5),
    medianError: quantileError(chains, 0.5),
    lower: quantile(tail),
    lowerError: quantileError(chains, tail),
    upper: quantile(1 - tail),
    upperError: quantileError(chains, 1 - tail),
    level,
    rHat: rHat(chains),
    bulkEffectiveDraws: bulkEffectiveDraws(chains),
    tailEffectiveDraws: tailEffectiveDraws(chains),
    nDraws: sorted.length,
  };
}
