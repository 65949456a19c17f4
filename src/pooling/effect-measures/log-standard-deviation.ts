import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { plainScale } from "./natural-scales.ts";
import { positive, whole } from "./summary-check.ts";

/**
 * Log of one group's standard deviation.
 *
 * @see Raudenbush & Bryk (1987), J Educ Stat 12:241–269. doi:10.3102/10769986012003241
 * @example
 * logStandardDeviation.compute({ n: 5, sd: 1.1 }).estimate; // ln 1.1 + 1/8
 */
export const logStandardDeviation: EffectMeasure = defineEffectMeasure({
  name: "SDLN",
  label: "Log standard deviation",
  group: "one group",
  reference: "Raudenbush & Bryk (1987), J Educ Stat 12:241–269",
  needs: ["n", "sd"],
  checks: [whole("n", 2), positive("sd")],
  backTransform: "exp",
  natural: plainScale("Standard deviation", "log"),
  biasCorrection: "1/(2(n − 1)) is added",
  estimate: ({ sd, n }, { biasCorrection }) => Math.log(sd!) + (biasCorrection ? 0.5 / (n! - 1) : 0),
  varianceTypes: onlyVariance("Raudenbush & Bryk (1987)", ({ n }) => 0.5 / (n! - 1)),
});
