import { type EffectSizeMethod, effectSizeMethod } from "./effect-size-method.ts";
import { noKnownSpread } from "./limits.ts";

/**
 * Percentage of nonoverlapping data (PND): the share of treatment scores better than the best baseline score.
 *
 * A fraction; ties don't count. One extreme baseline score decides it, and more baseline scores lower it, so prefer NAP.
 *
 * @see Scruggs, Mastropieri & Casto (1987), Remedial Spec Educ 8(2):24–33. doi:10.1177/074193258700800206
 * @example
 * pnd({ baseline: [7, 8, 8], treatment: [5, 7, 4] }, { improvement: "decrease" }).estimate; // 2/3
 */
export const pnd: EffectSizeMethod = effectSizeMethod({
  name: "pnd",
  label: "PND",
  reference: "Scruggs, Mastropieri & Casto (1987), Remedial Spec Educ 8(2):24–33",
  unit: "fraction",
  range: [0, 1],
  usesOrder: false,
  reversal: "other",
  invariance: "order",
  needs: [],
  compute: ({ better: { baseline, treatment } }) => {
    const best = baseline.reduce((most, score) => Math.max(most, score));
    const nBetter = treatment.filter((score) => score > best).length;
    return { estimate: nBetter / treatment.length, limits: noKnownSpread("PND"), details: { nBetter } };
  },
});
