import { defineEffectMeasure, halfToZeros, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { twoGroupRates } from "./event-counts.ts";
import { ratioScale } from "./natural-scales.ts";

/**
 * Log of the ratio of two rates, treated over control. A half is added to both counts where one is 0.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 3. doi:10.18637/jss.v036.i03
 * @example
 * rateRatio.compute({ events: 3, time: 2.5, events_control: 5, time_control: 3 }).estimate; // ln(1.2/(5/3))
 */
export const rateRatio: EffectMeasure = defineEffectMeasure({
  ...twoGroupRates,
  name: "IRR",
  label: "Incidence rate ratio",
  reference: "Viechtbauer (2010), J Stat Softw 36(3), section 3",
  backTransform: "exp",
  natural: ratioScale("Incidence rate ratio"),
  zeros: halfToZeros,
  estimate: ({ events, time, events_control, time_control }) =>
    Math.log(events! / time! / (events_control! / time_control!)),
  varianceTypes: onlyVariance(
    "delta method",
    ({ events, events_control }) => 1 / events! + 1 / events_control!,
  ),
});
