import { mean } from "../../../math/descriptive/mean.ts";
import { sampleVariance } from "../../../math/descriptive/sample-variance.ts";
import { checkChains, varies } from "./equal-chains.ts";
import { folded } from "./folded.ts";
import { rankNormalized } from "./rank-normalized.ts";
import { splitChains } from "./split-chains.ts";

/** √(var⁺/W), var⁺ = (n − 1)/n · W + B/n: section 3.1. */
function varianceRatio(chains: readonly Float64Array[]): number | null {
  const n = chains[0]!.length;
  const within = mean(chains.map((chain) => sampleVariance(chain)!));
  const between = sampleVariance(chains.map(mean))!;
  return within > 0 ? Math.sqrt((n - 1) / n + between / within) : null;
}

/**
 * Rank-normalised split R̂: how much wider all chains together are than each one alone; 1 where they have mixed.
 *
 * The larger of two: of the draws, which sees different places, and of their distances from the median, which sees
 * different widths.
 *
 * @param chains Draws of one quantity: chains of one length, at least 4 draws each.
 * @returns null where there are fewer draws, one is not finite, or they do not vary (between halves of chains that
 * each stand still, R̂ would be infinite).
 * @throws {RangeError} when the chains' lengths differ, or there is no draw.
 * @see Vehtari et al. (2021), Bayesian Analysis 16:667–718, section 3.1 and section 4. doi:10.1214/20-BA1221
 * @example
 * rHat([[1, 2, 3, 4], [5, 6, 7, 8]].map((chain) => Float64Array.from(chain)))! > 1.5; // true
 */
export function rHat(chains: readonly Float64Array[]): number | null {
  checkChains("rHat", chains);
  if (chains[0]!.length < 4 || !varies(chains)) return null;
  const bulk = varianceRatio(rankNormalized(splitChains(chains)));
  const distances = splitChains(folded(chains));
  const tail = varies(distances) ? varianceRatio(rankNormalized(distances)) : bulk;
  return bulk === null || tail === null ? null : Math.max(bulk, tail);
}
