import { sampleStandardDeviation } from "../../../math/descriptive/sample-variance.ts";
import { effectiveDraws } from "./effective-draws.ts";
import { checkChains, pooledDraws, varies } from "./equal-chains.ts";
import { splitChains } from "./split-chains.ts";

/**
 * Monte-Carlo standard error of the mean: the draws' sd by the root of their effective sample size.
 *
 * @param chains Draws of one quantity: chains of one length, at least 12 draws each.
 * @returns In the quantity's unit; null where there are fewer draws, one is not finite, or they do not vary.
 * @throws {RangeError} when the chains' lengths differ, or there is no draw.
 * @see Vehtari et al. (2021), Bayesian Analysis 16:667–718, section 3.2. doi:10.1214/20-BA1221
 * @example
 * meanError([new Float64Array(100)]); // null
 */
export function meanError(chains: readonly Float64Array[]): number | null {
  checkChains("meanError", chains);
  if (!varies(chains)) return null;
  const size = effectiveDraws(splitChains(chains));
  return size === null ? null : sampleStandardDeviation(pooledDraws(chains))! / Math.sqrt(size);
}
