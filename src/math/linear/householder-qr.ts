import { copyOf, type Matrix, zeros } from "./matrix.ts";
import { solveUpper } from "./triangular.ts";

/** A P = Q R: R on and above the diagonal of `packed`, the Householder vectors that make up Q below it. */
export interface QrFactors {
  /** Shape of A. Column k below the diagonal holds v of H = I − scale · v vᵀ; v starts with a 1 that isn't stored. */
  packed: Matrix;
  /** Scale of each reflection. */
  scales: Float64Array;
  /** Which column of A became column k. */
  pivots: Int32Array;
}

/** Euclidean length of the part of a column from `from` down. */
function lengthBelow(a: Matrix, column: number, from: number): number {
  const { rows, columns, values } = a;
  const end = rows * columns;
  let sum = 0;
  for (let at = from * columns + column; at < end; at += columns) {
    const entry = values[at]!;
    sum += entry * entry;
  }
  return sum > 1e-280 && sum < 1e280 ? Math.sqrt(sum) : scaledLengthBelow(a, column, from);
}

/** The same for squares that would overflow or underflow. */
function scaledLengthBelow({ rows, columns, values }: Matrix, column: number, from: number): number {
  let largest = 0;
  for (let i = from; i < rows; i++) largest = Math.max(largest, Math.abs(values[i * columns + column]!));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = from; i < rows; i++) sum += (values[i * columns + column]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

function swapColumns({ packed, pivots }: QrFactors, j: number, k: number): void {
  const { rows, columns, values } = packed;
  for (let row = 0; row < rows * columns; row += columns) {
    const kept = values[row + j]!;
    values[row + j] = values[row + k]!;
    values[row + k] = kept;
  }
  const kept = pivots[j]!;
  pivots[j] = pivots[k]!;
  pivots[k] = kept;
}

/** Reflects column k onto its diagonal entry, and the columns behind it likewise; returns the reflection's scale. */
function reflect({ rows, columns, values }: Matrix, k: number, length: number): number {
  if (length === 0) return 0;
  const end = rows * columns;
  const top = k * columns + k;
  const below = top + columns;
  const head = values[top]!;
  const diagonal = head > 0 ? -length : length;
  const scale = (diagonal - head) / diagonal;
  const divisor = head - diagonal;
  for (let at = below; at < end; at += columns) values[at]! /= divisor;
  for (let beside = 1; beside < columns - k; beside++) {
    let sum = values[top + beside]!;
    for (let at = below; at < end; at += columns) sum += values[at]! * values[at + beside]!;
    sum *= scale;
    values[top + beside]! -= sum;
    for (let at = below; at < end; at += columns) values[at + beside]! -= sum * values[at]!;
  }
  values[top] = diagonal;
  return scale;
}

/** Factors over the matrix itself, into arrays the caller keeps: for loops that must not allocate. */
export function factorQrInPlace(factors: QrFactors, pivoting: boolean): void {
  const { packed, scales, pivots } = factors;
  for (let j = 0; j < packed.columns; j++) pivots[j] = j;
  for (let k = 0; k < scales.length; k++) {
    let longest = k;
    let length = lengthBelow(packed, k, k);
    for (let j = k + 1; pivoting && j < packed.columns; j++) {
      const candidate = lengthBelow(packed, j, k);
      if (candidate > length) {
        longest = j;
        length = candidate;
      }
    }
    if (longest !== k) swapColumns(factors, k, longest);
    scales[k] = reflect(packed, k, length);
  }
}

/**
 * Householder QR decomposition, with the longest remaining column taken first.
 *
 * @param a Any shape; left as it was.
 * @param pivoting False keeps the order of the columns.
 * @returns A P = Q R, packed. With pivoting the diagonal of R never grows, which shows the rank.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithms 5.1.1, 5.2.1 and 5.4.1.
 * @example
 * householderQr({ rows: 2, columns: 1, values: Float64Array.of(3, 4) }).packed.values[0]; // -5
 */
export function householderQr(a: Matrix, pivoting = true): QrFactors {
  const factors = {
    packed: copyOf(a),
    scales: new Float64Array(Math.min(a.rows, a.columns)),
    pivots: new Int32Array(a.columns),
  };
  factorQrInPlace(factors, pivoting);
  return factors;
}

function applyReflection({ packed, scales }: QrFactors, k: number, b: Float64Array): void {
  const { rows, columns, values } = packed;
  const below = (k + 1) * columns + k;
  let sum = b[k]!;
  for (let i = k + 1, at = below; i < rows; i++, at += columns) sum += values[at]! * b[i]!;
  sum *= scales[k]!;
  b[k]! -= sum;
  for (let i = k + 1, at = below; i < rows; i++, at += columns) b[i]! -= sum * values[at]!;
}

/** Replaces b by Qᵀ b. */
export function applyQTransposed(factors: QrFactors, b: Float64Array): void {
  for (let k = 0; k < factors.scales.length; k++) applyReflection(factors, k, b);
}

/** Replaces b by Q b. */
export function applyQ(factors: QrFactors, b: Float64Array): void {
  for (let k = factors.scales.length - 1; k >= 0; k--) applyReflection(factors, k, b);
}

/** R alone: min(rows, columns) × columns, upper triangular or trapezoidal. */
export function upperFactor({ packed, scales }: QrFactors): Matrix {
  const r = zeros(scales.length, packed.columns);
  for (let i = 0; i < r.rows; i++) {
    for (let j = i; j < r.columns; j++) r.values[i * r.columns + j] = packed.values[i * r.columns + j]!;
  }
  return r;
}

/**
 * How many columns are independent to working accuracy.
 *
 * @param factors From `householderQr` with pivoting.
 * @param tolerance Smallest diagonal entry of R that counts, as a fraction of the first.
 * @see Golub & Van Loan (2013), section 5.4 on numerical rank by column pivoting.
 */
export function qrRank({ packed, scales }: QrFactors, tolerance?: number): number {
  const { rows, columns, values } = packed;
  const least = (tolerance ?? Math.max(rows, columns) * Number.EPSILON) * Math.abs(values[0] ?? 0);
  let rank = 0;
  while (rank < scales.length && Math.abs(values[rank * columns + rank]!) > least) rank++;
  return rank;
}

/**
 * The x that minimises ‖A x − b‖; where columns depend on each other, the basic solution with zeros for the surplus.
 *
 * @param factors From `householderQr`.
 * @param b Right-hand side, one entry per row; left as it was.
 * @param rank How many leading columns to use.
 * @throws {RangeError} when b doesn't have the matrix's rows.
 * @see Golub & Van Loan (2013), algorithm 5.3.2; section 5.5 where columns depend on each other.
 * @example
 * qrSolve(householderQr({ rows: 2, columns: 1, values: Float64Array.of(1, 1) }), [1, 3])[0]; // 2, to rounding
 */
export function qrSolve(
  factors: QrFactors,
  b: ArrayLike<number>,
  rank: number = qrRank(factors),
): Float64Array {
  const { packed, pivots } = factors;
  if (b.length !== packed.rows) {
    throw new RangeError(`Cannot solve: b needs ${packed.rows} entries, got ${b.length}`);
  }
  const rotated = new Float64Array(b);
  applyQTransposed(factors, rotated);
  solveUpper(packed, rotated, rank);
  const x = new Float64Array(packed.columns);
  for (let k = 0; k < rank; k++) x[pivots[k]!] = rotated[k]!;
  return x;
}
