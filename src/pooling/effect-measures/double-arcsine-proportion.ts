import { asTheyAre, defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { oneGroupEvents } from "./event-counts.ts";
import { freemanTukey } from "./freeman-tukey.ts";
import { proportionScale } from "./natural-scales.ts";

/**
 * Double arcsine of a proportion. Its value for one and the same proportion depends on n, so that neither a test nor a pool on
 * this scale is about one proportion: see `backTransformFreemanTukey`. Logit or arcsine are safer.
 *
 * @see Freeman & Tukey (1950), Ann Math Stat 21:607–611; Schwarzer et al. (2019), Res Synth Methods 10:476–483, on how it misleads.
 * doi:10.1214/aoms/1177729756, doi:10.1002/jrsm.1348
 * @example
 * doubleArcsineProportion.compute({ events: 18, n: 22 }).estimate; // 1.11318450376974
 */
export const doubleArcsineProportion: EffectMeasure = defineEffectMeasure({
  ...oneGroupEvents,
  name: "PFT",
  label: "Double arcsine proportion",
  reference: "Freeman & Tukey (1950), Ann Math Stat 21:607–611",
  backTransform: "freeman-tukey",
  natural: proportionScale,
  zeros: asTheyAre,
  estimate: ({ events, n }) => freemanTukey(events!, n!),
  varianceTypes: onlyVariance("Freeman & Tukey (1950)", ({ n }) => 1 / (4 * n! + 2)),
});
