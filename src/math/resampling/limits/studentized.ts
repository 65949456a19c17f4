import { type BootstrapLimitsMethod, mirrored, missing, obstacle, tailLimits } from "./bootstrap-limits.ts";

/**
 * Studentized limits (bootstrap t): quantiles of (replicate − estimate)/standard error, in the sample's standard errors.
 *
 * A resample without spread has an infinite quotient. Where there are so many of them that a limit would be infinite, as
 * in samples of two, there are no limits.
 *
 * @see Davison & Hinkley (1997), Bootstrap Methods and their Application, equation 5.7.
 */
export const studentized: BootstrapLimitsMethod = {
  name: "studentized",
  reference: "Davison & Hinkley (1997), Bootstrap Methods and their Application, equation 5.7",
  limits(bootstrap, level) {
    const reason = obstacle(bootstrap, level);
    if (reason) return missing(reason);
    const { estimate, standardError, studentized: pivots } = bootstrap;
    if (pivots === null || standardError === null) return missing("no-standard-error");
    if (!Number.isFinite(standardError) || Number.isNaN(pivots.at(-1)))
      return missing("statistic-not-finite");
    if (!(standardError > 0)) return missing("resamples-without-spread");
    const limits = tailLimits(pivots, 0.5 * (1 - level));
    if (limits.reason) return limits;
    const { lower, upper } = limits;
    if (!(upper - lower > 0 && upper - lower < Infinity)) return missing("resamples-without-spread");
    return mirrored(limits, estimate, standardError);
  },
};
