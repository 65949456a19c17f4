import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cholesky } from "../../../../src/math/linear/cholesky.ts";
import { kroneckerLogDeterminant, kroneckerSolve } from "../../../../src/math/linear/kronecker.ts";
import { choleskyLogDeterminant } from "../../../../src/math/linear/log-determinant.ts";
import { type Matrix, times, zeros } from "../../../../src/math/linear/matrix.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";
import { fromRows, identity, largest, matrixOf, product, transpose } from "./arbitrary-matrix.ts";

const seed = 20_040_601;

/** Positive definite, with no eigenvalue below 1. */
const positive = matrixOf(fc.integer({ min: 1, max: 4 }), fc.constant(2)).map((a) => {
  const square = product(a, transpose(a));
  return { ...square, values: square.values.map((v, k) => v + identity(a.rows).values[k]) };
});

/** A ⊗ B, written out. */
function kronecker(a: Matrix, b: Matrix): Matrix {
  const [p, q] = [a.rows, b.rows];
  const full = zeros(p * q, p * q);
  for (let row = 0; row < p * q; row++) {
    for (let column = 0; column < p * q; column++) {
      const left = a.values[Math.floor(row / q) * p + Math.floor(column / q)];
      full.values[row * p * q + column] = left * b.values[(row % q) * q + (column % q)];
    }
  }
  return full;
}

describe("a Kronecker product", () => {
  it("is solved as the product written out", () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const full = kronecker(a, b);
        const c = Float64Array.from({ length: full.rows }, (_, i) => Math.cos(i));
        const x = kroneckerSolve(cholesky(a)!, cholesky(b)!, c);
        // Rounding by the condition of the product, whose smallest eigenvalue is at least 1.
        expectAbsolute(times(full, x), c, 1e-14 * full.rows * largest(full));
      }),
      { seed },
    );
  });

  it("has the determinant of the product written out", () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const exact = choleskyLogDeterminant(cholesky(kronecker(a, b))!);
        expectAbsolute([kroneckerLogDeterminant(cholesky(a)!, cholesky(b)!)], [exact], 1e-10);
      }),
      { seed },
    );
  });

  it("takes the entries of the second matrix fastest", () => {
    const a = cholesky(fromRows([[1]]))!;
    const b = cholesky(
      fromRows([
        [4, 0],
        [0, 9],
      ]),
    )!;
    expect([...kroneckerSolve(a, b, [4, 9])]).toEqual([1, 1]);
    expect([...kroneckerSolve(b, a, [4, 9])]).toEqual([1, 1]);
    expect([...kroneckerSolve(b, b, [16, 36, 36, 81])]).toEqual([1, 1, 1, 1]);
    expect([...kroneckerSolve(b, cholesky(identity(2))!, [4, 4, 9, 9])]).toEqual([1, 1, 1, 1]);
  });

  it("refuses a right-hand side of the wrong length, and leaves the right one alone", () => {
    const one = fromRows([[1]]);
    expect(() => kroneckerSolve(one, identity(2), [1])).toThrow(
      new RangeError("Cannot solve: c needs 2 entries, got 1"),
    );
    const c = Float64Array.of(5);
    kroneckerSolve(fromRows([[2]]), one, c);
    expect([...c]).toEqual([5]);
  });
});
