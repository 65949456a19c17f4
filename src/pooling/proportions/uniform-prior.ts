import { equalTailed } from "./beta-posterior.ts";
import type { ProportionMethod } from "./proportion-method.ts";

/**
 * Quantiles of the posterior after a uniform prior, also at 0 of n and n of n, where they leave out the estimate.
 *
 * @see Bayes (1763), Phil Trans 53:370–418, proposition 9. doi:10.1098/rstl.1763.0053
 * @example
 * uniformPrior.interval(5, 5, 0.95).lower; // 0.5407418735601, the sixth root of 0.025
 */
export const uniformPrior: ProportionMethod = {
  name: "uniform-prior",
  label: "Posterior after a uniform prior",
  reference: "Bayes (1763), Phil Trans 53:370–418, proposition 9",
  guaranteed: false,
  interval: (events, n, level) => equalTailed(1, events, n, level),
};
