import { effectiveDrawsOfQuantile } from "./quantile-error.ts";

/**
 * Tail effective sample size: the smaller one of the 5 % and 95 % quantiles; what interval ends rest on.
 *
 * @param chains Draws of one quantity: chains of one length, at least 12 draws each.
 * @returns null where there are fewer draws, one is not finite, or they do not vary.
 * @throws {RangeError} when the chains' lengths differ, or there is no draw.
 * @see Vehtari et al. (2021), Bayesian Analysis 16:667–718, section 4 (tail-ESS). doi:10.1214/20-BA1221
 * @example
 * tailEffectiveDraws([new Float64Array(100)]); // null
 */
export function tailEffectiveDraws(chains: readonly Float64Array[]): number | null {
  const lower = effectiveDrawsOfQuantile(chains, 0.05);
  const upper = effectiveDrawsOfQuantile(chains, 0.95);
  return lower === null || upper === null ? null : Math.min(lower, upper);
}
