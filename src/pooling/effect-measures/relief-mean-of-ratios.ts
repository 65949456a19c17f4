import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { reliefScale } from "./natural-scales.ts";
import { positive, type SummaryCheck, whole } from "./summary-check.ts";

/** Nobody can lose more than all pain, so neither can the mean; less than 0 means that pain grew. */
const atMostAll: SummaryCheck = ({ mean_percent }) =>
  mean_percent! <= 100
    ? []
    : [{ column: "mean_percent", message: `needs mean_percent to be at most 100, got ${mean_percent}` }];

/**
 * Percent relief as a mean of ratios: each patient's share of pain lost, averaged over patients. What "mean reduction
 * 73.4 %" says where the percentages were averaged. From a percentage in the summary to a fraction.
 *
 * @see Vickers (2001), BMC Med Res Methodol 1:6, on why a mean of ratios is an inefficient estimand. doi:10.1186/1471-2288-1-6
 * @example
 * reliefMeanOfRatios.compute({ mean_percent: 73.4, sd_percent: 15, n: 5 }).estimate; // 0.734
 */
export const reliefMeanOfRatios: EffectMeasure = defineEffectMeasure({
  name: "relief-mean-of-ratios",
  label: "Relief, mean of the patients' own",
  group: "percent relief",
  reference: "the mean of the patients' own relative changes",
  needs: ["mean_percent", "sd_percent", "n"],
  checks: [atMostAll, positive("sd_percent"), whole("n", 2)],
  backTransform: "identity",
  natural: reliefScale("Relief, mean of the patients’ own"),
  estimate: ({ mean_percent }) => mean_percent! / 100,
  varianceTypes: onlyVariance("the variance of a mean", ({ sd_percent, n }) => (sd_percent! / 100) ** 2 / n!),
});
