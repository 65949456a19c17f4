import { beforeAndAfterOfThree, changeVariance, rawStandardizedChange } from "./before-and-after.ts";
import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { differenceScale } from "./natural-scales.ts";
import { smallSampleCorrection } from "./small-sample-correction.ts";

/**
 * Mean change, after minus before, by the standard deviation before, where that after may differ. Needs 3 patients.
 *
 * @see Bonett (2008), Psychol Methods 13:99–109. doi:10.1037/1082-989X.13.2.99
 * @example
 * heteroscedasticMeanChange.compute({
 *   n: 5, mean_before: 7.9, mean_after: 2.1, sd_before: 1.1, sd_after: 0.9, correlation: 0.3,
 * }).variance; // 1.59601426257286
 */
export const heteroscedasticMeanChange: EffectMeasure = defineEffectMeasure({
  ...beforeAndAfterOfThree,
  name: "SMCRH",
  label: "Standardized mean change, by the spread before, unequal spread",
  reference: "Bonett (2008), Psychol Methods 13:99–109",
  backTransform: "identity",
  natural: differenceScale("Standardized mean change", "SD"),
  biasCorrection: "Hedges' exact factor with n − 1 degrees of freedom",
  estimate: rawStandardizedChange,
  varianceTypes: onlyVariance(
    "Bonett (2008), at the corrected estimate as in metafor",
    (summary, change, _, corrected) => {
      const degreesOfFreedom = summary.n! - 1;
      const ofMeans = changeVariance(summary) / (summary.sd_before! ** 2 * degreesOfFreedom);
      const correction = corrected ? smallSampleCorrection(degreesOfFreedom) : 1;
      return correction ** 2 * (ofMeans + change ** 2 / (2 * degreesOfFreedom));
    },
  ),
});
