import type { TrialDesignMethod } from "../trial-design.ts";
import { type PhaseSettings, phaseDesign } from "./phase-design.ts";

/** Two phases with one random change point. */
export const ab: TrialDesignMethod<PhaseSettings> = phaseDesign({
  name: "ab",
  label: "AB phases",
  description: "A phase of the reference, then one of the treatment; the day of the change is drawn.",
  sequence: [0, 1],
  example: { treatments: ["usual care", "IVIG"], nScores: 13, minimumLength: 3 },
});
