import { median } from "../../math/descriptive/sample-quantile.ts";
import { binomial } from "../../math/distributions/binomial.ts";
import {
  checkChoice,
  type EffectSizeMethod,
  type EffectSizeOptions,
  effectSizeMethod,
} from "./effect-size-method.ts";
import { noKnownSpread } from "./limits.ts";

/** Options of `pem`. */
export interface PemOptions extends EffectSizeOptions {
  /** What a treatment score equal to the baseline's median counts: half (the default) or nothing. */
  ties?: "half" | "none";
}

/**
 * Percentage exceeding the median (PEM): the share of treatment scores better than the baseline's median.
 *
 * A fraction, 0.5 without an effect. `details.signTestPValue` is the one-sided sign test's, P(X ≥ `nBetter`) for X binomial
 * (n, 0.5): ties count against improvement, and the median is taken as known.
 *
 * @see Ma (2006), Behav Modif 30:598–617. doi:10.1177/0145445504272974
 * @example
 * pem({ baseline: [7, 8, 8], treatment: [5, 8, 4] }, { improvement: "decrease" }).estimate; // 2.5/3
 */
export const pem: EffectSizeMethod<PemOptions> = effectSizeMethod({
  name: "pem",
  label: "PEM",
  reference: "Ma (2006), Behav Modif 30:598–617",
  unit: "fraction",
  range: [0, 1],
  usesOrder: false,
  reversal: "complement",
  invariance: "shift-and-unit",
  needs: [],
  compute: ({ better: { baseline, treatment } }, { ties = "half" }) => {
    checkChoice("ties", ties, ["half", "none"]);
    const middle = median(baseline);
    const n = treatment.length;
    const nBetter = treatment.filter((score) => score > middle).length;
    const nTied = treatment.filter((score) => score === middle).length;
    const signTestPValue = nBetter === 0 ? 1 : binomial.survival(nBetter - 1, n, 0.5);
    return {
      estimate: (nBetter + (ties === "half" ? 0.5 * nTied : 0)) / n,
      limits: noKnownSpread("PEM"),
      details: { ties, nBetter, nTied, signTestPValue },
    };
  },
});
