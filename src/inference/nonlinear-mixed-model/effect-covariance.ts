import { type Matrix, zeros } from "../../math/linear/matrix.ts";

/** Which entries of the effects' Cholesky factor are estimated; a value that is passed in. */
export interface EffectCovariance {
  name: string;
  /** Row and column of each entry of the lower triangle, for q effects. */
  entries(q: number): (readonly [row: number, column: number])[];
}

/** Effects without correlation: q standard deviations. */
export const independentEffects: EffectCovariance = {
  name: "independent",
  entries: (q) => Array.from({ length: q }, (_, k) => [k, k] as const),
};

/** Effects with any covariance: q(q + 1)/2 numbers. */
export const correlatedEffects: EffectCovariance = {
  name: "correlated",
  entries: (q) =>
    Array.from({ length: q }, (_, i) => Array.from({ length: i + 1 }, (_, j) => [i, j] as const)).flat(),
};

/** The lower triangular factor Λ that the estimated entries make. */
export function effectFactor(covariance: EffectCovariance, q: number, values: ArrayLike<number>): Matrix {
  const factor = zeros(q, q);
  covariance.entries(q).forEach(([i, j], k) => {
    factor.values[i * q + j] = values[k]!;
  });
  return factor;
}

/** scale² Λ Λᵀ by rows. */
export function effectCovarianceRows({ rows: q, values }: Matrix, scale: number): number[][] {
  return Array.from({ length: q }, (_, i) =>
    Array.from({ length: q }, (_, j) => {
      let sum = 0;
      for (let k = 0; k < q; k++) sum += values[i * q + k]! * values[j * q + k]!;
      return scale * scale * sum;
    }),
  );
}
