import { halfCauchy, halfNormal } from "../../dist/pooling/index.js";

/** Numbers of series and variances between them. */
export const sizes = [2, 5];
export const tauSquares = [0, 1, 4];

/** Priors of τ with scales from too small to too large for τ = 1 and τ = 2. */
export const priors = [
  ...[0.5, 1, 2, 4].map((scale) => ({ name: `half-normal ${scale}`, prior: halfNormal(scale) })),
  ...[0.5, 1, 2].map((scale) => ({ name: `half-Cauchy ${scale}`, prior: halfCauchy(scale) })),
];
