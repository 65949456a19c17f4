import { type Matrix, zeros } from "./matrix.ts";

/**
 * Factors a symmetric positive definite matrix as L Lᵀ.
 *
 * @param a Square matrix; only its lower triangle is read.
 * @returns Lower triangular L, or null where `a` is not positive definite to working accuracy.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithm 4.2.1.
 * @example
 * cholesky({ rows: 1, columns: 1, values: Float64Array.of(4) })?.values[0]; // 2
 */
export function cholesky(a: Matrix): Matrix | null {
  const n = a.rows;
  const factor = zeros(n, n);
  const l = factor.values;
  for (let j = 0; j < n; j++) {
    const diagonal = a.values[j * n + j]!;
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= l[j * n + k]! ** 2;
    if (!(pivot > 1e-14 * Math.abs(diagonal)) || !Number.isFinite(pivot)) return null;
    const root = Math.sqrt(pivot);
    l[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = a.values[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= l[i * n + k]! * l[j * n + k]!;
      l[i * n + j] = sum / root;
    }
  }
  return factor;
}

/**
 * Solves L Lᵀ x = b.
 *
 * @param factor What `cholesky` returned.
 * @param b Right-hand side, of the matrix's length.
 */
export function choleskySolve(factor: Matrix, b: ArrayLike<number>): Float64Array {
  const n = factor.rows;
  const l = factor.values;
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= l[i * n + k]! * x[k]!;
    x[i] = sum / l[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < n; k++) sum -= l[k * n + i]! * x[k]!;
    x[i] = sum / l[i * n + i]!;
  }
  return x;
}

/** The inverse of L Lᵀ, exactly symmetric. */
export function choleskyInverse(factor: Matrix): Matrix {
  const n = factor.rows;
  const inverse = zeros(n, n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    const column = choleskySolve(factor, unit);
    for (let i = j; i < n; i++) {
      inverse.values[i * n + j] = column[i]!;
      inverse.values[j * n + i] = column[i]!;
    }
  }
  return inverse;
}
