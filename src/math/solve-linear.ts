import type { Matrix } from "./matrix.ts";

/**
 * Solves A x = b for a square, possibly indefinite matrix by Gaussian elimination with partial pivoting.
 *
 * @param a n × n; left as it was.
 * @param b Length n; left as it was.
 * @returns x, or null where A is singular to working accuracy.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithm 3.4.1.
 * @example
 * solveLinear({ rows: 1, columns: 1, values: Float64Array.of(-2) }, [4])?.[0]; // -2
 */
export function solveLinear(a: Matrix, b: ArrayLike<number>): Float64Array | null {
  const n = a.rows;
  const m = Float64Array.from(a.values);
  const x = Float64Array.from(b);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(m[i * n + k]!) > Math.abs(m[pivot * n + k]!)) pivot = i;
    const diagonal = m[pivot * n + k]!;
    if (!(Math.abs(diagonal) > 1e-300) || !Number.isFinite(diagonal)) return null;
    if (pivot !== k) {
      for (let j = k; j < n; j++) [m[k * n + j], m[pivot * n + j]] = [m[pivot * n + j]!, m[k * n + j]!];
      [x[k], x[pivot]] = [x[pivot]!, x[k]!];
    }
    for (let i = k + 1; i < n; i++) {
      const factor = m[i * n + k]! / diagonal;
      for (let j = k + 1; j < n; j++) m[i * n + j]! -= factor * m[k * n + j]!;
      x[i]! -= factor * x[k]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let j = i + 1; j < n; j++) sum -= m[i * n + j]! * x[j]!;
    x[i] = sum / m[i * n + i]!;
  }
  return x;
}
