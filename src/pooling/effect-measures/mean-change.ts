import { beforeAndAfter, changeVariance } from "./before-and-after.ts";
import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { differenceScale } from "./natural-scales.ts";

/**
 * Mean change within patients, after minus before, in units of the outcome: below 0 where pain fell.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 3. doi:10.18637/jss.v036.i03
 * @example
 * meanChange.compute({ n: 5, mean_before: 7.9, mean_after: 2.1, sd_before: 0.9, sd_after: 1.1, correlation: 0.3 })
 *   .variance; // 0.2852
 */
export const meanChange: EffectMeasure = defineEffectMeasure({
  ...beforeAndAfter,
  name: "MC",
  label: "Mean change",
  reference: "Viechtbauer (2010), J Stat Softw 36(3), section 3",
  backTransform: "identity",
  natural: differenceScale("Mean change"),
  estimate: ({ mean_after, mean_before }) => mean_after! - mean_before!,
  varianceTypes: onlyVariance("the variance of a mean", (summary) => changeVariance(summary) / summary.n!),
});
