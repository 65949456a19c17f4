import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { plainScale } from "./natural-scales.ts";
import { oneGroupMean } from "./one-group-mean.ts";

/**
 * Mean of one group, in units of the outcome.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 3. doi:10.18637/jss.v036.i03
 * @example
 * mean.compute({ n: 5, mean: 73.4, sd: 15 }).variance; // 45
 */
export const mean: EffectMeasure = defineEffectMeasure({
  ...oneGroupMean,
  name: "MN",
  label: "Mean",
  reference: "Viechtbauer (2010), J Stat Softw 36(3), section 3",
  backTransform: "identity",
  natural: plainScale("Mean"),
  estimate: (summary) => summary.mean!,
  varianceTypes: onlyVariance("the variance of a mean", ({ sd, n }) => sd! ** 2 / n!),
});
