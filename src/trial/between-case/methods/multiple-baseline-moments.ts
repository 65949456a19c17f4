import type { BetweenCaseMethod } from "../between-case-method.ts";
import { gathered } from "../case-rows.ts";
import { momentParts } from "../moment-parts.ts";

const LABEL = "between-case difference of a multiple baseline";

/**
 * Multiple baselines: each patient has one reference phase and then one treatment phase; patients are compared at the same times
 * under the same treatment.
 *
 * @see Hedges, Pustejovsky & Shadish (2013), Res Synth Methods 4:324–341. doi:10.1002/jrsm.1086
 */
export const multipleBaselineMoments: BetweenCaseMethod = {
  name: "multiple-baseline-moments",
  label: "Moments of a multiple baseline",
  reference: "Hedges, Pustejovsky & Shadish (2013), doi:10.1002/jrsm.1086",
  assumes:
    "Every patient has one phase of each treatment without a trend in it; the effect is the same in all; scores are normal, with one serial correlation.",
  estimate: (rows) =>
    momentParts(rows, {
      label: LABEL,
      strata: gathered(rows, ({ time, isTreated }) => `${time} ${isTreated}`).filter(
        ({ length }) => length > 1,
      ),
      phaseOf: ({ isTreated }) => `${isTreated}`,
      pairOf: () => "",
      acrossPhases: true,
    }),
};
