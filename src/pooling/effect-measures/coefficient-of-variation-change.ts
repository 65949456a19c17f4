import { logRatioVariance, positiveBeforeAndAfter } from "./before-and-after.ts";
import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { ratioScale } from "./natural-scales.ts";

/**
 * Log of the ratio of coefficients of variation within patients, after over before. Both have the same n, so their biases
 * cancel.
 *
 * @see Nakagawa et al. (2015), Methods Ecol Evol 6:143–152, with the correlation of both times. doi:10.1111/2041-210X.12309
 * @example
 * coefficientOfVariationChange.compute({
 *   n: 5, mean_before: 7.9, mean_after: 2.1, sd_before: 0.9, sd_after: 1.1, correlation: 0.3,
 * }).estimate; // 1.52559611020575
 */
export const coefficientOfVariationChange: EffectMeasure = defineEffectMeasure({
  ...positiveBeforeAndAfter,
  name: "CVRC",
  label: "Ratio of coefficients of variation, after over before",
  reference: "Nakagawa et al. (2015), Methods Ecol Evol 6:143–152",
  backTransform: "exp",
  natural: ratioScale("Ratio of coefficients of variation"),
  estimate: ({ mean_after, mean_before, sd_after, sd_before }) =>
    Math.log(sd_after! / mean_after! / (sd_before! / mean_before!)),
  varianceTypes: onlyVariance(
    "delta method",
    (summary) => (1 - summary.correlation! ** 2) / (summary.n! - 1) + logRatioVariance(summary),
  ),
});
