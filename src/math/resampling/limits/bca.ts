import { normalQuantile } from "../../special/normal-quantile.ts";
import { normalCdf, normalSurvival } from "../../special/normal-tails.ts";
import type { BootstrapReplicates } from "../bootstrap.ts";
import { acceleration } from "../jackknife.ts";
import { type BootstrapLimitsMethod, missing, obstacle, tailLimits } from "./bootstrap-limits.ts";

/**
 * Φ⁻¹ of the share of replicates below the estimate. Those equal to it, to rounding, count half: the means of five
 * values often are, and would otherwise fall to either side by their last bit.
 */
function bias({ replicates, estimate }: BootstrapReplicates): number {
  const rounding = 1e-12 * Math.max(Math.abs(estimate), replicates.at(-1)! - replicates[0]!);
  let nBelow = 0;
  while (replicates[nBelow]! < estimate - rounding) nBelow++;
  let nEqual = 0;
  while (replicates[nBelow + nEqual]! <= estimate + rounding) nEqual++;
  return normalQuantile((nBelow + 0.5 * nEqual) / replicates.length);
}

/**
 * BCa limits: percentile limits at levels corrected for bias and acceleration.
 *
 * @see Efron (1987), J Am Stat Assoc 82:171–185, doi:10.1080/01621459.1987.10478410; Efron & Tibshirani (1993), An
 * Introduction to the Bootstrap, equations 14.9, 14.10, 14.14 and 14.15; Davison & Hinkley (1997), section 5.3.2.
 */
export const bca: BootstrapLimitsMethod = {
  name: "bca",
  reference: "Efron (1987), J Am Stat Assoc 82:171–185",
  limits(bootstrap, level) {
    const reason = obstacle(bootstrap, level);
    if (reason) return missing(reason);
    const a = acceleration(bootstrap.values, bootstrap.statistic);
    if (a === null) return missing("acceleration-undefined");
    const z0 = bias(bootstrap);
    if (!Number.isFinite(z0)) return missing("bias-beyond-resamples");
    const z = normalQuantile(0.5 * (1 + level));
    const [left, right] = [z0 - z, z0 + z];
    // At 1 − a·z = 0 the corrected level passes through 0 or 1 and comes back on the other side.
    if (1 - a * left <= 0 || 1 - a * right <= 0) return missing("acceleration-undefined");
    const lowerTail = normalCdf(z0 + left / (1 - a * left));
    const upperTail = normalSurvival(z0 + right / (1 - a * right));
    return tailLimits(bootstrap.replicates, lowerTail, upperTail);
  },
};
