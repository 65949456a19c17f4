import { type EffectData, effectData } from "../../inference/random-effects/effect-data.ts";
import type {
  TauSquaredEstimate,
  TauSquaredEstimator,
} from "../../inference/random-effects/tau-squared-estimator.ts";
import { fitAt, totalWeight } from "../../inference/random-effects/weighted-fit.ts";
import { momentError } from "./moment-estimate.ts";

/** (c Q − k)/Σw, floored at 0. */
export function hunterSchmidtEstimate(data: EffectData, factor: number): TauSquaredEstimate {
  const fit = fitAt(data, 0);
  const total = totalWeight(fit);
  const tauSquared = Math.max(0, (factor * fit.q - data.effects.length) / total);
  return { tauSquared, standardError: momentError(fit, tauSquared, factor / total) };
}

/**
 * Estimates between-series variance as the weighted variance of the effects minus its sampling part, floored at 0. Too low
 * by a factor of about (k − 1)/k.
 *
 * @see Viechtbauer (2005), J Educ Behav Stat 30:261–293: (Q − k)/Σw, after Hunter & Schmidt (1990).
 * doi:10.3102/10769986030003261
 * @example
 * hunterSchmidt.estimate([-3, -2], [0.1, 0.1]).tauSquared; // 0.15
 */
export const hunterSchmidt: TauSquaredEstimator = {
  name: "hunter-schmidt",
  label: "Hunter–Schmidt (HS)",
  reference: "Viechtbauer (2005), doi:10.3102/10769986030003261",
  assumed: false,
  estimate: (effects, variances, design) => hunterSchmidtEstimate(effectData(effects, variances, design), 1),
};
