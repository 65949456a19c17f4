import type { EffectData } from "./effect-data.ts";
import type { TauSquaredEstimate, TauSquaredEstimator } from "./tau-squared-estimator.ts";
import { fitAt, type WeightedFit } from "./weighted-fit.ts";

/** The mean at an estimated τ²: what intervals start from. */
export interface RandomEffectsFit extends WeightedFit {
  tauSquared: TauSquaredEstimate;
  /** True where τ² was not estimated but taken to be 0. */
  assumed: boolean;
}

/** Estimates τ², then the mean with weights 1/(v + τ²). */
export function randomEffectsFit(data: EffectData, estimator: TauSquaredEstimator): RandomEffectsFit {
  const tauSquared = estimator.estimate(data.effects, data.variances, data.design);
  return { ...fitAt(data, tauSquared.tauSquared), tauSquared, assumed: estimator.assumed };
}
