import { hSquared, iSquared } from "../heterogeneity/variance-shares.ts";
import type { SpreadScale } from "./count-model.ts";
import { halfNormalPenalty, noPenalty } from "./penalties.ts";

/** The spread is τ, the standard deviation between series. */
export function normalSpread(unit: string): SpreadScale {
  return {
    places: [0.001, 0.01, 0.03, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8],
    largest: 100,
    ends: false,
    penaltyOfExtremes: halfNormalPenalty,
    quantities: [
      {
        parameter: "tauSquared",
        label: "Variance between series (τ²)",
        unit: `${unit}²`,
        of: (tau) => tau * tau,
      },
      { parameter: "tau", label: "Standard deviation between series (τ)", unit, of: (tau) => tau },
      {
        parameter: "iSquared",
        label: "Share of variance between series (I²)",
        unit: "fraction",
        of: (tau, typical) => (typical === null ? null : iSquared(tau * tau, typical)),
      },
      {
        parameter: "hSquared",
        label: "Variance over sampling variance (H²)",
        unit: "ratio",
        of: (tau, typical) => (typical === null ? null : hSquared(tau * tau, typical)),
      },
    ],
  };
}

/** The spread is an angle whose squared sine is the correlation of two patients of one series. */
export const correlationSpread: SpreadScale = {
  places: [1e-5, 0.001, 0.01, 0.03, 0.1, 0.2, 0.4, 0.6, 0.8, 0.95].map((correlation) =>
    Math.asin(Math.sqrt(correlation)),
  ),
  largest: 0.5 * Math.PI,
  ends: true,
  penaltyOfExtremes: noPenalty,
  quantities: [
    {
      parameter: "intraclassCorrelation",
      label: "Correlation of patients within a series (ρ)",
      unit: "fraction",
      of: (angle) => Math.sin(angle) ** 2,
    },
  ],
};
