import { effectData, residualDegrees } from "../../inference/random-effects/effect-data.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";
import { estimateByQ } from "./paule-mandel.ts";

/**
 * Morris' empirical Bayes estimate of between-series variance, floored at 0.
 *
 * His equation Σ w [k/(k − p) e² − v − τ²] = 0 is Q = k − p, Paule and Mandel's. His own iteration can cycle without end;
 * the equation is solved here as theirs is, which cannot.
 *
 * @see Morris (1983), J Am Stat Assoc 78:47–55. doi:10.2307/2287098
 * @example
 * empiricalBayes.estimate([-3.5, -1], [0.25, 0.4]).tauSquared; // 2.8
 */
export const empiricalBayes: TauSquaredEstimator = {
  name: "empirical-bayes",
  label: "Empirical Bayes (EB)",
  reference: "Morris (1983), doi:10.2307/2287098",
  assumed: false,
  estimate(effects, variances, design) {
    const data = effectData(effects, variances, design);
    return estimateByQ(data, residualDegrees(data));
  },
};
