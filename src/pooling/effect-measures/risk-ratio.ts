import { defineEffectMeasure, halfToZeros, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { twoGroupEvents } from "./event-counts.ts";
import { ratioScale } from "./natural-scales.ts";

/**
 * Log of the ratio of two risks, treated over control. A half is added to each cell where one is 0.
 *
 * @see Katz et al. (1978), Biometrics 34:469–474, method C. doi:10.2307/2530610
 * @example
 * riskRatio.compute({ events: 18, n: 22, events_control: 9, n_control: 20 }).estimate; // 0.597837000755621
 */
export const riskRatio: EffectMeasure = defineEffectMeasure({
  ...twoGroupEvents,
  name: "RR",
  label: "Risk ratio",
  reference: "Katz et al. (1978), Biometrics 34:469–474, method C",
  backTransform: "exp",
  natural: ratioScale("Risk ratio"),
  zeros: halfToZeros,
  estimate: ({ events, n, events_control, n_control }) =>
    Math.log(events! / n! / (events_control! / n_control!)),
  varianceTypes: onlyVariance(
    "delta method",
    ({ events, n, events_control, n_control }) => 1 / events! - 1 / n! + 1 / events_control! - 1 / n_control!,
  ),
});
