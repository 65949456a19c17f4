import { asTheyAre, defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { oneGroupRate } from "./event-counts.ts";
import { rateScale } from "./natural-scales.ts";

/**
 * Root of events per unit of time. No events need no half.
 *
 * @see Bartlett (1936), J R Stat Soc Suppl 3:68–78. doi:10.2307/2983678
 * @example
 * rootRate.compute({ events: 3, time: 2.5 }).variance; // 0.1
 */
export const rootRate: EffectMeasure = defineEffectMeasure({
  ...oneGroupRate,
  name: "IRS",
  label: "Root incidence rate",
  reference: "Bartlett (1936), J R Stat Soc Suppl 3:68–78",
  backTransform: "square",
  natural: rateScale,
  zeros: asTheyAre,
  estimate: ({ events, time }) => Math.sqrt(events! / time!),
  varianceTypes: onlyVariance("Bartlett (1936)", ({ time }) => 0.25 / time!),
});
