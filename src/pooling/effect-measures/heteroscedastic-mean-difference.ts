import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { differenceScale } from "./natural-scales.ts";
import { smallSampleCorrection } from "./small-sample-correction.ts";
import { twoGroupMeans, twoGroups } from "./two-group-means.ts";

/**
 * Standardized mean difference for groups of different spread: by the root of the mean of both variances.
 *
 * @see Bonett (2009), Psychol Methods 14:225–238. doi:10.1037/a0016619
 * @example
 * heteroscedasticMeanDifference.compute({ n: 5, mean: 3.1, sd: 1.2, n_control: 6, mean_control: 6.7, sd_control: 1.5 })
 *   .estimate; // -2.42209437461128
 */
export const heteroscedasticMeanDifference: EffectMeasure = defineEffectMeasure({
  ...twoGroupMeans,
  name: "SMDH",
  label: "Standardized mean difference, unequal spread",
  reference: "Bonett (2009), Psychol Methods 14:225–238",
  backTransform: "identity",
  natural: differenceScale("Standardized mean difference", "SD"),
  biasCorrection: "Hedges' exact factor with n + n_control − 2 degrees of freedom",
  estimate: (summary, { biasCorrection }) => {
    const { n, mean, sd, nControl, meanControl, sdControl } = twoGroups(summary);
    const difference = (mean - meanControl) / Math.sqrt(0.5 * (sd ** 2 + sdControl ** 2));
    return difference * (biasCorrection ? smallSampleCorrection(n + nControl - 2) : 1);
  },
  varianceTypes: onlyVariance(
    "Bonett (2009), at the corrected estimate as in metafor",
    (summary, estimate, _, corrected) => {
      const { n, sd, nControl, sdControl } = twoGroups(summary);
      const correction = corrected ? smallSampleCorrection(n + nControl - 2) : 1;
      const scale = 0.5 * (sd ** 2 + sdControl ** 2);
      const ofSpread = (sd ** 4 / (n - 1) + sdControl ** 4 / (nControl - 1)) / (8 * scale ** 2);
      const ofMeans = (sd ** 2 / (n - 1) + sdControl ** 2 / (nControl - 1)) / scale;
      return correction ** 2 * (estimate ** 2 * ofSpread + ofMeans);
    },
  ),
});
