import { defineEffectMeasure, halfToZeros, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { oneGroupRate } from "./event-counts.ts";
import { rateScale } from "./natural-scales.ts";

/**
 * Events per unit of time. A half is added to no events.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 3. doi:10.18637/jss.v036.i03
 * @example
 * rate.compute({ events: 3, time: 2.5 }).estimate; // 1.2
 */
export const rate: EffectMeasure = defineEffectMeasure({
  ...oneGroupRate,
  name: "IR",
  label: "Incidence rate",
  reference: "Viechtbauer (2010), J Stat Softw 36(3), section 3",
  backTransform: "identity",
  natural: rateScale,
  zeros: halfToZeros,
  estimate: ({ events, time }) => events! / time!,
  varianceTypes: onlyVariance("the variance of a Poisson count", ({ events, time }) => events! / time! ** 2),
});
