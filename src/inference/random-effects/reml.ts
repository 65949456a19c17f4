import { effectData } from "./effect-data.ts";
import { highestLikelihood, type TauSquaredLikelihood } from "./highest-likelihood.ts";
import { restrictedLogLikelihood } from "./log-likelihood.ts";
import { traceP, tracePP } from "./projection-traces.ts";
import type { TauSquaredEstimator } from "./tau-squared-estimator.ts";
import { fitAt, slopeOfQ } from "./weighted-fit.ts";

const likelihood: TauSquaredLikelihood = {
  value: restrictedLogLikelihood,
  score: (fit) => slopeOfQ(fit) - traceP(fit),
};

/**
 * Estimates between-series variance by restricted maximum likelihood: the likelihood of the differences between series,
 * whatever their mean. Its standard error is that of the expected information.
 *
 * @see Viechtbauer (2005), J Educ Behav Stat 30:261–293, equation 17: yᵀPPy = tr P, standard error √(2/tr PP).
 * doi:10.3102/10769986030003261
 * @example
 * reml.estimate([-3.5, -1], [0.25, 0.4]).tauSquared; // 2.8
 */
export const reml: TauSquaredEstimator = {
  name: "reml",
  label: "Restricted maximum likelihood (REML)",
  reference: "Viechtbauer (2005), doi:10.3102/10769986030003261, equation 17",
  assumed: false,
  estimate(effects, variances, design) {
    const data = effectData(effects, variances, design);
    const tauSquared = highestLikelihood(data, likelihood);
    return { tauSquared, standardError: Math.sqrt(2 / tracePP(fitAt(data, tauSquared))) };
  },
};
