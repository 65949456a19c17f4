import type { Warning } from "../schema/provenance.ts";
import { type IntervalMethod, type IntervalProblem, noInterval, type Posterior } from "./interval-method.ts";
import { negativeLogPrior, priorCovariance, priorMean } from "./normal-prior.ts";
import { sampledIntervals } from "./posterior/posterior.ts";
import { priorSampler } from "./posterior/prior-sampler.ts";

/**
 * The error that is told takes the draws for independent; that of even points is from half to a thirtieth of it, below 3 %
 * of every interval's width.
 */
const sampled = sampledIntervals(priorSampler, { monteCarloError: 0.05, maximumDraws: 16_384 });

/**
 * What the priors say before any data: medians and intervals of every quantity, and the band of prior predictive curves.
 * Beside a posterior it shows what the data changed.
 *
 * @throws {RangeError} when a prior is flat.
 * @see Gabry, Simpson, Vehtari, Betancourt & Gelman (2019), J R Stat Soc A 182:389–402, section 3. doi:10.1111/rssa.12378
 */
export const prior: IntervalMethod = {
  name: "prior",
  reference: "Gabry et al. (2019), doi:10.1111/rssa.12378",
  needsProperPriors: true,
  estimate(problem, targets, further) {
    return { ...sampled.estimate(withoutData(problem), targets, further), warnings: [noData] };
  },
};

/** The same quantities alone, where nobody asks for the band of the curve and the probabilities of events. */
export const priorOfQuantities: IntervalMethod = {
  ...prior,
  estimate(problem, targets, { curve = [] } = {}) {
    const answer = prior.estimate(problem, targets);
    const band = curve.map(() => noInterval);
    return { ...answer, posterior: answer.posterior && { ...answer.posterior, band } };
  },
};

function withoutData(problem: IntervalProblem): IntervalProblem {
  const { nullModel } = problem;
  return {
    ...problem,
    ...priorAlone(problem),
    nullModel: nullModel && { ...nullModel, ...priorAlone(nullModel) },
  };
}

/** The prior as if it were a posterior, where the model exists. */
function priorAlone({ objective, prior: density, minimum }: Posterior): Posterior {
  return {
    objective(theta, gradient) {
      gradient?.fill(0);
      return objective(theta) === Infinity ? Infinity : negativeLogPrior(density, theta, gradient);
    },
    prior: density,
    minimum: { ...minimum, x: priorMean(density) },
    covariance: priorCovariance(density),
  };
}

const noData: Warning = {
  code: "priors-alone",
  message: "These are the priors alone: no score enters the numbers and the curve.",
};
