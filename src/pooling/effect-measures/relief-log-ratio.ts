import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { reliefScale } from "./natural-scales.ts";
import { finite, positive, whole } from "./summary-check.ts";

/**
 * Percent relief as a log ratio: each patient's log of pain after over pain before, averaged over patients. Its
 * back-transformation, 1 − exp x, is the relief of the geometric mean. No patient may be free of pain, as 0 has no log.
 *
 * @see Keene (1995), Stat Med 14:811–819, on the log as the scale of relative changes. doi:10.1002/sim.4780140810
 * @example
 * reliefLogRatio.compute({ mean_log_ratio: -1.3, sd_log_ratio: 0.6, n: 5 }).variance; // 0.072
 */
export const reliefLogRatio: EffectMeasure = defineEffectMeasure({
  name: "relief-log-ratio",
  label: "Relief, from the mean log ratio",
  group: "percent relief",
  reference: "Keene (1995), Stat Med 14:811–819",
  needs: ["mean_log_ratio", "sd_log_ratio", "n"],
  checks: [finite("mean_log_ratio"), positive("sd_log_ratio"), whole("n", 2)],
  backTransform: "one-minus-exp",
  natural: reliefScale("Relief of the geometric mean"),
  estimate: ({ mean_log_ratio }) => mean_log_ratio!,
  varianceTypes: onlyVariance("the variance of a mean", ({ sd_log_ratio, n }) => sd_log_ratio! ** 2 / n!),
});
