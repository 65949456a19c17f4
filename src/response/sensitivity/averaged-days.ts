import { hasNominalDays } from "../timeline.ts";
import type { SensitivityAnalysis } from "./sensitivity-analysis.ts";

/** Every day that is known by bounds averaged over them, also where a day is given. */
export const averagedDays: SensitivityAnalysis = {
  analysis: "days-averaged-over-bounds",
  label: "Days averaged over their bounds",
  applies: (patient, { averageDays }) => !averageDays && hasNominalDays(patient),
  vary: (patient, settings) => ({ patient, settings: { ...settings, averageDays: true } }),
};
