import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { plainScale } from "./natural-scales.ts";
import { oneGroupPositiveMean } from "./one-group-mean.ts";

/**
 * Log of one group's mean, for means above 0 such as durations.
 *
 * @see Hedges, Gurevitch & Curtis (1999), Ecology 80:1150–1156, the part of one group. doi:10.2307/177062
 * @example
 * logMean.compute({ n: 5, mean: 2.1, sd: 1.1 }).estimate; // ln 2.1
 */
export const logMean: EffectMeasure = defineEffectMeasure({
  ...oneGroupPositiveMean,
  name: "MNLN",
  label: "Log mean",
  reference: "Hedges, Gurevitch & Curtis (1999), Ecology 80:1150–1156",
  backTransform: "exp",
  natural: plainScale("Mean", "log"),
  estimate: (summary) => Math.log(summary.mean!),
  varianceTypes: onlyVariance("delta method", ({ mean, sd, n }) => (sd! / mean!) ** 2 / n!),
});
