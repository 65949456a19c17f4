import type { BetweenCaseMethod } from "../between-case-method.ts";
import { gathered } from "../case-rows.ts";
import { momentParts } from "../moment-parts.ts";
import { byPatient } from "../within-case.ts";

const LABEL = "between-case difference of a reversal design";

/**
 * Reversal designs, (AB)ᵏ: phases follow each other in pairs; patients are compared at the same place of the same phase, where all of
 * them have a score.
 *
 * @see Hedges, Pustejovsky & Shadish (2012), Res Synth Methods 3:224–239. doi:10.1002/jrsm.1052
 */
export const reversalMoments: BetweenCaseMethod = {
  name: "reversal-moments",
  label: "Moments of a reversal design",
  reference: "Hedges, Pustejovsky & Shadish (2012), doi:10.1002/jrsm.1052",
  assumes:
    "Every patient has the same number of pairs of phases without a trend in them; the effect is the same in all; scores are normal, with one serial correlation.",
  estimate(rows) {
    const nPatients = byPatient(rows).length;
    return momentParts(rows, {
      label: LABEL,
      strata: gathered(rows, ({ pair, isTreated, place }) => `${pair} ${isTreated} ${place}`).filter(
        ({ length }) => length === nPatients,
      ),
      phaseOf: ({ pair, isTreated }) => `${pair} ${isTreated}`,
      pairOf: ({ pair }) => `${pair}`,
      acrossPhases: false,
    });
  },
};
