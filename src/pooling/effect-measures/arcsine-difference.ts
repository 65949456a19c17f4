import { asTheyAre, defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { twoGroupEvents } from "./event-counts.ts";
import { differenceScale } from "./natural-scales.ts";

/**
 * Difference of the arcsines of two root risks, treated minus control. Zeros need no half.
 *
 * @see Rücker et al. (2009), Stat Med 28:721–738. doi:10.1002/sim.3511
 * @example
 * arcsineDifference.compute({ events: 18, n: 22, events_control: 9, n_control: 20 }).estimate; // 0.39497121097353
 */
export const arcsineDifference: EffectMeasure = defineEffectMeasure({
  ...twoGroupEvents,
  name: "AS",
  label: "Arcsine risk difference",
  reference: "Rücker et al. (2009), Stat Med 28:721–738",
  backTransform: "identity",
  natural: differenceScale("Arcsine risk difference"),
  zeros: asTheyAre,
  estimate: ({ events, n, events_control, n_control }) =>
    Math.asin(Math.sqrt(events! / n!)) - Math.asin(Math.sqrt(events_control! / n_control!)),
  varianceTypes: onlyVariance("Rücker et al. (2009)", ({ n, n_control }) => 0.25 / n! + 0.25 / n_control!),
});
