import { defineEffectMeasure, halfToZeros, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { oneGroupRate } from "./event-counts.ts";
import { rateScale } from "./natural-scales.ts";

/**
 * Log of events per unit of time. A half is added to no events.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 3. doi:10.18637/jss.v036.i03
 * @example
 * logRate.compute({ events: 3, time: 2.5 }).estimate; // ln 1.2
 */
export const logRate: EffectMeasure = defineEffectMeasure({
  ...oneGroupRate,
  name: "IRLN",
  label: "Log incidence rate",
  reference: "Viechtbauer (2010), J Stat Softw 36(3), section 3",
  backTransform: "exp",
  natural: { ...rateScale, axis: "log" },
  zeros: halfToZeros,
  estimate: ({ events, time }) => Math.log(events! / time!),
  varianceTypes: onlyVariance("delta method", ({ events }) => 1 / events!),
});
