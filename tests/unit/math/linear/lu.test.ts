import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveLinear } from "../../../../src/math/linear/lu.ts";
import { type Matrix, times } from "../../../../src/math/linear/matrix.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";

const seed = 20_040_601;

function square(...rows: number[][]): Matrix {
  return { rows: rows.length, columns: rows.length, values: Float64Array.from(rows.flat()) };
}

describe("solveLinear", () => {
  it("solves an indefinite system", () => {
    expectRelative(solveLinear(square([0, 1], [1, 0]), [3, 5])!, [5, 3], 0);
    expectRelative(solveLinear(square([1, 2, 3], [0, -1, 4], [5, 6, 0]), [14, 10, 17])!, [1, 2, 3], 1e-14);
  });

  it("exchanges rows where the pivot is tiny", () => {
    // Without pivoting the answer would be [0, 1].
    expectRelative(solveLinear(square([1e-20, 1], [1, 1]), [1, 2])!, [1, 1], 1e-15);
  });

  it("gives back the x that b was made from", () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    const system = fc
      .integer({ min: 1, max: 6 })
      .chain((n) =>
        fc.tuple(
          fc.array(number, { minLength: n * n, maxLength: n * n }),
          fc.array(number, { minLength: n, maxLength: n }),
        ),
      );
    fc.assert(
      fc.property(system, ([numbers, x]) => {
        const n = x.length;
        const matrix: Matrix = { rows: n, columns: n, values: Float64Array.from(numbers) };
        // A diagonal above the sum of its row keeps the condition below 20.
        for (let i = 0; i < n; i++) matrix.values[i * n + i] = 40 * (i % 2 === 0 ? 1 : -1);
        expectAbsolute(solveLinear(matrix, times(matrix, x))!, x, 1e-13);
      }),
      { seed },
    );
  });

  it("leaves the matrix and the right side as they were", () => {
    const matrix = square([0, 2], [3, 4]);
    const b = [1, 2];
    solveLinear(matrix, b);
    expect([...matrix.values]).toEqual([0, 2, 3, 4]);
    expect(b).toEqual([1, 2]);
  });

  it.each([
    ["two rows alike", square([1, 2], [1, 2])],
    ["a column of zeros", square([0, 1], [0, 2])],
    ["a pivot that is not a number", square([Number.NaN])],
    ["an infinite pivot", square([Infinity, 0], [0, 1])],
  ])("returns null for %s", (_, matrix) => {
    expect(solveLinear(matrix, Array(matrix.rows).fill(1))).toBeNull();
  });

  it("solves nothing by nothing", () => {
    expect([...solveLinear(square(), [])!]).toEqual([]);
  });
});
