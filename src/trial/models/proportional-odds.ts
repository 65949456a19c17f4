import type { TrialModel } from "../trial-model.ts";
import { noPenalty } from "./ordinal/odds-penalty.ts";
import { ordinalModel } from "./ordinal/ordinal-model.ts";

/**
 * Proportional-odds regression of the order of the period means on the treatment, by maximum likelihood with profile limits; no
 * answer where the treatments do not overlap.
 *
 * @see McCullagh (1980), J R Stat Soc B 42:109–142. doi:10.1111/j.2517-6161.1980.tb01109.x
 */
export const proportionalOdds: TrialModel = ordinalModel({
  name: "proportional-odds",
  label: "Proportional odds",
  reference: "McCullagh (1980), J R Stat Soc B 42:109–142",
  assumes:
    "Only the order of the period means counts; periods don't depend on each other or on their block; the treatment multiplies the odds of a better score by one ratio, whatever the score.",
  penalty: noPenalty,
  bearsSeparation: false,
  method: "profile",
});
