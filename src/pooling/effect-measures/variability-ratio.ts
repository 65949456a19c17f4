import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { ratioScale } from "./natural-scales.ts";
import { positive, whole } from "./summary-check.ts";

/**
 * Log of the ratio of two groups' standard deviations, treated over control.
 *
 * @see Nakagawa et al. (2015), Methods Ecol Evol 6:143–152. doi:10.1111/2041-210X.12309
 * @example
 * variabilityRatio.compute({ n: 5, sd: 1.2, n_control: 5, sd_control: 1.5 }).estimate; // ln(1.2/1.5)
 */
export const variabilityRatio: EffectMeasure = defineEffectMeasure({
  name: "VR",
  label: "Ratio of standard deviations",
  group: "two groups",
  reference: "Nakagawa et al. (2015), Methods Ecol Evol 6:143–152",
  needs: ["n", "sd", "n_control", "sd_control"],
  checks: [whole("n", 2), whole("n_control", 2), positive("sd"), positive("sd_control")],
  backTransform: "exp",
  natural: ratioScale("Ratio of standard deviations"),
  biasCorrection: "1/(2(n − 1)) is added to the log standard deviation of each group",
  estimate: ({ n, sd, n_control, sd_control }, { biasCorrection }) => {
    const ratio = Math.log(sd! / sd_control!);
    return biasCorrection ? ratio + (0.5 / (n! - 1) - 0.5 / (n_control! - 1)) : ratio;
  },
  varianceTypes: onlyVariance(
    "Nakagawa et al. (2015)",
    ({ n, n_control }) => 0.5 / (n! - 1) + 0.5 / (n_control! - 1),
  ),
});
