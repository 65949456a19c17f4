import type { TrialShift } from "./trial-shift.ts";

/** The treatment multiplies every score by the same factor; the coordinate is the factor's logarithm. */
export const multiplicative: TrialShift = {
  name: "multiplicative",
  parameter: "ratio",
  unit: "ratio",
  isTranslation: false,
  label: (treatment, reference) => `Ratio, ${treatment} / ${reference}`,
  fromCoordinate: Math.exp,
  remove: (score, x) => score * Math.exp(-x),
  step: () => 0.25,
  problem: (scores) =>
    scores.every((score) => score >= 0) ? null : "needs scores of at least 0, got a negative one",
};
