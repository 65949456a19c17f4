import type { Chain } from "../chain.ts";

/**
 * How many trajectories of a chain diverged: their energy rose by over 1,000, since the density bends too sharply for
 * the step size. A region that is hard to enter is then missing from the draws.
 *
 * @see Betancourt (2017), arXiv:1701.02434, section 6.2.
 * @example
 * divergences(sampleChain({ dimension: 1, logDensityAndGradient: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] ** 2) }, 1, 0)); // 0
 */
export function divergences({ divergent }: Pick<Chain, "divergent">): number {
  return divergent.reduce((sum, one) => sum + one, 0);
}
