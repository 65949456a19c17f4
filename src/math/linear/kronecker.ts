import { choleskyLogDeterminant } from "./log-determinant.ts";
import type { Matrix } from "./matrix.ts";
import { solveLower, solveLowerTransposed } from "./triangular.ts";

/**
 * Solves (A ⊗ B) x = c for positive definite A, p × p, and B, q × q, from their own factors: the product, pq × pq, is
 * never formed.
 *
 * @param a Cholesky factor of A, as `cholesky` returns it.
 * @param b Cholesky factor of B.
 * @param c Length p·q, the q entries that belong to the first row of A first; left as it was.
 * @throws {RangeError} when c doesn't have p·q entries.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., section 12.3 (Kronecker product computations): with x and c
 * by rows as the p × q matrices X and C, the system is A X Bᵀ = C.
 * @example
 * const two = { rows: 1, columns: 1, values: Float64Array.of(2) };
 * kroneckerSolve(two, two, [48])[0]; // 3
 */
export function kroneckerSolve(a: Matrix, b: Matrix, c: ArrayLike<number>): Float64Array {
  const p = a.rows;
  const q = b.rows;
  if (c.length !== p * q) throw new RangeError(`Cannot solve: c needs ${p * q} entries, got ${c.length}`);
  const x = new Float64Array(c);
  for (let i = 0; i < p; i++) {
    const row = x.subarray(i * q, (i + 1) * q);
    solveLower(b, row);
    solveLowerTransposed(b, row);
  }
  const column = new Float64Array(p);
  for (let j = 0; j < q; j++) {
    for (let i = 0; i < p; i++) column[i] = x[i * q + j]!;
    solveLower(a, column);
    solveLowerTransposed(a, column);
    for (let i = 0; i < p; i++) x[i * q + j] = column[i]!;
  }
  return x;
}

/**
 * ln det(A ⊗ B) = q ln det A + p ln det B, from the Cholesky factors.
 *
 * @see Horn & Johnson (1991), Topics in Matrix Analysis, theorem 4.2.12: the eigenvalues are the products. doi:10.1017/CBO9780511840371
 */
export function kroneckerLogDeterminant(a: Matrix, b: Matrix): number {
  return b.rows * choleskyLogDeterminant(a) + a.rows * choleskyLogDeterminant(b);
}
