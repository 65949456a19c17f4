import { mean } from "../../../math/descriptive/mean.ts";
import { effectiveDraws } from "./effective-draws.ts";
import { checkChains, pooledDraws, varies } from "./equal-chains.ts";
import { splitChains } from "./split-chains.ts";

/**
 * Monte-Carlo standard error of the standard deviation.
 *
 * The variance of the mean of squares, by their effective sample size, carried to the root: sd(z²)/(2 sd(z) √ESS(z²))
 * for deviations z. It needs a fourth moment.
 *
 * @param chains Draws of one quantity: chains of one length, at least 12 draws each.
 * @returns In the quantity's unit; null where there are fewer draws, one is not finite, or they or their squares do
 * not vary.
 * @throws {RangeError} when the chains' lengths differ, or there is no draw.
 * @see Kenney & Keeping (1951), Mathematics of Statistics, part 2, p. 141; Vehtari et al. (2021), Bayesian Analysis
 * 16:667–718, section 3.2 (the effective size); as posterior 1.4. doi:10.1214/20-BA1221
 * @example
 * standardDeviationError([new Float64Array(100)]); // null
 */
export function standardDeviationError(chains: readonly Float64Array[]): number | null {
  checkChains("standardDeviationError", chains);
  if (!varies(chains)) return null;
  const center = mean(pooledDraws(chains));
  const squares = chains.map((chain) => chain.map((value) => (value - center) ** 2));
  const size = effectiveDraws(splitChains(squares));
  if (size === null) return null;
  const pooled = pooledDraws(squares);
  const variance = mean(pooled);
  const spread = mean(pooled.map((square) => (square - variance) ** 2));
  return Math.sqrt(spread / size / variance) / 2;
}
