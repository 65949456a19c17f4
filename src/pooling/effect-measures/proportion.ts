import { defineEffectMeasure, halfToZeros, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { oneGroupEvents } from "./event-counts.ts";
import { proportionScale } from "./natural-scales.ts";

/**
 * Proportion of patients with an event, as it is. A half is added to events and non-events where one is 0.
 *
 * @see Wilson (1927), J Am Stat Assoc 22:209–212, on why not to pool it as it is. doi:10.1080/01621459.1927.10502953
 * @example
 * proportion.compute({ events: 18, n: 22 }).estimate; // 18/22
 */
export const proportion: EffectMeasure = defineEffectMeasure({
  ...oneGroupEvents,
  name: "PR",
  label: "Proportion",
  reference: "the binomial proportion",
  backTransform: "identity",
  natural: proportionScale,
  zeros: halfToZeros,
  estimate: ({ events, n }) => events! / n!,
  varianceTypes: onlyVariance(
    "the variance of a binomial proportion",
    ({ events, n }) => (events! * (n! - events!)) / n! ** 3,
  ),
});
