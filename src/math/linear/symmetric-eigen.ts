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

/** Cosine and sine of the rotation that makes the entry between p and q zero. */
function rotationOf(app: number, apq: number, aqq: number): [number, number] {
  const tau = (aqq - app) / (2 * apq);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
  const c = 1 / Math.sqrt(1 + t * t);
  return [c, t * c];
}

/** Replaces A by Jᵀ A J and V by V J, where J rotates the plane of p and q. */
function rotate(a: Matrix, v: Matrix, p: number, q: number): void {
  const n = a.rows;
  const [c, s] = rotationOf(a.values[p * n + p]!, a.values[p * n + q]!, a.values[q * n + q]!);
  for (const { values } of [a, v]) {
    for (let i = 0; i < n; i++) {
      const left = values[i * n + p]!;
      const right = values[i * n + q]!;
      values[i * n + p] = c * left - s * right;
      values[i * n + q] = s * left + c * right;
    }
  }
  for (let j = 0; j < n; j++) {
    const upper = a.values[p * n + j]!;
    const lower = a.values[q * n + j]!;
    a.values[p * n + j] = c * upper - s * lower;
    a.values[q * n + j] = s * upper + c * lower;
  }
  a.values[p * n + q] = 0;
  a.values[q * n + p] = 0;
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
  const diagonal = Float64Array.from({ length: n }, (_, i) => rotated.values[i * n + i]!);
  const order = Array.from(diagonal.keys()).sort((i, j) => diagonal[j]! - diagonal[i]!);
  const vectors = zeros(n, n);
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) vectors.values[i * n + to] = v.values[i * n + from]!;
  });
  const values = Float64Array.from(order, (k) => diagonal[k]!);
  return { values, vectors, converged: converged && values.every(Number.isFinite) };
}
