import { residualDegrees } from "./effect-data.ts";
import { type MeanInterval, SHARED, scaled, symmetricInterval } from "./mean-interval.ts";
import type { RandomEffectsFit } from "./random-effects-fit.ts";

/** Q/(k − p) at the estimated τ²: 1 where the effects scatter around their mean as the weights say. */
export function varianceFactor(fit: RandomEffectsFit): number {
  return fit.q / residualDegrees(fit.data);
}

/**
 * Hartung and Knapp's interval with the variance factor at least 1, so that it is never narrower than the t interval. Also
 * called "modified" or "ad hoc", names that mean other things too.
 *
 * @see Röver, Knapp & Friede (2015), BMC Med Res Methodol 15:99 (after Knapp & Hartung 2003).
 * doi:10.1186/s12874-015-0091-1
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { interval: hartungKnappFloored }).estimates[0]?.upper; // 13.6
 */
export const hartungKnappFloored: MeanInterval = {
  name: "hartung-knapp-floored",
  label: "Hartung–Knapp, variance factor at least 1",
  reference: "Röver, Knapp & Friede (2015), doi:10.1186/s12874-015-0091-1",
  estimate(fit, level, contrast = SHARED) {
    const covariance = scaled(fit.covariance, Math.max(1, varianceFactor(fit)));
    return symmetricInterval(fit, covariance, residualDegrees(fit.data), level, contrast);
  },
};
