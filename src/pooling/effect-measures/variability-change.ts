import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { ratioScale } from "./natural-scales.ts";
import { insideUnit, positive, whole } from "./summary-check.ts";

/**
 * Log of the ratio of standard deviations within patients, after over before. Both have the same n, so their biases cancel.
 *
 * @see Nakagawa et al. (2015), Methods Ecol Evol 6:143–152, with the correlation of both times. doi:10.1111/2041-210X.12309
 * @example
 * variabilityChange.compute({ n: 5, sd_before: 0.9, sd_after: 1.1, correlation: 0.3 }).variance; // 0.2275
 */
export const variabilityChange: EffectMeasure = defineEffectMeasure({
  name: "VRC",
  label: "Ratio of standard deviations, after over before",
  group: "before and after",
  reference: "Nakagawa et al. (2015), Methods Ecol Evol 6:143–152",
  needs: ["n", "sd_before", "sd_after", "correlation"],
  checks: [whole("n", 2), positive("sd_before"), positive("sd_after"), insideUnit("correlation")],
  backTransform: "exp",
  natural: ratioScale("Ratio of SDs, after over before"),
  estimate: ({ sd_after, sd_before }) => Math.log(sd_after! / sd_before!),
  varianceTypes: onlyVariance("delta method", ({ n, correlation }) => (1 - correlation! ** 2) / (n! - 1)),
});
