import { concordance, pairedSide } from "../../math/ranks/concordance.ts";
import { varianceOfS } from "../../math/ranks/kendall-test.ts";
import {
  checkChoice,
  type EffectSizeMethod,
  type EffectSizeOptions,
  effectSizeMethod,
  noEstimate,
} from "./effect-size-method.ts";
import { fisherLimits } from "./fisher-limits.ts";
import { normalLimits } from "./limits.ts";
import { TAU_U_DIVISORS, type TauUDivisor } from "./tau-u-divisors.ts";
import { comparedPairs, orderingRanks, TAU_U_VARIANTS, type TauUVariant } from "./tau-u-variants.ts";

/** Options of `tauU`. */
export interface TauUOptions extends EffectSizeOptions {
  /** Default `a-vs-b-minus-trend-a`. */
  variant?: TauUVariant;
  /** Default `parker`. */
  divisor?: TauUDivisor;
  /** From the variance of S without an effect (the default), or on Fisher's scale. */
  limits?: "null-variance" | "fisher";
}

const untiedPairs = (n: number, tieSizes: readonly number[]): number =>
  0.5 * (n * (n - 1) - tieSizes.reduce((sum, t) => sum + t * (t - 1), 0));

function checkOptions(variant: string, divisor: string, limits: string): void {
  checkChoice("variant", variant, Object.keys(TAU_U_VARIANTS));
  checkChoice("divisor", divisor, Object.keys(TAU_U_DIVISORS));
  checkChoice("limits", limits, ["null-variance", "fisher"]);
}

/**
 * Tau-U: Tau less the baseline's own improvement, plus the treatment phase's.
 *
 * S is Kendall's S of all pairs that the variant compares, its standard error that of S without an effect (ties
 * corrected) over the same divisor. With Parker's divisor it can exceed 1, which a warning says; its limits are cut where
 * S ends.
 *
 * @see Parker, Vannest, Davis & Sauber (2011), Behav Ther 42:284–299, doi:10.1016/j.beth.2010.08.006; the variants and
 * what they can reach: Tarlow (2017), Behav Modif 41:427–467, doi:10.1177/0145445516676750
 * @example
 * tauU({ baseline: [7, 8, 8], treatment: [5, 7, 4] }, { improvement: "decrease" }).estimate; // 10/9
 */
export const tauU: EffectSizeMethod<TauUOptions> = effectSizeMethod({
  name: "tau-u",
  label: "Tau-U",
  reference: "Parker, Vannest, Davis & Sauber (2011), Behav Ther 42:284–299",
  unit: "correlation",
  range: [-Infinity, Infinity],
  usesOrder: true,
  reversal: "negate",
  invariance: "order",
  needs: [],
  compute: ({ better: { baseline, treatment } }, options, level) => {
    const { variant = "a-vs-b-minus-trend-a", divisor = "parker", limits = "null-variance" } = options;
    checkOptions(variant, divisor, limits);
    const ordering = TAU_U_VARIANTS[variant];
    const [m, n] = [baseline.length, treatment.length];
    const [ranks, scores] = [
      pairedSide(orderingRanks(ordering, m, n)),
      pairedSide([...baseline, ...treatment]),
    ];
    const s = concordance(ranks, scores);
    const by = TAU_U_DIVISORS[divisor]({ ordering, m, n, nUntied: untiedPairs(m + n, scores.tieSizes) });
    const standardDeviation = Math.sqrt(varianceOfS(m + n, ranks.tieSizes, scores.tieSizes));
    const details = { variant, divisor, s, dividedBy: by, standardDeviationOfS: standardDeviation };
    if (by === 0) return noEstimate("all-tied", "All scores are equal, so that τ-b has no divisor", details);
    const estimate = s / by;
    const { between, trendA, trendB } = comparedPairs(ordering, m, n);
    const most = Math.max(1, (between + trendA + trendB) / by);
    return {
      estimate,
      limits:
        limits === "fisher"
          ? fisherLimits(estimate, standardDeviation / by, m + n, level)
          : normalLimits(estimate, standardDeviation / by, level, [-most, most]),
      details,
      warnings: Math.abs(estimate) > 1 ? [beyondOne(estimate, m * n)] : [],
    };
  },
});

function beyondOne(estimate: number, between: number): { code: string; message: string } {
  const message = `Tau-U is ${estimate.toPrecision(4)}, beyond 1, since Parker's divisor counts only the ${between} pairs between the phases; "pairs" stays within 1`;
  return { code: "beyond-one", message };
}
