import type { TrialDesignMethod } from "../trial-design.ts";
import { type SequenceSettings, sequenceDesign } from "./sequence-design.ts";

/** Sequences that shift by one: every treatment once in every period. */
export const latinSquare: TrialDesignMethod<SequenceSettings> = sequenceDesign({
  name: "latin-square",
  label: "Latin square",
  description: "Sequences that hold every treatment once in every period, dealt out to several patients.",
  reference: "Fisher & Yates (1934), Math Proc Camb Philos Soc 30:492–507",
  example: { treatments: ["saline", "low dose", "high dose"], nPatients: 6 },
  sequences: (k) =>
    Array.from({ length: k }, (_, row) => Array.from({ length: k }, (_cell, column) => (row + column) % k)),
});
