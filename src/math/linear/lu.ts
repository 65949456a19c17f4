import { copyOf, type Matrix } from "./matrix.ts";

/** P A = L U: U on and above the diagonal of `packed`, L below it with ones on the diagonal that aren't stored. */
export interface LuFactors {
  packed: Matrix;
  /** Which row of A became row k. */
  pivots: Int32Array;
  /** Determinant of P: 1 for an even number of exchanges, −1 for an odd one. */
  sign: 1 | -1;
}

function swapRows({ columns, values }: Matrix, i: number, k: number): void {
  for (let j = 0; j < columns; j++) {
    const kept = values[i * columns + j]!;
    values[i * columns + j] = values[k * columns + j]!;
    values[k * columns + j] = kept;
  }
}

/**
 * LU decomposition with partial pivoting of a square, possibly indefinite or singular matrix.
 *
 * @param a n × n; left as it was.
 * @throws {RangeError} when `a` isn't square.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithm 3.4.1.
 * @example
 * luFactor({ rows: 2, columns: 2, values: Float64Array.of(0, 1, 1, 0) }).sign; // -1
 */
export function luFactor(a: Matrix): LuFactors {
  const n = a.rows;
  if (a.columns !== n) throw new RangeError(`Cannot factor: a must be square, got ${n} × ${a.columns}`);
  const packed = copyOf(a);
  const u = packed.values;
  const pivots = new Int32Array(n);
  for (let k = 0; k < n; k++) pivots[k] = k;
  let sign: 1 | -1 = 1;
  for (let k = 0; k < n; k++) {
    let largest = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(u[i * n + k]!) > Math.abs(u[largest * n + k]!)) largest = i;
    if (largest !== k) {
      swapRows(packed, k, largest);
      const kept = pivots[k]!;
      pivots[k] = pivots[largest]!;
      pivots[largest] = kept;
      sign = sign === 1 ? -1 : 1;
    }
    const pivot = u[k * n + k]!;
    if (pivot === 0) continue;
    for (let i = k + 1; i < n; i++) {
      u[i * n + k]! /= pivot;
      const factor = u[i * n + k]!;
      for (let j = k + 1; j < n; j++) u[i * n + j]! -= factor * u[k * n + j]!;
    }
  }
  return { packed, pivots, sign };
}

/**
 * Solves A x = b.
 *
 * @param factors What `luFactor` returned.
 * @param b Right-hand side, of the matrix's length; left as it was.
 * @returns x, or null where A is exactly singular or the solution isn't finite.
 */
export function luSolve({ packed, pivots }: LuFactors, b: ArrayLike<number>): Float64Array | null {
  const n = packed.rows;
  if (b.length !== n) throw new RangeError(`Cannot solve: b needs ${n} entries, got ${b.length}`);
  const u = packed.values;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = b[pivots[i]!]!;
    for (let j = 0; j < i; j++) sum -= u[i * n + j]! * x[j]!;
    x[i] = sum;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let j = i + 1; j < n; j++) sum -= u[i * n + j]! * x[j]!;
    x[i] = sum / u[i * n + i]!;
    if (!Number.isFinite(x[i]) || !Number.isFinite(u[i * n + i])) return null;
  }
  return x;
}

/**
 * Solves A x = b for a square, possibly indefinite matrix.
 *
 * @param a n × n; left as it was.
 * @param b Length n; left as it was.
 * @returns x, or null where A is singular or the solution isn't finite.
 * @example
 * solveLinear({ rows: 1, columns: 1, values: Float64Array.of(-2) }, [4])?.[0]; // -2
 */
export function solveLinear(a: Matrix, b: ArrayLike<number>): Float64Array | null {
  return luSolve(luFactor(a), b);
}
