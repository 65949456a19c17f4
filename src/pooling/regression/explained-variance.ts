import type { RandomEffectsFit } from "../../inference/random-effects/random-effects-fit.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";

/**
 * R²: the share of τ² that moderators explain, floored at 0.
 *
 * @param fit With the moderators.
 * @param estimator The one that gave its τ².
 * @returns In [0, 1]; null where there is no τ² to explain: it is 0 without moderators too, or assumed to be 0.
 * @see Raudenbush (2009), in The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., chapter 16: (τ²₀ − τ²)/τ²₀.
 */
export function explainedVariance(fit: RandomEffectsFit, estimator: TauSquaredEstimator): number | null {
  if (fit.assumed) return null;
  const { effects, variances } = fit.data;
  const without = estimator.estimate(effects, variances).tauSquared;
  return without > 0 ? Math.max(0, 1 - fit.tauSquared.tauSquared / without) : null;
}
