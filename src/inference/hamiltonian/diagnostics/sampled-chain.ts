import { mean } from "../../../math/descriptive/mean.ts";
import type { SampledChain } from "../../../schema/sampling-summary.ts";
import type { Chain } from "../chain.ts";
import { divergences } from "./divergences.ts";
import { energyFraction } from "./energy-fraction.ts";
import { treeDepthSaturation } from "./tree-depth-saturation.ts";

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
