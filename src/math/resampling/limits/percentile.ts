import { type BootstrapLimitsMethod, limitsBetween, missing, obstacle } from "./bootstrap-limits.ts";

/**
 * Percentile limits: the replicates' own quantiles.
 *
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, equation 13.3.
 */
export const percentile: BootstrapLimitsMethod = {
  name: "percentile",
  reference: "Efron & Tibshirani (1993), An Introduction to the Bootstrap, section 13.3",
  limits(bootstrap, level) {
    const reason = obstacle(bootstrap, level);
    if (reason) return missing(reason);
    const tail = 0.5 * (1 - level);
    return { ...limitsBetween(bootstrap.replicates, tail, 1 - tail), reason: null };
  },
};
