import { defineEffectMeasure, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { correlationScale } from "./natural-scales.ts";
import { insideUnit, whole } from "./summary-check.ts";

/**
 * Fisher's z of a correlation: its inverse hyperbolic tangent. Needs 4 patients.
 *
 * @see Fisher (1921), Metron 1:3–32.
 * @example
 * fisherZ.compute({ correlation: 0.5, n: 5 }).estimate; // 0.5 ln 3
 */
export const fisherZ: EffectMeasure = defineEffectMeasure({
  name: "ZCOR",
  label: "Fisher's z",
  group: "correlation",
  reference: "Fisher (1921), Metron 1:3–32",
  needs: ["correlation", "n"],
  checks: [insideUnit("correlation"), whole("n", 4)],
  backTransform: "tanh",
  natural: correlationScale,
  estimate: (summary) => Math.atanh(summary.correlation!),
  varianceTypes: onlyVariance("Fisher (1921)", ({ n }) => 1 / (n! - 3)),
});
