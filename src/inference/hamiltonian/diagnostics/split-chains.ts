/**
 * Both halves of every chain, as chains of their own, so that a drift within a chain shows as a difference between
 * two. The middle draw of an odd number is left out.
 *
 * @see Vehtari et al. (2021), Bayesian Analysis 16:667–718, section 3.1 (split-R̂). doi:10.1214/20-BA1221
 */
export function splitChains(chains: readonly Float64Array[]): Float64Array[] {
  return chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return [chain.subarray(0, half), chain.subarray(chain.length - half)];
  });
}
