import { type Matrix, zeros } from "../../math/linear/matrix.ts";

/** A B. */
export function product(a: Matrix, b: Matrix): Matrix {
  const made = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = a.values[i * a.columns + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < b.columns; j++) {
        made.values[i * b.columns + j]! += factor * b.values[k * b.columns + j]!;
      }
    }
  }
  return made;
}

/** Aᵀ B. */
export function crossProduct(a: Matrix, b: Matrix): Matrix {
  const made = zeros(a.columns, b.columns);
  for (let k = 0; k < a.rows; k++) {
    for (let i = 0; i < a.columns; i++) {
      const factor = a.values[k * a.columns + i]!;
      if (factor === 0) continue;
      for (let j = 0; j < b.columns; j++) {
        made.values[i * b.columns + j]! += factor * b.values[k * b.columns + j]!;
      }
    }
  }
  return made;
}

/** A B Aᵀ. */
export function sandwich(a: Matrix, b: Matrix): Matrix {
  return product(product(a, b), transposed(a));
}

/** Aᵀ. */
export function transposed({ rows, columns, values }: Matrix): Matrix {
  const made = zeros(columns, rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) made.values[j * rows + i] = values[i * columns + j]!;
  }
  return made;
}

/** tr(A B). */
export function traceOfProduct(a: Matrix, b: Matrix): number {
  let sum = 0;
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) sum += a.values[i * a.columns + j]! * b.values[j * b.columns + i]!;
  }
  return sum;
}

/** Adds a multiple of B to A, in place. */
export function addTo(a: Matrix, b: Matrix, factor = 1): void {
  for (let k = 0; k < a.values.length; k++) a.values[k]! += factor * b.values[k]!;
}
