import { effectData, residualDegrees } from "../../inference/random-effects/effect-data.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";
import { hunterSchmidtEstimate } from "./hunter-schmidt.ts";

/**
 * Hunter and Schmidt's estimator with Q enlarged by k/(k − 1) against its downward bias.
 *
 * @see Brannick, Potter, Benitez & Morris (2019), Organ Res Methods 22:490–514: (Q k/(k − 1) − k)/Σw.
 * doi:10.1177/1094428117741966
 * @example
 * hunterSchmidtCorrected.estimate([-3, -2], [0.1, 0.1]).tauSquared; // 0.4
 */
export const hunterSchmidtCorrected: TauSquaredEstimator = {
  name: "hunter-schmidt-corrected",
  label: "Hunter–Schmidt, corrected for k (HSk)",
  reference: "Brannick, Potter, Benitez & Morris (2019), doi:10.1177/1094428117741966",
  assumed: false,
  estimate(effects, variances, design) {
    const data = effectData(effects, variances, design);
    return hunterSchmidtEstimate(data, effects.length / residualDegrees(data));
  },
};
