import { effectData } from "../../inference/random-effects/effect-data.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";

/**
 * One true effect for all series: τ² is 0 by assumption. Also the weighted mean of a fixed set of series, whatever their
 * true effects are, without a word on any other series.
 *
 * @see Rice, Higgins & Lumley (2018), J R Stat Soc A 181:205–227. doi:10.1111/rssa.12275
 * @example
 * commonEffect.estimate([0.1, 0.8], [0.02, 0.05]).tauSquared; // 0
 */
export const commonEffect: TauSquaredEstimator = {
  name: "common-effect",
  label: "Common effect",
  reference: "Rice, Higgins & Lumley (2018), doi:10.1111/rssa.12275",
  assumed: true,
  estimate(effects, variances, design) {
    effectData(effects, variances, design);
    return { tauSquared: 0, standardError: null };
  },
};
