import { effectData } from "../../inference/random-effects/effect-data.ts";
import {
  highestLikelihood,
  type TauSquaredLikelihood,
} from "../../inference/random-effects/highest-likelihood.ts";
import { logLikelihood } from "../../inference/random-effects/log-likelihood.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";
import { fitAt, slopeOfQ, totalWeight } from "../../inference/random-effects/weighted-fit.ts";

const likelihood: TauSquaredLikelihood = {
  value: logLikelihood,
  score: (fit) => slopeOfQ(fit) - totalWeight(fit),
};

/** √(2/Σw²). */
function standardErrorAt(weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * weights[i]!;
  return Math.sqrt(2 / sum);
}

/**
 * Estimates between-series variance by maximum likelihood: too low with few series.
 *
 * @see Viechtbauer (2005), J Educ Behav Stat 30:261–293: yᵀPPy = Σw, standard error √(2/Σw²).
 * doi:10.3102/10769986030003261
 * @example
 * maximumLikelihood.estimate([-3, -2], [0.1, 0.1]).tauSquared; // 0.15
 */
export const maximumLikelihood: TauSquaredEstimator = {
  name: "maximum-likelihood",
  label: "Maximum likelihood (ML)",
  reference: "Viechtbauer (2005), doi:10.3102/10769986030003261",
  assumed: false,
  estimate(effects, variances, design) {
    const data = effectData(effects, variances, design);
    const tauSquared = highestLikelihood(data, likelihood);
    return { tauSquared, standardError: standardErrorAt(fitAt(data, tauSquared).weights) };
  },
};
