import { sortedQuantile } from "../../math/descriptive/sample-quantile.ts";
import { binomial } from "../../math/distributions/binomial.ts";
import { normal } from "../../math/distributions/normal.ts";
import {
  checkChoice,
  type EffectSizeMethod,
  type EffectSizeOptions,
  effectSizeMethod,
  noEstimate,
} from "./effect-size-method.ts";
import { normalLimits } from "./limits.ts";

/** Options of `logRatioOfMedians`. */
export interface LogRatioOfMediansOptions extends EffectSizeOptions {
  /** The standard error from order statistics of log scores (the default), or of scores by the delta method. */
  standardError?: "log" | "delta";
}

/** The standard error of the logarithm of a median, from two order statistics; null where they or the logs don't exist. */
function medianStandardError(sorted: readonly number[], way: "log" | "delta"): number | null {
  const n = sorted.length;
  if (n < 2) return null;
  const c = Math.max(1, Math.floor(0.5 * (n + 1) - Math.sqrt(n)));
  const twice = 2 * normal.survivalQuantile(binomial.cdf(c - 1, n, 0.5));
  const [low, high] = [sorted[c - 1]!, sorted[n - c]!];
  if (way === "delta") return (high - low) / twice / sortedQuantile(sorted, 0.5);
  return low > 0 ? (Math.log(high) - Math.log(low)) / twice : null;
}

/**
 * Log ratio of medians (LRM), above 0 where the patient is better.
 *
 * As the log response ratio, but one extreme score does not decide it. Takes a scale with a true zero and independent
 * scores for granted; medians of 0 have no logarithm.
 *
 * @see Bonett & Price (2020), J Educ Behav Stat 45:750–770. doi:10.3102/1076998620934125
 * @example
 * logRatioOfMedians({ baseline: [8, 8, 9], treatment: [4, 3, 5] }, { improvement: "decrease" }).estimate; // log 2
 */
export const logRatioOfMedians: EffectSizeMethod<LogRatioOfMediansOptions> = effectSizeMethod({
  name: "log-ratio-of-medians",
  label: "Log ratio of medians",
  reference: "Bonett & Price (2020), J Educ Behav Stat 45:750–770",
  unit: "log ratio",
  range: [-Infinity, Infinity],
  usesOrder: false,
  reversal: "negate",
  invariance: "unit",
  needs: [],
  compute: ({ baseline, treatment, sign }, { standardError = "log" }, level) => {
    checkChoice("standardError", standardError, ["log", "delta"]);
    const [a, b] = [baseline.scores, treatment.scores].map((scores) => [...scores].sort((x, y) => x - y));
    const [first, second] = [sortedQuantile(a!, 0.5), sortedQuantile(b!, 0.5)];
    const details = { baselineMedian: first, treatmentMedian: second };
    if (!(first > 0 && second > 0))
      return noEstimate(
        "no-positive-median",
        `A ratio needs medians above 0, got ${first} and ${second}`,
        details,
      );
    const estimate = sign * (Math.log(second) - Math.log(first));
    const errors = [a!, b!].map((sorted) => medianStandardError(sorted, standardError));
    const known = errors.every((error) => error !== null);
    return {
      estimate,
      limits: normalLimits(estimate, known ? Math.hypot(errors[0]!, errors[1]!) : null, level),
      details,
    };
  },
});
