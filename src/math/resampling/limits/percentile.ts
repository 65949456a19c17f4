import { type BootstrapLimitsMethod, missing, obstacle, tailLimits } from "./bootstrap-limits.ts";

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
    return reason ? missing(reason) : tailLimits(bootstrap.replicates, 0.5 * (1 - level));
  },
};
