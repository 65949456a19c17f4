import type { EffectSizeMethod, EffectSizeOptions } from "./effect-size-method.ts";
import { effectSizeMethod } from "./effect-size-method.ts";
import type { Limits } from "./limits.ts";
import { type NapStandardError, napStandardError } from "./nap-standard-errors.ts";
import { newcombeLimits } from "./newcombe-limits.ts";
import { type Nonoverlap, nonoverlap } from "./nonoverlap.ts";

/** Options of `nap` and `tau`. */
export interface NapOptions extends EffectSizeOptions {
  /** Default `unbiased`. The limits don't depend on it. */
  standardError?: NapStandardError;
}

/** NAP's standard error and Newcombe's limits, which exist for any numbers of scores. */
export function napLimits(
  found: Nonoverlap,
  [m, n]: readonly [number, number],
  way: NapStandardError,
  level: number,
): Limits {
  const standardError = napStandardError(found, m, n, way);
  const limits = { standardError, ...newcombeLimits(found.share, m, n, level), method: "newcombe" };
  if (standardError !== null) return { ...limits, warnings: [] };
  const message = `The ${way} standard error needs at least 2 scores in each phase, got ${m} and ${n}`;
  return { ...limits, warnings: [{ code: "no-standard-error", message }] };
}

/**
 * Nonoverlap of all pairs (NAP): the probability that a treatment score is better than a baseline score.
 *
 * Ties count half. Takes nothing for granted of the scale but the order of scores; ignores trends. 0.5 without an effect.
 * At complete separation it is 1 and its interval stays open inside: 6 and 7 scores give 0.7073 to 1.
 *
 * @see Parker & Vannest (2009), Behav Ther 40:357–367, doi:10.1016/j.beth.2008.10.006; limits: Newcombe (2006), Stat Med
 * 25:559–573, method 5, doi:10.1002/sim.2324
 * @example
 * nap({ baseline: [7, 8, 8], treatment: [5, 7, 4] }, { improvement: "decrease" }).estimate; // 17/18
 */
export const nap: EffectSizeMethod<NapOptions> = effectSizeMethod({
  name: "nap",
  label: "NAP",
  reference: "Parker & Vannest (2009), Behav Ther 40:357–367",
  unit: "fraction",
  range: [0, 1],
  usesOrder: false,
  reversal: "complement",
  invariance: "order",
  needs: [],
  compute: ({ better: { baseline, treatment } }, { standardError = "unbiased" }, level) => {
    const found = nonoverlap(baseline, treatment);
    return {
      estimate: found.share,
      limits: napLimits(found, [baseline.length, treatment.length], standardError, level),
      details: { nPairs: found.nPairs, nBetter: found.nBetter, nTied: found.nTied },
    };
  },
});
