import { effectiveDraws } from "./effective-draws.ts";
import { checkChains, varies } from "./equal-chains.ts";
import { rankNormalized } from "./rank-normalized.ts";
import { splitChains } from "./split-chains.ts";

/**
 * Bulk effective sample size: of the rank-normalised split chains; what means and medians rest on.
 *
 * @param chains Draws of one quantity: chains of one length, at least 12 draws each.
 * @returns null where there are fewer draws, one is not finite, or they do not vary.
 * @throws {RangeError} when the chains' lengths differ, or there is no draw.
 * @see Vehtari et al. (2021), Bayesian Analysis 16:667–718, section 4. doi:10.1214/20-BA1221
 * @example
 * bulkEffectiveDraws([new Float64Array(100)]); // null
 */
export function bulkEffectiveDraws(chains: readonly Float64Array[]): number | null {
  checkChains("bulkEffectiveDraws", chains);
  return varies(chains) ? effectiveDraws(rankNormalized(splitChains(chains))) : null;
}
