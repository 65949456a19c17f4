import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cholesky,
  choleskyInPlace,
  choleskyInverse,
  choleskySolve,
} from "../../../../src/math/linear/cholesky.ts";
import { type Matrix, times, toRows } from "../../../../src/math/linear/matrix.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";

const seed = 20_040_601;

function square(...rows: number[][]): Matrix {
  return { rows: rows.length, columns: rows.length, values: Float64Array.from(rows.flat()) };
}

/** B Bᵀ + I, which is positive definite, for the numbers drawn. */
function positive(n: number, numbers: readonly number[]): Matrix {
  const matrix = square(...Array.from({ length: n }, () => Array<number>(n).fill(0)));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = i === j ? 1 : 0;
      for (let k = 0; k < n; k++) sum += numbers[i * n + k]! * numbers[j * n + k]!;
      matrix.values[i * n + j] = sum;
    }
  }
  return matrix;
}

const positiveMatrix = fc
  .integer({ min: 1, max: 6 })
  .chain((n) =>
    fc
      .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n })
      .map((numbers) => positive(n, numbers)),
  );

describe("cholesky", () => {
  it("factors a matrix known by heart", () => {
    const factor = cholesky(square([4, 12, -16], [12, 37, -43], [-16, -43, 98]))!;
    expect(toRows(factor)).toEqual([
      [2, 0, 0],
      [6, 1, 0],
      [-8, 5, 3],
    ]);
  });

  it("gives L Lᵀ back", () => {
    fc.assert(
      fc.property(positiveMatrix, (matrix) => {
        const n = matrix.rows;
        const l = toRows(cholesky(matrix)!);
        const product = l.flatMap((row) =>
          l.map((other) => row.reduce((sum, v, k) => sum + v * other[k]!, 0)),
        );
        // Each entry is a sum of n products, rounded n times at the size of the diagonal.
        expectAbsolute(product, matrix.values, 1e-15 * n * Math.max(...matrix.values.map(Math.abs)));
      }),
      { seed },
    );
  });

  it("reads the lower triangle only, and leaves the matrix alone", () => {
    const matrix = square([4, 99], [2, 3]);
    cholesky(matrix);
    expect(matrix).toEqual(square([4, 99], [2, 3]));
    expect(cholesky(square([4, 99], [2, 3]))).toEqual(cholesky(square([4, 2], [2, 3])));
  });

  it.each([
    ["indefinite", square([1, 2], [2, 1])],
    ["singular", square([1, 1], [1, 1])],
    ["negative", square([-1])],
    ["zero", square([0])],
    ["not a number", square([Number.NaN])],
    ["not a number below the diagonal", square([1, 0], [Number.NaN, 1])],
    ["infinite", square([Infinity])],
  ])("returns null for a matrix that is %s", (_, matrix) => {
    expect(cholesky(matrix)).toBeNull();
  });

  it("takes parameters of very different units", () => {
    expect(toRows(cholesky(square([1e-20, 0], [0, 1e20]))!)).toEqual([
      [1e-10, 0],
      [0, 1e10],
    ]);
  });

  it("factors nothing into nothing", () => {
    expect(toRows(cholesky(square())!)).toEqual([]);
  });
});

describe("choleskyInPlace", () => {
  it("leaves in the matrix what cholesky returns", () => {
    fc.assert(
      fc.property(positiveMatrix, (matrix) => {
        const expected = cholesky(matrix)!;
        expect(choleskyInPlace(matrix)).toBe(true);
        expect(matrix).toEqual(expected);
      }),
      { seed },
    );
  });

  it("says where there is no factor", () => {
    expect(choleskyInPlace(square([1, 2], [2, 1]))).toBe(false);
  });
});

describe("choleskySolve and choleskyInverse", () => {
  it("solves A x = b and leaves b alone", () => {
    const matrix = square([4, 2], [2, 3]);
    const b = Float64Array.of(8, 7);
    expectRelative(choleskySolve(cholesky(matrix)!, b), [1.25, 1.5], 1e-15);
    expect([...b]).toEqual([8, 7]);
  });

  it("inverts: A A⁻¹ is the identity, and A⁻¹ is symmetric to the bit", () => {
    fc.assert(
      fc.property(positiveMatrix, (matrix) => {
        const n = matrix.rows;
        const inverse = choleskyInverse(cholesky(matrix)!);
        const largest = Math.max(...matrix.values.map(Math.abs));
        for (let j = 0; j < n; j++) {
          const column = Array.from({ length: n }, (_, i) => inverse.values[i * n + j]!);
          // The smallest eigenvalue is 1 or more, so that the condition is at most n × the largest entry.
          const identity = column.map((_, i) => (i === j ? 1 : 0));
          expectAbsolute(times(matrix, column), identity, 1e-14 * n * n * largest);
          expect(column).toEqual([...inverse.values.subarray(j * n, (j + 1) * n)]);
        }
      }),
      { seed },
    );
  });
});
