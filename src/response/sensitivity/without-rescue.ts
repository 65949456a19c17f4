import type { SensitivityAnalysis } from "./sensitivity-analysis.ts";

/** Scores under rescue treatment left out. */
export const withoutRescue: SensitivityAnalysis = {
  analysis: "without-rescue",
  label: "Without the scores under rescue treatment",
  applies: ({ scores }) => scores.some(({ rescue }) => rescue),
  vary: (patient, settings) => ({
    patient: { ...patient, scores: patient.scores.filter(({ rescue }) => !rescue) },
    settings,
  }),
};
