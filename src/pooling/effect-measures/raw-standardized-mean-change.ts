import { beforeAndAfterOfThree, rawStandardizedChange } from "./before-and-after.ts";
import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { differenceScale } from "./natural-scales.ts";

/**
 * Mean change, after minus before, by the standard deviation before, which is taken to hold after as well. Needs 3 patients.
 *
 * @see Becker (1988), Br J Math Stat Psychol 41:257–278, equation 13. doi:10.1111/j.2044-8317.1988.tb00901.x
 * @example
 * rawStandardizedMeanChange.compute({
 *   n: 5, mean_before: 7.9, mean_after: 2.1, sd_before: 1.1, sd_after: 0.9, correlation: 0.3,
 * }).estimate; // -4.20702768423329
 */
export const rawStandardizedMeanChange: EffectMeasure = defineEffectMeasure({
  ...beforeAndAfterOfThree,
  name: "SMCR",
  label: "Standardized mean change, by the spread before",
  reference: "Becker (1988), Br J Math Stat Psychol 41:257–278, equation 13",
  backTransform: "identity",
  natural: differenceScale("Standardized mean change", "SD"),
  biasCorrection: "Hedges' exact factor with n − 1 degrees of freedom",
  estimate: rawStandardizedChange,
  varianceTypes: onlyVariance(
    "Becker (1988), equation 13",
    ({ n, correlation }, change) => (2 * (1 - correlation!)) / n! + change ** 2 / (2 * n!),
  ),
});
