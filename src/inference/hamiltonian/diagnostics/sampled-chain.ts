import { mean } from "../../../math/descriptive/mean.ts";
import type { Chain } from "../chain.ts";
import { divergences } from "./divergences.ts";
import { energyFraction } from "./energy-fraction.ts";
import { treeDepthSaturation } from "./tree-depth-saturation.ts";

/** How one chain went; a flat row. */
export interface SampledChain {
  /** From 0. */
  chain: number;
  nDraws: number;
  divergences: number;
  treeDepthSaturation: number;
  energyFraction: number | null;
  stepSize: number;
  /** Mean over the draws, in [0, 1]. */
  acceptance: number;
  /** Evaluations of the target after the warm-up. */
  nLeapfrog: number;
}

export function sampledChain(chain: Chain, index: number): SampledChain {
  return {
    chain: index,
    nDraws: chain.nDraws,
    divergences: divergences(chain),
    treeDepthSaturation: treeDepthSaturation(chain),
    energyFraction: energyFraction(chain.energy),
    stepSize: chain.stepSize,
    acceptance: mean(chain.acceptance),
    nLeapfrog: chain.nLeapfrog.reduce((sum, steps) => sum + steps, 0),
  };
}
