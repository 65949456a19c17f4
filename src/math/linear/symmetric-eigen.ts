import { copyOf, type Matrix, zeros } from "./matrix.ts";

/** A = V diag(values) Vᵀ with orthonormal V. */
export interface SymmetricEigen {
  /** Eigenvalues, largest first. */
  values: Float64Array;
  /** Column k belongs to `values[k]`. */
  vectors: Matrix;
  /** False where 60 sweeps weren't enough, which only numbers that aren't finite bring about. */
  converged: boolean;
}

/** Sweeps over all pairs; six to ten are usual. */
const MAX_SWEEPS = 60;

/** Replaces A by Jᵀ A J and V by V J, where J rotates the plane of p and q so that the entry between them becomes zero. */
function rotate(a: Matrix, v: Matrix, p: number, q: number): void {
  const n = a.rows;
  const tau = (a.values[q * n + q]! - a.values[p * n + p]!) / (2 * a.values[p * n + q]!);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  turnColumns(a, p, q, c, s);
  turnColumns(v, p, q, c, s);
  for (let j = 0; j < n; j++) {
    const upper = a.values[p * n + j]!;
    const lower = a.values[q * n + j]!;
    a.values[p * n + j] = c * upper - s * lower;
    a.values[q * n + j] = s * upper + c * lower;
  }
  a.values[p * n + q] = 0;
  a.values[q * n + p] = 0;
}

function turnColumns({ rows, columns, values }: Matrix, p: number, q: number, c: number, s: number): void {
  for (let row = 0; row < rows * columns; row += columns) {
    const left = values[row + p]!;
    const right = values[row + q]!;
    values[row + p] = c * left - s * right;
    values[row + q] = s * left + c * right;
  }
}

/** One pass over all pairs; true where every entry off the diagonal was negligible beside its two diagonal ones. */
function sweep(a: Matrix, v: Matrix): boolean {
  const n = a.rows;
  let clean = true;
  for (let p = 0; p < n; p++) {
    for (let q = p + 1; q < n; q++) {
      const off = Math.abs(a.values[p * n + q]!);
      const least = Math.sqrt(Math.abs(a.values[p * n + p]!)) * Math.sqrt(Math.abs(a.values[q * n + q]!));
      if (off <= 1e-300 || off <= Number.EPSILON * least) continue;
      clean = false;
      rotate(a, v, p, q);
    }
  }
  return clean;
}

/**
 * Eigenvalues and vectors of a symmetric matrix by cyclic Jacobi rotations.
 *
 * Slower than tridiagonal QL for large matrices, more accurate for the small eigenvalues of a positive definite one.
 *
 * @param a n × n, symmetric; left as it was.
 * @throws {RangeError} when `a` isn't square.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithms 8.5.1 and 8.5.3; the test of Demmel & Veselić
 * (1992), SIAM J Matrix Anal Appl 13:1204–1245, algorithm 3.1.
 * @example
 * symmetricEigen({ rows: 2, columns: 2, values: Float64Array.of(2, 1, 1, 2) }).values; // 3 and 1, to rounding
 */
export function symmetricEigen(a: Matrix): SymmetricEigen {
  const n = a.rows;
  if (a.columns !== n) throw new RangeError(`Cannot decompose: a must be square, got ${n} × ${a.columns}`);
  const rotated = copyOf(a);
  const v = zeros(n, n);
  for (let i = 0; i < n; i++) v.values[i * n + i] = 1;
  let converged = false;
  for (let i = 0; i < MAX_SWEEPS && !converged; i++) converged = sweep(rotated, v);
  const diagonal = new Float64Array(n);
  for (let i = 0; i < n; i++) diagonal[i] = rotated.values[i * n + i]!;
  const order = [...diagonal.keys()].sort((i, j) => diagonal[j]! - diagonal[i]!);
  const values = new Float64Array(n);
  const vectors = zeros(n, n);
  for (let k = 0; k < n; k++) {
    const from = order[k]!;
    values[k] = diagonal[from]!;
    for (let i = 0; i < n; i++) vectors.values[i * n + k] = v.values[i * n + from]!;
  }
  return { values, vectors, converged: converged && values.every(Number.isFinite) };
}
