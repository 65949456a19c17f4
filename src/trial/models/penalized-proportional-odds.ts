import type { TrialModel } from "../trial-model.ts";
import { logF } from "./ordinal/odds-penalty.ts";
import { ordinalModel } from "./ordinal/ordinal-model.ts";

/**
 * Proportional-odds regression with a weak log-F(1, 1) prior on the treatment's log odds ratio: an answer even where all scores
 * of one treatment are better than those of the other.
 *
 * @see Greenland & Mansournia (2015), Stat Med 34:3133–3143. doi:10.1002/sim.6537
 */
export const penalizedProportionalOdds: TrialModel = ordinalModel({
  name: "penalized-proportional-odds",
  label: "Penalized proportional odds",
  reference: "Greenland & Mansournia (2015), Stat Med 34:3133–3143",
  assumes:
    "Only the order of the period means counts; periods don't depend on each other or on their block; the treatment multiplies the odds of a better score by one ratio, whatever the score, and before the trial that ratio is taken to lie between 1/648 and 648 with 95 % probability (log-F(1, 1)).",
  penalty: logF,
  bearsSeparation: true,
  method: "penalized profile",
});
