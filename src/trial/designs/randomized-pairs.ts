import type { TrialDesignMethod } from "../trial-design.ts";
import { blockDesign } from "./block-design.ts";
import { checkTreatments, checkWhole } from "./design-checks.ts";
import { seenPeriods } from "./seen-in-trials.ts";

/** Settings of randomised pairs. */
export type RandomizedPairsSettings = {
  treatments: readonly string[];
  nPairs: number;
};

/**
 * Pairs of periods, one of each treatment, in an order drawn by a coin for each pair.
 *
 * @see Guyatt et al. (1986), N Engl J Med 314:889–892. doi:10.1056/NEJM198604033141406
 * @example
 * randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 4 }).space.count; // 16n
 */
export const randomizedPairs: TrialDesignMethod<RandomizedPairsSettings> = {
  name: "randomized-pairs",
  label: "Randomized pairs",
  description: "Pairs of periods, one of each of two treatments, their order drawn for each pair.",
  reference: "Guyatt et al. (1986), N Engl J Med 314:889–892",
  example: { treatments: ["saline", "IVIG"], nPairs: 4 },
  design(settings) {
    const treatments = checkTreatments(settings, 2, 2);
    const nPairs = checkWhole("nPairs", settings.nPairs, 1);
    const { name, label } = randomizedPairs;
    return blockDesign({ name, label, settings: { treatments, nPairs }, treatments }, nPairs, [1, 1]);
  },
  settingsOf: ([trial], treatments) => ({
    treatments,
    ...(trial && { nPairs: Math.ceil(seenPeriods(trial).length / 2) }),
  }),
};
