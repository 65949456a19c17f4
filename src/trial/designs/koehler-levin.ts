import { allocated } from "../spaces/allocated.ts";
import type { TrialDesignMethod } from "../trial-design.ts";
import { type MultipleBaselineSettings, multipleBaseline } from "./multiple-baseline.ts";

/** The restricted Marascuilo–Busk design: tiers without a common start are dealt out to the patients, then each start is drawn. */
export const koehlerLevin: TrialDesignMethod<MultipleBaselineSettings> = multipleBaseline({
  name: "koehler-levin",
  label: "Multiple baseline, tiers dealt out and starts drawn",
  description:
    "Tiers of starts that don't overlap are dealt out to the patients, then a start is drawn in each.",
  reference: "Koehler & Levin (1998), Psychol Methods 3:206–217",
  example: {
    treatments: ["usual care", "IVIG"],
    nScores: 12,
    starts: [
      [3, 4],
      [6, 7],
      [9, 10],
    ],
  },
  startsPerTier: null,
  distinctTiers: true,
  combine: (tiers) => allocated(tiers, 1),
});
