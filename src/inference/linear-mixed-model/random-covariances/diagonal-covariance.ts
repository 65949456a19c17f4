import type { RandomCovariance } from "./random-covariance.ts";

/** A variance for every effect and no covariance; depends on where the slope's zero is. */
export const diagonalCovariance: RandomCovariance = {
  name: "diagonal",
  label: "Variances only",
  reference: "Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 4.2.2",
  entries: (q) => Array.from({ length: q }, (_, row) => [row, row] as const),
};
