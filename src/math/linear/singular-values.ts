import { applyQ, householderQr, upperFactor } from "./householder-qr.ts";
import { type Matrix, zeros } from "./matrix.ts";

/** A = U diag(values) Vᵀ, with k = min(rows, columns) values. */
export interface SingularValues {
  /** rows × k, orthonormal columns; in a wide matrix, zeros where the singular value is zero. */
  u: Matrix;
  /** Largest first, none negative. */
  values: Float64Array;
  /** columns × k, orthonormal columns; in a tall matrix, zeros where the singular value is zero. */
  v: Matrix;
  /** False where 60 sweeps weren't enough, which only numbers that aren't finite bring about. */
  converged: boolean;
}

const MAX_SWEEPS = 60;
/** Singular values below this share of the largest count as zero: their squares would underflow. */
const TINY = 1e-150;

/** Turns rows i and j of both matrices by the same angle. */
function turnRows(matrix: Matrix, i: number, j: number, c: number, s: number): void {
  const { columns, values } = matrix;
  for (let k = 0; k < columns; k++) {
    const first = values[i * columns + k]!;
    const second = values[j * columns + k]!;
    values[i * columns + k] = c * first - s * second;
    values[j * columns + k] = s * first + c * second;
  }
}

/** Makes the rows of `w` orthogonal in pairs, turning the rows of `v` along; true where they already were. */
function sweep(w: Matrix, v: Matrix): boolean {
  const { rows, columns, values } = w;
  let clean = true;
  for (let i = 0; i < rows; i++) {
    for (let j = i + 1; j < rows; j++) {
      let alpha = 0;
      let beta = 0;
      let gamma = 0;
      for (let k = 0; k < columns; k++) {
        const first = values[i * columns + k]!;
        const second = values[j * columns + k]!;
        alpha += first * first;
        beta += second * second;
        gamma += first * second;
      }
      if (Math.abs(gamma) <= columns * Number.EPSILON * Math.sqrt(alpha) * Math.sqrt(beta) + TINY) continue;
      clean = false;
      const zeta = (beta - alpha) / (2 * gamma);
      const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.hypot(1, zeta));
      const c = 1 / Math.sqrt(1 + t * t);
      turnRows(w, i, j, c, c * t);
      turnRows(v, i, j, c, c * t);
    }
  }
  return clean;
}

function transpose({ rows, columns, values }: Matrix): Matrix {
  const turned = zeros(columns, rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) turned.values[j * rows + i] = values[i * columns + j]!;
  }
  return turned;
}

/** Orthogonalises the rows of a square matrix: rows σₖ vₖᵀ of `w`, and the turns that brought them about. */
function orthogonalize(w: Matrix): { turned: Matrix; converged: boolean } {
  const n = w.rows;
  const turned = zeros(n, n);
  for (let i = 0; i < n; i++) turned.values[i * n + i] = 1;
  let converged = false;
  for (let i = 0; i < MAX_SWEEPS && !converged; i++) converged = sweep(w, turned);
  return { turned, converged };
}

/** The decomposition of a matrix with at least as many rows as columns. */
function decomposeTall(a: Matrix): SingularValues {
  const n = a.columns;
  const factors = householderQr(a);
  const w = upperFactor(factors);
  const largest = Math.abs(w.values[0] ?? 0);
  const unit = largest > 0 && largest < Infinity ? 2 ** Math.round(Math.log2(largest)) : 1;
  for (let k = 0; k < w.values.length; k++) w.values[k]! /= unit;
  const { turned, converged } = orthogonalize(w);
  const lengths = Array.from({ length: n }, (_, i) => {
    const length = Math.hypot(...w.values.subarray(i * n, (i + 1) * n));
    return length <= TINY ? 0 : length;
  });
  const order = Array.from(lengths.keys()).sort((i, j) => lengths[j]! - lengths[i]!);
  const u = zeros(a.rows, n);
  const v = zeros(n, n);
  const column = new Float64Array(a.rows);
  order.forEach((from, to) => {
    column.fill(0);
    column.set(turned.values.subarray(from * n, (from + 1) * n));
    applyQ(factors, column);
    for (let i = 0; i < a.rows; i++) u.values[i * n + to] = column[i]!;
    const length = lengths[from]!;
    for (let i = 0; i < n; i++) {
      v.values[factors.pivots[i]! * n + to] = length === 0 ? 0 : w.values[from * n + i]! / length;
    }
  });
  const values = Float64Array.from(order, (k) => lengths[k]! * unit);
  return { u, values, v, converged: converged && values.every(Number.isFinite) };
}

/**
 * Singular value decomposition by QR and one-sided Jacobi rotations.
 *
 * @param a Any shape; left as it was.
 * @returns Singular values, with small ones to nearly full relative accuracy where they are determined so well.
 * @see Hestenes (1958), J SIAM 6:51–90; Golub & Van Loan (2013), section 8.6.5 (Jacobi methods for the SVD).
 * @example
 * singularValues({ rows: 2, columns: 1, values: Float64Array.of(3, 4) }).values[0]; // 5
 */
export function singularValues(a: Matrix): SingularValues {
  if (a.rows >= a.columns) return decomposeTall(a);
  const { u, values, v, converged } = decomposeTall(transpose(a));
  return { u: v, values, v: u, converged };
}
