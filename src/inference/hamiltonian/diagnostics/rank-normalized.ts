import { midranks } from "../../../math/ranks/midranks.ts";
import { normalQuantile } from "../../../math/special/normal-quantile.ts";
import { cutLike, pooledDraws } from "./equal-chains.ts";

/**
 * Normal scores of the draws among those of all chains: Φ⁻¹((r − 3/8)/(S + 1/4)) for the rank r of S draws.
 *
 * They have every moment, so that diagnostics built on variances hold for quantities that have none.
 *
 * @see Vehtari et al. (2021), Bayesian Analysis 16:667–718, section 4 (rank normalization). doi:10.1214/20-BA1221
 */
export function rankNormalized(chains: readonly Float64Array[]): Float64Array[] {
  const { ranks } = midranks(pooledDraws(chains));
  return cutLike(
    chains,
    ranks.map((rank) => normalQuantile((rank - 3 / 8) / (ranks.length + 1 / 4))),
  );
}
