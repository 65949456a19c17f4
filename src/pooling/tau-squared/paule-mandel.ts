import { type EffectData, effectData, residualDegrees } from "../../inference/random-effects/effect-data.ts";
import type {
  TauSquaredEstimate,
  TauSquaredEstimator,
} from "../../inference/random-effects/tau-squared-estimator.ts";
import { fitAt, totalWeight } from "../../inference/random-effects/weighted-fit.ts";
import { solveQ } from "./solve-q.ts";

/**
 * τ² at which Q meets a target, with its asymptotic standard error.
 *
 * @see Viechtbauer (2005), J Educ Behav Stat 30:261–293: √(2/(k − p)) k/Σw (standard error for target
 * k − p).
 */
export function estimateByQ(data: EffectData, target: number): TauSquaredEstimate {
  const k = data.effects.length;
  const tauSquared = solveQ(data, target);
  const total = totalWeight(fitAt(data, tauSquared));
  return { tauSquared, standardError: (k * Math.sqrt(2 / residualDegrees(data))) / total };
}

/**
 * Estimates between-series variance as the τ² at which Q equals its expectation k − 1.
 *
 * @see Paule & Mandel (1982), J Res Natl Bur Stand 87:377–385: Q(τ²) = k − 1. doi:10.6028/jres.087.022
 * @example
 * pauleMandel.estimate([-3.5, -1], [0.25, 0.4]).tauSquared; // 2.8
 */
export const pauleMandel: TauSquaredEstimator = {
  name: "paule-mandel",
  label: "Paule–Mandel (PM)",
  reference: "Paule & Mandel (1982), doi:10.6028/jres.087.022",
  assumed: false,
  estimate(effects, variances, design) {
    const data = effectData(effects, variances, design);
    return estimateByQ(data, residualDegrees(data));
  },
};
