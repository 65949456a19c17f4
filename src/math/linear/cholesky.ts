import { copyOf, type Matrix, zeros } from "./matrix.ts";
import { solveLower, solveLowerTransposed } from "./triangular.ts";

/**
 * Factors a symmetric positive definite matrix as L Lᵀ, over the matrix itself: for loops that must not allocate.
 *
 * @param a Square matrix; only its lower triangle is read. Becomes L, lower triangular.
 * @returns False, with the matrix spoilt, where it is not positive definite to working accuracy.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithm 4.2.1.
 * @example
 * choleskyInPlace({ rows: 1, columns: 1, values: Float64Array.of(-4) }); // false
 */
export function choleskyInPlace({ rows: n, values: l }: Matrix): boolean {
  for (let j = 0; j < n; j++) {
    const diagonal = l[j * n + j]!;
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= l[j * n + k]! ** 2;
    if (!(pivot > 1e-14 * Math.abs(diagonal)) || !Number.isFinite(pivot)) return false;
    const root = Math.sqrt(pivot);
    l[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      l[j * n + i] = 0;
      let sum = l[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= l[i * n + k]! * l[j * n + k]!;
      l[i * n + j] = sum / root;
    }
  }
  return true;
}

/**
 * Factors a symmetric positive definite matrix as L Lᵀ.
 *
 * @param a Square matrix; only its lower triangle is read.
 * @returns Lower triangular L, or null where `a` is not positive definite to working accuracy.
 * @see `choleskyInPlace` for the method.
 * @example
 * cholesky({ rows: 1, columns: 1, values: Float64Array.of(4) })?.values[0]; // 2
 */
export function cholesky(a: Matrix): Matrix | null {
  const factor = copyOf(a);
  return choleskyInPlace(factor) ? factor : null;
}

/**
 * Solves L Lᵀ x = b.
 *
 * @param factor What `cholesky` returned.
 * @param b Right-hand side, of the matrix's length.
 */
export function choleskySolve(factor: Matrix, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(b);
  solveLower(factor, x);
  solveLowerTransposed(factor, x);
  return x;
}

/** The inverse of L Lᵀ, exactly symmetric. */
export function choleskyInverse(factor: Matrix): Matrix {
  const n = factor.rows;
  const inverse = zeros(n, n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    column.fill(0);
    column[j] = 1;
    solveLower(factor, column);
    solveLowerTransposed(factor, column);
    for (let i = j; i < n; i++) {
      inverse.values[i * n + j] = column[i]!;
      inverse.values[j * n + i] = column[i]!;
    }
  }
  return inverse;
}
