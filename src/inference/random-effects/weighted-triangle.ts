import { type Matrix, zeros } from "../../math/linear/matrix.ts";

/** A column is said to depend on those before it where no more than this share of its square is its own. */
const OWN = 1e-28;

/**
 * The triangle L of Xᵀ W X = L Lᵀ without forming that product: one series of enormous weight would drown the others in it. By
 * Gram–Schmidt, twice.
 *
 * @param weights One for each row, > 0.
 * @returns Lower triangular, or null where columns depend on each other.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., sections 5.2.7 and 5.2.8 (Gram–Schmidt).
 */
export function weightedTriangle(design: Matrix, weights: ArrayLike<number>): Matrix | null {
  const { rows: k, columns: p, values } = design;
  const triangle = zeros(p, p);
  if (p === 1) {
    for (let i = 0; i < k; i++) triangle.values[0]! += weights[i]! * values[i]! * values[i]!;
    triangle.values[0] = Math.sqrt(triangle.values[0]!);
    return triangle.values[0]! > 0 && triangle.values[0]! < Infinity ? triangle : null;
  }
  const basis = new Float64Array(k * p);
  for (let j = 0; j < p; j++) {
    for (let i = 0; i < k; i++) basis[j * k + i] = Math.sqrt(weights[i]!) * values[i * p + j]!;
    const column = basis.subarray(j * k, (j + 1) * k);
    const whole = squareOf(column);
    for (let pass = 0; pass < 2; pass++)
      for (let before = 0; before < j; before++)
        triangle.values[j * p + before]! += takeOut(column, basis.subarray(before * k, (before + 1) * k));
    const own = squareOf(column);
    if (!(own > OWN * whole && own < Infinity)) return null;
    const length = Math.sqrt(own);
    triangle.values[j * p + j] = length;
    for (let i = 0; i < k; i++) column[i]! /= length;
  }
  return triangle;
}

function squareOf(column: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i]! * column[i]!;
  return sum;
}

/** Takes a direction out of a column, and returns how much of it there was. */
function takeOut(column: Float64Array, direction: Float64Array): number {
  let along = 0;
  for (let i = 0; i < column.length; i++) along += column[i]! * direction[i]!;
  for (let i = 0; i < column.length; i++) column[i]! -= along * direction[i]!;
  return along;
}
