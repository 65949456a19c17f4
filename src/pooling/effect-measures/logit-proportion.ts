import { defineEffectMeasure, halfToZeros, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { oneGroupEvents } from "./event-counts.ts";
import { proportionScale } from "./natural-scales.ts";

/**
 * Log odds of an event. A half is added to events and non-events where one is 0.
 *
 * @see Stijnen, Hamza & Özdemir (2010), Stat Med 29:3046–3067, section 3. doi:10.1002/sim.4040
 * @example
 * logitProportion.compute({ events: 18, n: 22 }).estimate; // ln 4.5
 */
export const logitProportion: EffectMeasure = defineEffectMeasure({
  ...oneGroupEvents,
  name: "PLO",
  label: "Logit proportion",
  reference: "Stijnen, Hamza & Özdemir (2010), Stat Med 29:3046–3067, section 3",
  backTransform: "logistic",
  natural: proportionScale,
  zeros: halfToZeros,
  estimate: ({ events, n }) => Math.log(events! / (n! - events!)),
  varianceTypes: onlyVariance("delta method", ({ events, n }) => 1 / events! + 1 / (n! - events!)),
});
