import { cutLike, pooledDraws } from "./equal-chains.ts";

/**
 * Distances of all draws from their median.
 *
 * The two draws in the middle of an even number are equally far from it; that they share a rank must not hang on a
 * rounding, which would move R̂ by 4e-3 at 26 draws.
 *
 * @see Vehtari et al. (2021), Bayesian Analysis 16:667–718, section 4 (folded-split-R̂). doi:10.1214/20-BA1221
 */
export function folded(chains: readonly Float64Array[]): Float64Array[] {
  const pooled = pooledDraws(chains);
  const sorted = pooled.slice().sort();
  const below = sorted[Math.ceil(sorted.length / 2) - 1]!;
  const above = sorted[Math.floor(sorted.length / 2)]!;
  const half = above / 2 - below / 2;
  const median = below + half;
  const distance = (value: number): number =>
    value === below || value === above ? half : Math.abs(value - median);
  return cutLike(chains, pooled.map(distance));
}
