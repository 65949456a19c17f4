import { defineEffectMeasure, halfToZeros, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { twoGroupEvents } from "./event-counts.ts";
import { ratioScale } from "./natural-scales.ts";

/**
 * Log of the ratio of two odds, treated over control. A half is added to each cell where one is 0.
 *
 * @see Woolf (1955), Ann Hum Genet 19:251–253; Anscombe (1956), Biometrika 43:461–464, for the half. doi:10.1111/j.1469-1809.1955.tb01348.x
 * @example
 * oddsRatio.compute({ events: 18, n: 22, events_control: 9, n_control: 20 }).estimate; // ln 5.5
 */
export const oddsRatio: EffectMeasure = defineEffectMeasure({
  ...twoGroupEvents,
  name: "OR",
  label: "Odds ratio",
  reference: "Woolf (1955), Ann Hum Genet 19:251–253",
  backTransform: "exp",
  natural: ratioScale("Odds ratio"),
  zeros: halfToZeros,
  estimate: ({ events, n, events_control, n_control }) =>
    Math.log((events! / (n! - events!)) * ((n_control! - events_control!) / events_control!)),
  varianceTypes: onlyVariance(
    "Woolf (1955)",
    ({ events, n, events_control, n_control }) =>
      1 / events! + 1 / (n! - events!) + 1 / events_control! + 1 / (n_control! - events_control!),
  ),
});
