import { type EffectSizeMethod, effectSizeMethod } from "./effect-size-method.ts";
import type { Limits } from "./limits.ts";
import { type NapOptions, napLimits } from "./nap.ts";
import { nonoverlap } from "./nonoverlap.ts";

/** Limits of NAP, as those of Tau = 2 NAP − 1. */
export function asTauLimits(limits: Limits): Limits {
  const { standardError, lower, upper } = limits;
  return {
    ...limits,
    standardError: standardError === null ? null : 2 * standardError,
    lower: lower === null ? null : 2 * lower - 1,
    upper: upper === null ? null : 2 * upper - 1,
  };
}

/**
 * Tau for nonoverlap: the share of pairs with the better score in the treatment phase, less the share with the worse.
 *
 * 2 NAP − 1, with NAP's standard errors and limits; 0 without an effect. Ignores trends.
 *
 * @see Parker, Vannest, Davis & Sauber (2011), Behav Ther 42:284–299. doi:10.1016/j.beth.2010.08.006
 * @example
 * tau({ baseline: [7, 8, 8], treatment: [5, 7, 4] }, { improvement: "decrease" }).estimate; // 8/9
 */
export const tau: EffectSizeMethod<NapOptions> = effectSizeMethod({
  name: "tau",
  label: "Tau",
  reference: "Parker, Vannest, Davis & Sauber (2011), Behav Ther 42:284–299",
  unit: "correlation",
  range: [-1, 1],
  usesOrder: false,
  reversal: "negate",
  invariance: "order",
  needs: [],
  compute: ({ better: { baseline, treatment } }, { standardError = "unbiased" }, level) => {
    const found = nonoverlap(baseline, treatment);
    return {
      estimate: 2 * found.share - 1,
      limits: asTauLimits(napLimits(found, [baseline.length, treatment.length], standardError, level)),
      details: { nPairs: found.nPairs, nBetter: found.nBetter, nTied: found.nTied },
    };
  },
});
