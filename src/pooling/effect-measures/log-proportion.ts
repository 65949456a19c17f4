import { defineEffectMeasure, halfToZeros, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { oneGroupEvents } from "./event-counts.ts";
import { proportionScale } from "./natural-scales.ts";

/**
 * Log of the proportion of patients with an event. A half is added to events and non-events where one is 0.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 3. doi:10.18637/jss.v036.i03
 * @example
 * logProportion.compute({ events: 18, n: 22 }).estimate; // ln(18/22)
 */
export const logProportion: EffectMeasure = defineEffectMeasure({
  ...oneGroupEvents,
  name: "PLN",
  label: "Log proportion",
  reference: "Viechtbauer (2010), J Stat Softw 36(3), section 3",
  backTransform: "exp",
  natural: proportionScale,
  zeros: halfToZeros,
  estimate: ({ events, n }) => Math.log(events! / n!),
  varianceTypes: onlyVariance("delta method", ({ events, n }) => 1 / events! - 1 / n!),
});
