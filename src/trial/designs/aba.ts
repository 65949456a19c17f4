import type { TrialDesignMethod } from "../trial-design.ts";
import { type PhaseSettings, phaseDesign } from "./phase-design.ts";

/** Three phases with two random change points. */
export const aba: TrialDesignMethod<PhaseSettings> = phaseDesign({
  name: "aba",
  label: "ABA phases",
  description: "The reference, the treatment, and the reference again; both changes are drawn.",
  sequence: [0, 1, 0],
  example: { treatments: ["usual care", "IVIG"], nScores: 14, minimumLength: 3 },
});
