import type { TrialShift } from "./trial-shift.ts";

/** The treatment adds the same number of points to every score. */
export const additive: TrialShift = {
  name: "additive",
  parameter: "shift",
  unit: "score",
  isTranslation: true,
  label: (treatment, reference) => `Difference, ${treatment} − ${reference}`,
  fromCoordinate: (x) => x,
  remove: (score, x) => score - x,
  step(scores) {
    const spread = scores.reduce((most, y) => Math.max(most, y), -Infinity) - Math.min(...scores);
    return spread > 0 ? spread / 4 : 1;
  },
  problem: () => null,
};
