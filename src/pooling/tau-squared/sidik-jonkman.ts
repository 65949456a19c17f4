import { effectData, residualDegrees } from "../../inference/random-effects/effect-data.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";
import { fitAt } from "../../inference/random-effects/weighted-fit.ts";
import { momentError } from "./moment-estimate.ts";

/** Σ(y − ȳ)²/k, from which the weights start. */
function crudeVariance(effects: ArrayLike<number>): number {
  const k = effects.length;
  const first = effects[0]!;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < k; i++) sum += effects[i]! - first;
  for (let i = 0; i < k; i++) squares += (effects[i]! - first - sum / k) ** 2;
  return squares / k;
}

/**
 * Estimates between-series variance from a weighted residual variance that starts from the crude variance of the effects.
 * Positive unless all effects are equal, so it never says that there is no heterogeneity.
 *
 * @see Sidik & Jonkman (2005), Appl Stat 54:367–384: τ₀² Q(τ₀²)/(k − 1). doi:10.1111/j.1467-9876.2005.00489.x
 * @example
 * sidikJonkman.estimate([-70, -75, -72], [36, 64, 49]).tauSquared; // 0.487
 */
export const sidikJonkman: TauSquaredEstimator = {
  name: "sidik-jonkman",
  label: "Sidik–Jonkman (SJ)",
  reference: "Sidik & Jonkman (2005), doi:10.1111/j.1467-9876.2005.00489.x",
  assumed: false,
  estimate(effects, variances, design) {
    const data = effectData(effects, variances, design);
    const crude = crudeVariance(effects);
    if (crude === 0) return { tauSquared: 0, standardError: null };
    const fit = fitAt(data, crude);
    const slope = crude / residualDegrees(data);
    const tauSquared = slope * fit.q;
    return { tauSquared, standardError: momentError(fit, tauSquared, slope) };
  },
};
