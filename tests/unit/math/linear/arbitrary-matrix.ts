import fc from "fast-check";
import { type Matrix, zeros } from "../../../../src/math/linear/matrix.ts";

/** Any matrix of moderate numbers, zeros for those below 1e-300, which have no relative accuracy to keep. */
export const matrixOf = (rows: fc.Arbitrary<number>, columns: fc.Arbitrary<number>): fc.Arbitrary<Matrix> =>
  fc.tuple(rows, columns).chain(([m, n]) =>
    fc
      .array(fc.double({ min: -10, max: 10, noNaN: true, noDefaultInfinity: true }), {
        minLength: m * n,
        maxLength: m * n,
      })
      .map((values) => ({
        rows: m,
        columns: n,
        values: Float64Array.from(values, (v) => (Math.abs(v) < 1e-300 ? 0 : v)),
      })),
  );

/** A matrix by its rows. */
export const fromRows = (rows: number[][]): Matrix => ({
  rows: rows.length,
  columns: rows[0].length,
  values: Float64Array.from(rows.flat()),
});

/** A B */
export function product(a: Matrix, b: Matrix): Matrix {
  const result = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.columns; j++) {
      for (let k = 0; k < a.columns; k++) {
        result.values[i * b.columns + j] += a.values[i * a.columns + k] * b.values[k * b.columns + j];
      }
    }
  }
  return result;
}

/** Aᵀ */
export function transpose(a: Matrix): Matrix {
  const result = zeros(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) result.values[j * a.rows + i] = a.values[i * a.columns + j];
  }
  return result;
}

/** 1 / (i + j + 1): badly conditioned, with known inverse and eigenvalues. */
export function hilbert(n: number): Matrix {
  return fromRows(
    Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_unused, j) => 1 / (i + j + 1))),
  );
}

export function identity(n: number): Matrix {
  return fromRows(
    Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_unused, j) => Number(i === j))),
  );
}

/** Largest absolute entry. */
export const largest = ({ values }: Matrix): number =>
  values.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
