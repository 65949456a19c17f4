import { asTheyAre, defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { oneGroupEvents } from "./event-counts.ts";
import { proportionScale } from "./natural-scales.ts";

/**
 * Arcsine of the root of a proportion. Zeros need no half.
 *
 * @see Rücker et al. (2009), Stat Med 28:721–738, the part of one group. doi:10.1002/sim.3511
 * @example
 * arcsineProportion.compute({ events: 18, n: 22 }).variance; // 1/88
 */
export const arcsineProportion: EffectMeasure = defineEffectMeasure({
  ...oneGroupEvents,
  name: "PAS",
  label: "Arcsine proportion",
  reference: "Rücker et al. (2009), Stat Med 28:721–738",
  backTransform: "sin-squared",
  natural: proportionScale,
  zeros: asTheyAre,
  estimate: ({ events, n }) => Math.asin(Math.sqrt(events! / n!)),
  varianceTypes: onlyVariance("delta method", ({ n }) => 0.25 / n!),
});
