import { product } from "../spaces/product.ts";
import type { TrialDesignMethod } from "../trial-design.ts";
import { type MultipleBaselineSettings, multipleBaseline } from "./multiple-baseline.ts";

/** Each patient's start is drawn for itself among those of its tier. */
export const marascuiloBusk: TrialDesignMethod<MultipleBaselineSettings> = multipleBaseline({
  name: "marascuilo-busk",
  label: "Multiple baseline, starts drawn",
  description: "Each patient's start is drawn from a list of that patient.",
  reference: "Marascuilo & Busk (1988), Behav Assess 10:1–28",
  example: {
    treatments: ["usual care", "IVIG"],
    nScores: 12,
    starts: [
      [4, 5, 6],
      [6, 7, 8],
    ],
  },
  startsPerTier: null,
  distinctTiers: false,
  combine: product,
});
