import { asTheyAre, defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { twoGroupRates } from "./event-counts.ts";
import { differenceScale } from "./natural-scales.ts";

/**
 * Difference of two root rates, treated minus control. No events need no half.
 *
 * @see Bartlett (1936), J R Stat Soc Suppl 3:68–78. doi:10.2307/2983678
 * @example
 * rootRateDifference.compute({ events: 3, time: 2.5, events_control: 5, time_control: 3 }).estimate; // √1.2 − √(5/3)
 */
export const rootRateDifference: EffectMeasure = defineEffectMeasure({
  ...twoGroupRates,
  name: "IRSD",
  label: "Root incidence rate difference",
  reference: "Bartlett (1936), J R Stat Soc Suppl 3:68–78",
  backTransform: "identity",
  natural: differenceScale("Root incidence rate difference"),
  zeros: asTheyAre,
  estimate: ({ events, time, events_control, time_control }) =>
    Math.sqrt(events! / time!) - Math.sqrt(events_control! / time_control!),
  varianceTypes: onlyVariance(
    "Bartlett (1936)",
    ({ time, time_control }) => 0.25 / time! + 0.25 / time_control!,
  ),
});
