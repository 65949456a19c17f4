import { beforeAndAfterOfThree, changeVariance } from "./before-and-after.ts";
import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { differenceScale } from "./natural-scales.ts";
import { smallSampleCorrection } from "./small-sample-correction.ts";

/**
 * Mean change, after minus before, by the standard deviation of the changes. Needs 3 patients.
 *
 * @see Gibbons, Hedeker & Davis (1993), J Educ Stat 18:271–279, equation 21. doi:10.3102/10769986018003271
 * @example
 * standardizedMeanChange.compute({
 *   n: 5, mean_before: 7.9, mean_after: 2.1, sd_before: 0.9, sd_after: 1.1, correlation: 0.3,
 * }).estimate; // -3.87532644803683
 */
export const standardizedMeanChange: EffectMeasure = defineEffectMeasure({
  ...beforeAndAfterOfThree,
  name: "SMCC",
  label: "Standardized mean change, by the changes' spread",
  reference: "Gibbons, Hedeker & Davis (1993), J Educ Stat 18:271–279, equation 21",
  backTransform: "identity",
  natural: differenceScale("Standardized mean change", "SD"),
  biasCorrection: "Hedges' exact factor with n − 1 degrees of freedom",
  estimate: (summary, { biasCorrection }) => {
    const change = (summary.mean_after! - summary.mean_before!) / Math.sqrt(changeVariance(summary));
    return change * (biasCorrection ? smallSampleCorrection(summary.n! - 1) : 1);
  },
  varianceTypes: onlyVariance(
    "Gibbons, Hedeker & Davis (1993), equation 21",
    ({ n }, estimate) => 1 / n! + estimate ** 2 / (2 * n!),
  ),
});
