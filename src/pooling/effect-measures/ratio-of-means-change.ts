import { logRatioVariance, positiveBeforeAndAfter } from "./before-and-after.ts";
import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { ratioScale } from "./natural-scales.ts";

/**
 * Log of the ratio of means within patients, after over before: below 0 where pain fell.
 *
 * @see Lajeunesse (2011), Ecology 92:2049–2055, equation 6 for the variance with correlation. doi:10.1890/11-0423.1
 * @example
 * ratioOfMeansChange.compute({
 *   n: 5, mean_before: 7.9, mean_after: 2.1, sd_before: 0.9, sd_after: 1.1, correlation: 0.3,
 * }).estimate; // ln(2.1/7.9)
 */
export const ratioOfMeansChange: EffectMeasure = defineEffectMeasure({
  ...positiveBeforeAndAfter,
  name: "ROMC",
  label: "Ratio of means, after over before",
  reference: "Lajeunesse (2011), Ecology 92:2049–2055, equation 6",
  backTransform: "exp",
  natural: ratioScale("Ratio of means, after over before"),
  estimate: ({ mean_after, mean_before }) => Math.log(mean_after! / mean_before!),
  varianceTypes: onlyVariance("Lajeunesse (2011), equation 6", logRatioVariance),
});
