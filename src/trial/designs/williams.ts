import type { TrialDesignMethod } from "../trial-design.ts";
import { type SequenceSettings, sequenceDesign } from "./sequence-design.ts";

/** 0, 1, k − 1, 2, k − 2, …: its steps are all different. */
function zigzag(k: number): number[] {
  return Array.from({ length: k }, (_, j) => (j % 2 === 1 ? (j + 1) / 2 : (k - j / 2) % k));
}

/** The rows of a Williams square; for an odd number of treatments also their reverses. */
function sequences(k: number): number[][] {
  const rows = Array.from({ length: k }, (_, row) => zigzag(k).map((t) => (t + row) % k));
  return k % 2 === 0 ? rows : [...rows, ...rows.map((row) => row.toReversed())];
}

/** Sequences in which every treatment follows every other equally often, so that carryover weighs on all alike. */
export const williams: TrialDesignMethod<SequenceSettings> = sequenceDesign({
  name: "williams",
  label: "Williams square",
  description:
    "Sequences in which every treatment follows every other equally often, dealt out to several patients.",
  reference: "Williams (1949), Aust J Sci Res A 2:149–168",
  example: { treatments: ["saline", "low dose", "high dose"], nPatients: 6 },
  sequences,
});
