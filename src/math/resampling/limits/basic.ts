import { type BootstrapLimitsMethod, limitsBetween, missing, obstacle } from "./bootstrap-limits.ts";

/**
 * Basic limits: the quantiles of the replicates' differences from the estimate, mirrored about it.
 *
 * @see Davison & Hinkley (1997), Bootstrap Methods and their Application, equation 5.6.
 */
export const basic: BootstrapLimitsMethod = {
  name: "basic",
  reference: "Davison & Hinkley (1997), Bootstrap Methods and their Application, equation 5.6",
  limits(bootstrap, level) {
    const reason = obstacle(bootstrap, level);
    if (reason) return missing(reason);
    const tail = 0.5 * (1 - level);
    const { lower, upper } = limitsBetween(bootstrap.replicates, tail, 1 - tail);
    return { lower: 2 * bootstrap.estimate - upper, upper: 2 * bootstrap.estimate - lower, reason: null };
  },
};
