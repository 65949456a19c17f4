import { effectData } from "../../inference/random-effects/effect-data.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";
import { momentEstimate } from "./moment-estimate.ts";

/**
 * Estimates between-series variance from the plain variance of the effects, floored at 0.
 *
 * @see Hedges (1983), Psychol Bull 93:388–395: the sample variance minus the mean of v (also Cochran 1954).
 * doi:10.1037/0033-2909.93.2.388
 * @example
 * hedges.estimate([-3, -2], [0.1, 0.1]).tauSquared; // 0.4
 */
export const hedges: TauSquaredEstimator = {
  name: "hedges",
  label: "Hedges (HE)",
  reference: "Hedges (1983), doi:10.1037/0033-2909.93.2.388",
  assumed: false,
  estimate: (effects, variances, design) => momentEstimate(effectData(effects, variances, design), () => 1),
};
