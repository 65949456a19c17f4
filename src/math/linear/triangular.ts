import { type Matrix, zeros } from "./matrix.ts";

/**
 * Solves R x = b in place by back substitution.
 *
 * @param r Only its upper triangle is read, so the packed factor of a QR decomposition will do.
 * @param x Holds b, becomes x.
 * @param order Solve with the leading `order` rows and columns only.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithm 3.1.2.
 */
export function solveUpper(r: Matrix, x: Float64Array, order: number = r.columns): void {
  const { columns, values } = r;
  for (let i = order - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let j = i + 1; j < order; j++) sum -= values[i * columns + j]! * x[j]!;
    x[i] = sum / values[i * columns + i]!;
  }
}

/**
 * Solves Rᵀ x = b in place by forward substitution.
 *
 * @param r Only its upper triangle is read.
 * @param x Holds b, becomes x.
 * @param order Solve with the leading `order` rows and columns only.
 * @see Golub & Van Loan (2013), algorithm 3.1.1.
 */
export function solveUpperTransposed(r: Matrix, x: Float64Array, order: number = r.columns): void {
  const { columns, values } = r;
  for (let i = 0; i < order; i++) {
    let sum = x[i]!;
    for (let j = 0; j < i; j++) sum -= values[j * columns + i]! * x[j]!;
    x[i] = sum / values[i * columns + i]!;
  }
}

/** Solves L x = b in place by forward substitution; only L's lower triangle is read. */
export function solveLower({ columns, values }: Matrix, x: Float64Array): void {
  for (let i = 0; i < columns; i++) {
    let sum = x[i]!;
    for (let j = 0; j < i; j++) sum -= values[i * columns + j]! * x[j]!;
    x[i] = sum / values[i * columns + i]!;
  }
}

/** Solves Lᵀ x = b in place by back substitution; only L's lower triangle is read. */
export function solveLowerTransposed({ columns, values }: Matrix, x: Float64Array): void {
  for (let i = columns - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let j = i + 1; j < columns; j++) sum -= values[j * columns + i]! * x[j]!;
    x[i] = sum / values[i * columns + i]!;
  }
}

/**
 * (Rᵀ R)⁻¹, exactly symmetric: the unscaled covariance of a least-squares solution.
 *
 * @param r Only its upper triangle is read; no zero on its diagonal.
 * @param order Use the leading `order` rows and columns only.
 * @param inverse Where to put it, order × order.
 * @see Golub & Van Loan (2013), section 5.3.3: AᵀA = RᵀR, so that (AᵀA)⁻¹ = R⁻¹R⁻ᵀ, summed here column by column.
 */
export function inverseGram(
  r: Matrix,
  order: number = r.columns,
  inverse: Matrix = zeros(order, order),
): Matrix {
  inverse.values.fill(0);
  const column = new Float64Array(order);
  for (let k = 0; k < order; k++) {
    column.fill(0, 0, k);
    column[k] = 1;
    solveUpper(r, column, k + 1);
    for (let i = 0; i <= k; i++) {
      for (let j = 0; j <= i; j++) inverse.values[i * order + j]! += column[i]! * column[j]!;
    }
  }
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < i; j++) inverse.values[j * order + i] = inverse.values[i * order + j]!;
  }
  return inverse;
}
