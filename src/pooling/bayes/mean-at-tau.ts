import { LOG_SQRT_2PI } from "../../math/special/mills-ratio.ts";
import type { MeanPrior } from "./mean-prior.ts";

/** Effects with their sampling variances. */
export interface Effects {
  effects: Float64Array;
  /** In squared units of the effects; all > 0. */
  variances: Float64Array;
}

/** What is known of the mean effect if τ is known, and how well that τ fits. */
export interface MeanAtTau {
  /** ln p(y | τ), the mean integrated out; a flat prior of it has density 1. */
  logLikelihood: number;
  /** Posterior mean and variance of the mean effect. */
  mean: number;
  variance: number;
}

/**
 * Integrates the mean effect out at a known τ: the effects are normal about it with variances vᵢ + τ², and a normal prior counts as
 * one more effect.
 *
 * @param tauSquared In squared units of the effects; ≥ 0.
 * @see Röver (2020), J Stat Softw 93(6), section 2. doi:10.18637/jss.v093.i06
 */
export function meanAtTau({ effects, variances }: Effects, prior: MeanPrior, tauSquared: number): MeanAtTau {
  const k = effects.length;
  const priorMean = prior.mean ?? 0;
  const priorWeight = prior.standardDeviation === null ? 0 : 1 / prior.standardDeviation ** 2;
  let total = priorWeight;
  let sum = priorWeight * priorMean;
  let logWeights = priorWeight === 0 ? 0 : Math.log(priorWeight);
  for (let i = 0; i < k; i++) {
    const weight = 1 / (variances[i]! + tauSquared);
    total += weight;
    sum += weight * effects[i]!;
    logWeights += Math.log(weight);
  }
  const mean = sum / total;
  let squares = priorWeight * (mean - priorMean) ** 2;
  for (let i = 0; i < k; i++) squares += (effects[i]! - mean) ** 2 / (variances[i]! + tauSquared);
  const nNormal = priorWeight === 0 ? k - 1 : k;
  return {
    logLikelihood: 0.5 * (logWeights - Math.log(total) - squares) - nNormal * LOG_SQRT_2PI,
    mean,
    variance: 1 / total,
  };
}

/** ln p(y | μ, τ) at a known mean effect. */
export function logLikelihoodAt({ effects, variances }: Effects, mean: number, tauSquared: number): number {
  let sum = -effects.length * LOG_SQRT_2PI;
  for (let i = 0; i < effects.length; i++) {
    const variance = variances[i]! + tauSquared;
    sum -= 0.5 * (Math.log(variance) + (effects[i]! - mean) ** 2 / variance);
  }
  return sum;
}
