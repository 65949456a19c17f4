import type { RandomCovariance } from "./random-covariance.ts";

/** Every variance and covariance free: intercepts and slopes may go together. */
export const generalCovariance: RandomCovariance = {
  name: "general",
  label: "Any variances and covariances",
  reference: "Laird & Ware (1982), Biometrics 38:963–974",
  entries: (q) =>
    Array.from({ length: q }, (_, row) =>
      Array.from({ length: row + 1 }, (__, column) => [row, column] as const),
    ).flat(),
};
