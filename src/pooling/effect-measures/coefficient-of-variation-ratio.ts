import type { SeriesSummary } from "../../schema/series.ts";
import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { ratioScale } from "./natural-scales.ts";
import { twoGroupPositiveMeans, twoGroups } from "./two-group-means.ts";

/** 1/(2(n − 1)) of the first group less that of the second: the bias of a difference of two log standard deviations. */
function bias({ n, n_control }: SeriesSummary): number {
  return 0.5 / (n! - 1) - 0.5 / (n_control! - 1);
}

/**
 * Log of the ratio of two groups' coefficients of variation, treated over control.
 *
 * @see Nakagawa et al. (2015), Methods Ecol Evol 6:143–152, equations 11 and 12 without correlation. doi:10.1111/2041-210X.12309
 * @example
 * coefficientOfVariationRatio.compute({ n: 5, mean: 3.1, sd: 1.2, n_control: 6, mean_control: 6.7, sd_control: 1.5 })
 *   .estimate; // 0.57256186359161
 */
export const coefficientOfVariationRatio: EffectMeasure = defineEffectMeasure({
  ...twoGroupPositiveMeans,
  name: "CVR",
  label: "Ratio of coefficients of variation",
  reference: "Nakagawa et al. (2015), Methods Ecol Evol 6:143–152, equations 11 and 12",
  backTransform: "exp",
  natural: ratioScale("Ratio of coefficients of variation"),
  biasCorrection: "1/(2(n − 1)) is added to the log standard deviation of each group",
  estimate: (summary, { biasCorrection }) => {
    const { mean, sd, meanControl, sdControl } = twoGroups(summary);
    const ratio = Math.log(sd / mean / (sdControl / meanControl));
    return biasCorrection ? ratio + bias(summary) : ratio;
  },
  varianceTypes: onlyVariance("Nakagawa et al. (2015), equation 12, without correlation", (summary) => {
    const { n, mean, sd, nControl, meanControl, sdControl } = twoGroups(summary);
    const ofSpread = 0.5 / (n - 1) + 0.5 / (nControl - 1);
    return ofSpread + (sd / mean) ** 2 / n + (sdControl / meanControl) ** 2 / nControl;
  }),
});
