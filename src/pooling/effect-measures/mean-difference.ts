import { defineEffectMeasure } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { differenceScale } from "./natural-scales.ts";
import { pooledVariance, twoGroupMeans, twoGroups } from "./two-group-means.ts";

/**
 * Raw mean difference, treated minus control, in units of the outcome.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 3. doi:10.18637/jss.v036.i03
 * @example
 * meanDifference.compute({ n: 5, mean: 3.1, sd: 1.2, n_control: 6, mean_control: 6.7, sd_control: 1.5 }).estimate; // -3.6
 */
export const meanDifference: EffectMeasure = defineEffectMeasure({
  ...twoGroupMeans,
  name: "MD",
  label: "Mean difference",
  reference: "Viechtbauer (2010), J Stat Softw 36(3), section 3",
  backTransform: "identity",
  natural: differenceScale("Mean difference"),
  estimate: (summary) => twoGroups(summary).mean - twoGroups(summary).meanControl,
  varianceTypes: [
    {
      name: "LS",
      label: "Each group with its own standard deviation",
      reference: "Welch (1938), Biometrika 29:350–362",
      variance: (summary) => {
        const { n, sd, nControl, sdControl } = twoGroups(summary);
        return sd ** 2 / n + sdControl ** 2 / nControl;
      },
    },
    {
      name: "HO",
      label: "One standard deviation for both groups",
      reference: "the variance of two means of one spread",
      variance: (summary) => {
        const groups = twoGroups(summary);
        return pooledVariance(groups) * (1 / groups.n + 1 / groups.nControl);
      },
    },
  ],
});
