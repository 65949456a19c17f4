import type { EffectData } from "../../inference/random-effects/effect-data.ts";
import { traceP, tracePP } from "../../inference/random-effects/projection-traces.ts";
import type { TauSquaredEstimate } from "../../inference/random-effects/tau-squared-estimator.ts";
import { type WeightedFit, weightedFit } from "../../inference/random-effects/weighted-fit.ts";

/** The weight of an effect, by its sampling variance. */
export type WeightOf = (variance: number) => number;

/** Fit with given weights of the variances, from which moments of yᵀ P y follow. */
export function fitWith(data: EffectData, weightOf: WeightOf): WeightedFit {
  return weightedFit(data, Float64Array.from(data.variances, weightOf));
}

/**
 * Standard error of a linear function of yᵀ P y, whose variance is 2 tr[(P(V + τ²I))²].
 *
 * @param slope What yᵀ P y is multiplied by.
 */
export function momentError(fit: WeightedFit, tauSquared: number, slope: number): number {
  const { variances } = fit.data;
  const variance =
    tracePP(fit, variances, variances) +
    2 * tauSquared * tracePP(fit, variances) +
    tauSquared ** 2 * tracePP(fit);
  return slope * Math.sqrt(2 * variance);
}

/**
 * Equates yᵀ P y, a sum of weighted squares, to its expectation tr(PV) + τ² tr(P), and floors τ² at 0.
 *
 * @see DerSimonian & Kacker (2007), Contemp Clin Trials 28:105–114 (general weights); Jackson, Turner, Rhodes &
 * Viechtbauer (2014), BMC Med Res Methodol 14:103 (moderators).
 * doi:10.1016/j.cct.2006.04.004
 */
export function momentEstimate(data: EffectData, weightOf: WeightOf): TauSquaredEstimate {
  const fit = fitWith(data, weightOf);
  const slope = 1 / traceP(fit);
  const tauSquared = Math.max(0, slope * (fit.q - traceP(fit, data.variances)));
  return { tauSquared, standardError: momentError(fit, tauSquared, slope) };
}
