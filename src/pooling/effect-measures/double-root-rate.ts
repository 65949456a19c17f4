import { asTheyAre, defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { oneGroupRate } from "./event-counts.ts";
import { rateScale } from "./natural-scales.ts";

/**
 * Mean of two root rates, one with and one without the next event. Its value for one and the same rate depends on the time.
 *
 * @see Freeman & Tukey (1950), Ann Math Stat 21:607–611, the Poisson case. doi:10.1214/aoms/1177729756
 * @example
 * doubleRootRate.compute({ events: 3, time: 2.5 }).estimate; // 1.18017808953884
 */
export const doubleRootRate: EffectMeasure = defineEffectMeasure({
  ...oneGroupRate,
  name: "IRFT",
  label: "Incidence rate by Freeman and Tukey",
  reference: "Freeman & Tukey (1950), Ann Math Stat 21:607–611",
  backTransform: "freeman-tukey-rate",
  natural: rateScale,
  zeros: asTheyAre,
  estimate: ({ events, time }) => 0.5 * (Math.sqrt(events! / time!) + Math.sqrt((events! + 1) / time!)),
  varianceTypes: onlyVariance("Freeman & Tukey (1950)", ({ time }) => 0.25 / time!),
});
