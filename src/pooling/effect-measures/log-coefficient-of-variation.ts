import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { plainScale } from "./natural-scales.ts";
import { oneGroupPositiveMean } from "./one-group-mean.ts";

/**
 * Log of one group's coefficient of variation.
 *
 * @see Nakagawa et al. (2015), Methods Ecol Evol 6:143–152, the part of one group. doi:10.1111/2041-210X.12309
 * @example
 * logCoefficientOfVariation.compute({ n: 5, mean: 2.1, sd: 1.1 }).estimate; // -0.521627164925052
 */
export const logCoefficientOfVariation: EffectMeasure = defineEffectMeasure({
  ...oneGroupPositiveMean,
  name: "CVLN",
  label: "Log coefficient of variation",
  reference: "Nakagawa et al. (2015), Methods Ecol Evol 6:143–152",
  backTransform: "exp",
  natural: plainScale("Coefficient of variation", "log"),
  biasCorrection: "1/(2(n − 1)) is added to the log standard deviation",
  estimate: ({ mean, sd, n }, { biasCorrection }) =>
    Math.log(sd! / mean!) + (biasCorrection ? 0.5 / (n! - 1) : 0),
  varianceTypes: onlyVariance(
    "delta method, without correlation of mean and standard deviation",
    ({ mean, sd, n }) => 0.5 / (n! - 1) + (sd! / mean!) ** 2 / n!,
  ),
});
