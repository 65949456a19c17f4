import { logRatioVariance, positiveBeforeAndAfter } from "./before-and-after.ts";
import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { reliefScale } from "./natural-scales.ts";

/**
 * Percent relief as a ratio of means: the share by which the patients' mean pain fell. Patients with more pain weigh more.
 *
 * The estimate is the log of mean after over mean before, as of ROMC; its back-transformation, 1 − exp x, is the relief,
 * which thus never passes 1.
 *
 * @see Lajeunesse (2011), Ecology 92:2049–2055, equation 6. doi:10.1890/11-0423.1
 * @example
 * reliefRatioOfMeans.compute({
 *   n: 5, mean_before: 7.9, mean_after: 2.1, sd_before: 0.9, sd_after: 1.1, correlation: 0.3,
 * }).estimate; // ln(2.1/7.9)
 */
export const reliefRatioOfMeans: EffectMeasure = defineEffectMeasure({
  ...positiveBeforeAndAfter,
  name: "relief-ratio-of-means",
  label: "Relief, of the mean score",
  group: "percent relief",
  reference: "Lajeunesse (2011), Ecology 92:2049–2055, equation 6",
  backTransform: "one-minus-exp",
  natural: reliefScale("Relief of the mean score"),
  estimate: ({ mean_after, mean_before }) => Math.log(mean_after! / mean_before!),
  varianceTypes: onlyVariance("Lajeunesse (2011), equation 6", logRatioVariance),
});
