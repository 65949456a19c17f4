import type { SensitivityAnalysis } from "./sensitivity-analysis.ts";

/** Deviations from the curve that persist from score to score, where a correlation is asked for. */
export const serialCorrelation: SensitivityAnalysis = {
  analysis: "serial-correlation",
  label: "Deviations correlated in time",
  applies: (_, settings) => settings.serialCorrelation > 0 && !settings.correlated,
  vary: (patient, settings) => ({ patient, settings: { ...settings, correlated: true } }),
};
