import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { correlationScale } from "./natural-scales.ts";
import { insideUnit, whole } from "./summary-check.ts";

/**
 * Correlation as it is. Needs 3 patients, as two lie on a line.
 *
 * @see Borenstein (2009), in Cooper et al., Handbook of Research Synthesis, 2nd ed., equation 12.27.
 * @example
 * correlation.compute({ correlation: 0.5, n: 5 }).variance; // 0.140625
 */
export const correlation: EffectMeasure = defineEffectMeasure({
  name: "COR",
  label: "Correlation",
  group: "correlation",
  reference: "Borenstein (2009), in Cooper et al., Handbook of Research Synthesis, 2nd ed., equation 12.27",
  needs: ["correlation", "n"],
  checks: [insideUnit("correlation"), whole("n", 3)],
  backTransform: "identity",
  natural: correlationScale,
  estimate: (summary) => summary.correlation!,
  varianceTypes: onlyVariance("large-sample", (summary, r) => (1 - r ** 2) ** 2 / (summary.n! - 1)),
});
