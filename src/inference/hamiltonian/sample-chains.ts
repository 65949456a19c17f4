import type { Chain } from "./chain.ts";
import type { ChainSettings } from "./chain-settings.ts";
import type { DensityTarget } from "./density-target.ts";
import { sampleChain } from "./sample-chain.ts";

/**
 * Draws several chains, one after the other.
 *
 * @param target A differentiable density over ℝᵈ.
 * @param seed Any whole number with |seed| < 2⁵³; all chains share it and differ by their index.
 * @param nChains At least 1. Default 4, of which a disagreement shows that they have not mixed.
 * @throws {RangeError} and {EstimationError} as `sampleChain`.
 * @see `sampleChain` for the method.
 * @example
 * const normal = { dimension: 1, logDensityAndGradient: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] ** 2) };
 * sampleChains(normal, 1).length; // 4
 */
export function sampleChains(
  target: DensityTarget,
  seed: number,
  settings?: Partial<ChainSettings>,
  nChains = 4,
): Chain[] {
  if (!(Number.isInteger(nChains) && nChains >= 1))
    throw new RangeError(`sampleChains needs at least 1 chain, got ${nChains}`);
  return Array.from({ length: nChains }, (_, index) => sampleChain(target, seed, index, settings));
}
