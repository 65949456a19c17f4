import { sortedQuantile } from "../../../math/descriptive/sample-quantile.ts";
import { betaQuantile } from "../../../math/distributions/beta.ts";
import { effectiveDraws } from "./effective-draws.ts";
import { checkChains, pooledDraws, varies } from "./equal-chains.ts";
import { splitChains } from "./split-chains.ts";

/** Φ(−1): a standard error is half the distance between the two limits of a 68 % interval. */
const ONE_SIGMA = 0.15865525393145707;

/**
 * Effective sample size of a quantile: that of being at or below it.
 *
 * @param p Probability in (0, 1).
 * @returns null where it cannot be told; also where all draws, or all but the largest, are on one side.
 * @see Vehtari et al. (2021), Bayesian Analysis 16:667–718, section 4 (quantiles). doi:10.1214/20-BA1221
 */
export function effectiveDrawsOfQuantile(chains: readonly Float64Array[], p: number): number | null {
  checkChains("effectiveDrawsOfQuantile", chains);
  if (!varies(chains)) return null;
  const cut = sortedQuantile(pooledDraws(chains).sort(), p);
  return effectiveDraws(splitChains(chains.map((chain) => chain.map((value) => (value <= cut ? 1 : 0)))));
}

/**
 * Monte-Carlo standard error of a quantile, by the order statistics that bound it.
 *
 * @param chains Draws of one quantity: chains of one length, at least 12 draws each.
 * @param p Probability in (0, 1).
 * @returns In the quantity's unit; null where it cannot be told.
 * @throws {RangeError} when p is not in (0, 1), the chains' lengths differ, or there is no draw.
 * @see Vehtari et al. (2021), Bayesian Analysis 16:667–718, section 4.4. doi:10.1214/20-BA1221
 * @example
 * quantileError([new Float64Array(100)], 0.5); // null
 */
export function quantileError(chains: readonly Float64Array[], p: number): number | null {
  if (!(p > 0 && p < 1)) throw new RangeError(`quantileError needs a probability in (0, 1), got ${p}`);
  const size = effectiveDrawsOfQuantile(chains, p);
  if (size === null) return null;
  const sorted = pooledDraws(chains).sort();
  const at = (tail: number): number =>
    betaQuantile(tail, "lower", size * p + 1, size * (1 - p) + 1) * sorted.length;
  const lower = sorted[Math.max(Math.floor(at(ONE_SIGMA)), 1) - 1]!;
  const upper = sorted[Math.min(Math.ceil(at(1 - ONE_SIGMA)), sorted.length) - 1]!;
  return (upper - lower) / 2;
}
