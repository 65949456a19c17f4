import type { TrialDesignMethod } from "../trial-design.ts";
import { type PhaseSettings, phaseDesign } from "./phase-design.ts";

/** Four phases with three random change points. */
export const abab: TrialDesignMethod<PhaseSettings> = phaseDesign({
  name: "abab",
  label: "ABAB phases",
  description: "The reference and the treatment twice in turn; the three changes are drawn.",
  sequence: [0, 1, 0, 1],
  example: { treatments: ["usual care", "IVIG"], nScores: 16, minimumLength: 3 },
});
