import { cholesky } from "../../../math/linear/cholesky.ts";
import { dot, type Matrix, times, zeros } from "../../../math/linear/matrix.ts";
import { symmetricEigen } from "../../../math/linear/symmetric-eigen.ts";
import type { FittedBlock, MixedFit } from "../mixed-fit.ts";

/** Eigenvalues below this share of the largest count as 0. */
const NEGLIGIBLE = 1e-10;

/** How a cluster's adjusted residuals move a mean. */
export interface AdjustedInfluence {
  influence: Float64Array;
  /** gᵀ M g, the variance that it brings. */
  own: number;
  /** Xᵀ g. */
  means: Float64Array;
}

function transposedTimes(a: Matrix, v: ArrayLike<number>): Float64Array {
  const made = new Float64Array(a.columns);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < a.columns; j++) made[j]! += a.values[i * a.columns + j]! * v[i]!;
  return made;
}

/** Lᵀ R L for the covariance R of a cluster's residuals, M − X (Xᵀ W X)⁻¹ Xᵀ, and M = L Lᵀ. */
function turnedResidualCovariance(
  { total, block }: FittedBlock,
  { covariance }: MixedFit,
  factor: Matrix,
): Matrix {
  const n = total.rows;
  const { design } = block;
  const turned = zeros(n, n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) column[i] = factor.values[i * n + j]!;
    const fitted = times(design, times(covariance, transposedTimes(design, column)));
    const residual = times(total, column).map((value, i) => value - fitted[i]!);
    const image = transposedTimes(factor, residual);
    for (let i = 0; i < n; i++) turned.values[i * n + j] = image[i]!;
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const mean = 0.5 * (turned.values[i * n + j]! + turned.values[j * n + i]!);
      turned.values[i * n + j] = mean;
      turned.values[j * n + i] = mean;
    }
  }
  return turned;
}

/** B^(−1/2) v by eigenvalues, those next to 0 left out. */
function inverseRootTimes(b: Matrix, v: Float64Array): Float64Array {
  const { values, vectors } = symmetricEigen(b);
  const n = b.rows;
  const made = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    if (!(values[k]! > NEGLIGIBLE * values[0]!)) continue;
    let share = 0;
    for (let i = 0; i < n; i++) share += vectors.values[i * n + k]! * v[i]!;
    share /= Math.sqrt(values[k]!);
    for (let i = 0; i < n; i++) made[i]! += share * vectors.values[i * n + k]!;
  }
  return made;
}

/**
 * Bell and McCaffrey's adjustment of one cluster: A = L (Lᵀ R L)^(−1/2) Lᵀ, with which A R Aᵀ = M, applied to its influence.
 *
 * @see Pustejovsky & Tipton (2018), J Bus Econ Stat 36:672–683, equations 5 and 6. doi:10.1080/07350015.2016.1247004
 */
export function adjustedInfluence(fitted: FittedBlock, fit: MixedFit, raw: Float64Array): AdjustedInfluence {
  const factor = cholesky(fitted.total)!;
  const root = inverseRootTimes(turnedResidualCovariance(fitted, fit, factor), transposedTimes(factor, raw));
  const influence = times(factor, root);
  return {
    influence,
    own: dot(influence, times(fitted.total, influence)),
    means: transposedTimes(fitted.block.design, influence),
  };
}
