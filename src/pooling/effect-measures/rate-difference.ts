import { defineEffectMeasure, halfToZeros, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { twoGroupRates } from "./event-counts.ts";
import { differenceScale } from "./natural-scales.ts";

/**
 * Difference of two rates, treated minus control. A half is added to both counts where one is 0.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 3. doi:10.18637/jss.v036.i03
 * @example
 * rateDifference.compute({ events: 3, time: 2.5, events_control: 5, time_control: 3 }).estimate; // 1.2 − 5/3
 */
export const rateDifference: EffectMeasure = defineEffectMeasure({
  ...twoGroupRates,
  name: "IRD",
  label: "Incidence rate difference",
  reference: "Viechtbauer (2010), J Stat Softw 36(3), section 3",
  backTransform: "identity",
  natural: differenceScale("Incidence rate difference"),
  zeros: halfToZeros,
  estimate: ({ events, time, events_control, time_control }) =>
    events! / time! - events_control! / time_control!,
  varianceTypes: onlyVariance(
    "the variance of two Poisson counts",
    ({ events, time, events_control, time_control }) =>
      events! / time! ** 2 + events_control! / time_control! ** 2,
  ),
});
