import { defineEffectMeasure, halfToZeros, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { twoGroupEvents } from "./event-counts.ts";
import { differenceScale } from "./natural-scales.ts";

/**
 * Difference of two risks, treated minus control. A half is added to each cell where one is 0, which draws it towards 0.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 3. doi:10.18637/jss.v036.i03
 * @example
 * riskDifference.compute({ events: 18, n: 22, events_control: 9, n_control: 20 }).estimate; // 18/22 − 9/20
 */
export const riskDifference: EffectMeasure = defineEffectMeasure({
  ...twoGroupEvents,
  name: "RD",
  label: "Risk difference",
  reference: "the difference of two binomial proportions",
  backTransform: "identity",
  natural: differenceScale("Risk difference", "fraction"),
  zeros: halfToZeros,
  estimate: ({ events, n, events_control, n_control }) => events! / n! - events_control! / n_control!,
  varianceTypes: onlyVariance(
    "the variance of two binomial proportions",
    ({ events, n, events_control, n_control }) =>
      (events! * (n! - events!)) / n! ** 3 +
      (events_control! * (n_control! - events_control!)) / n_control! ** 3,
  ),
});
