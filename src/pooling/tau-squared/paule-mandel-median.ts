import { effectData, residualDegrees } from "../../inference/random-effects/effect-data.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";
import { chiSquared } from "../../math/distributions/chi-squared.ts";
import { estimateByQ } from "./paule-mandel.ts";

/**
 * Estimates between-series variance as the τ² at which Q equals its median, that of χ² with k − 1 degrees of freedom: as often
 * too high as too low.
 *
 * @see Viechtbauer (2021), "Median-unbiased estimators for the amount of heterogeneity in meta-analysis", European Congress of
 * Methodology, Valencia (the standard error is Paule and Mandel's, at this τ²).
 * @example
 * pauleMandelMedian.estimate([0.1, 0.3, 0.8], [0.02, 0.03, 0.05]).tauSquared; // 0.149
 */
export const pauleMandelMedian: TauSquaredEstimator = {
  name: "paule-mandel-median",
  label: "Paule–Mandel, median-unbiased (PMM)",
  reference: "Viechtbauer (2021), European Congress of Methodology, Valencia",
  assumed: false,
  estimate(effects, variances, design) {
    const data = effectData(effects, variances, design);
    return estimateByQ(data, chiSquared.quantile(0.5, residualDegrees(data)));
  },
};
