import { type BootstrapLimitsMethod, mirrored } from "./bootstrap-limits.ts";
import { percentile } from "./percentile.ts";

/**
 * Basic limits: the quantiles of the replicates' differences from the estimate, mirrored about it.
 *
 * @see Davison & Hinkley (1997), Bootstrap Methods and their Application, equation 5.6.
 */
export const basic: BootstrapLimitsMethod = {
  name: "basic",
  reference: "Davison & Hinkley (1997), Bootstrap Methods and their Application, equation 5.6",
  limits(bootstrap, level) {
    return mirrored(percentile.limits(bootstrap, level), 2 * bootstrap.estimate, 1);
  },
};
