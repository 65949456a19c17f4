import { allocated } from "../spaces/allocated.ts";
import type { TrialDesignMethod } from "../trial-design.ts";
import { type MultipleBaselineSettings, multipleBaseline } from "./multiple-baseline.ts";

/** Fixed, staggered starts, dealt out to the patients at random: as many assignments as orders of patients. */
export const wampoldWorsham: TrialDesignMethod<MultipleBaselineSettings> = multipleBaseline({
  name: "wampold-worsham",
  label: "Multiple baseline, starts dealt out",
  description: "Fixed starts, each given to one patient at random.",
  reference: "Wampold & Worsham (1986), Behav Assess 8:135–143",
  example: { treatments: ["usual care", "IVIG"], nScores: 12, starts: [[4], [6], [8]] },
  startsPerTier: 1,
  distinctTiers: true,
  combine: (tiers) => allocated(tiers, 1),
});
