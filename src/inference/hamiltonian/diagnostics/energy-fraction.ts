import { mean } from "../../../math/descriptive/mean.ts";

/**
 * Estimated Bayesian fraction of missing information (E-BFMI) of one chain: the mean squared change of the energy from
 * draw to draw, by its variance.
 *
 * About 1 where fresh momenta reach every energy at once; under 0.3 the chain crawls from the body to the tails, and
 * heavy tails are not seen.
 *
 * @param energy Hamiltonian of each draw, at least 2, all finite.
 * @returns null where there are fewer, or the energy does not vary.
 * @see Betancourt (2016), "Diagnosing suboptimal cotangent disintegrations in Hamiltonian Monte Carlo",
 * arXiv:1604.00695; Betancourt (2017), arXiv:1701.02434, section 6.1.
 * @example
 * energyFraction([1, 2, 1, 2]); // 3
 */
export function energyFraction(energy: ArrayLike<number>): number | null {
  if (energy.length < 2) return null;
  const center = mean(energy);
  let changes = 0;
  let squares = 0;
  for (let i = 0; i < energy.length; i++) {
    if (i > 0) changes += (energy[i]! - energy[i - 1]!) ** 2;
    squares += (energy[i]! - center) ** 2;
  }
  return squares > 0 ? changes / squares : null;
}
