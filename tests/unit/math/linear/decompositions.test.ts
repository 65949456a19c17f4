import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cholesky } from "../../../../src/math/linear/cholesky.ts";
import { choleskyLogDeterminant, luLogDeterminant } from "../../../../src/math/linear/log-determinant.ts";
import { luFactor, luSolve, solveLinear } from "../../../../src/math/linear/lu.ts";
import { type Matrix, times, zeros } from "../../../../src/math/linear/matrix.ts";
import { singularValues } from "../../../../src/math/linear/singular-values.ts";
import { symmetricEigen } from "../../../../src/math/linear/symmetric-eigen.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { fromRows, hilbert, identity, largest, matrixOf, product, transpose } from "./arbitrary-matrix.ts";

const seed = 20_040_601;
const size = fc.integer({ min: 1, max: 7 });
const squareOf = (n: fc.Arbitrary<number>) =>
  n.chain((order) => matrixOf(fc.constant(order), fc.constant(order)));
const symmetric = squareOf(size).map((a) => {
  const turned = transpose(a);
  return { ...a, values: a.values.map((v, i) => v + turned.values[i]) };
});
const diagonal = (values: Float64Array): Matrix => ({
  rows: values.length,
  columns: values.length,
  values: identity(values.length).values.map((v, i) => v * values[Math.floor(i / values.length)]),
});

// Eigenvalues of the Hilbert matrix of order 8 as doubles hold it: mpmath, 50 digits.
const hilbertEigenvalues = [
  1.6959389969219494, 0.29812521131693071, 0.026212843578119051, 0.0014676881177418471, 5.4369433697508963e-5,
  1.2943320918741793e-6, 1.7988737460063012e-8, 1.1115389694888082e-10,
];
const hilbertLogDeterminant = -74.978427326250700646;

describe("symmetricEigen", () => {
  it("multiplies out to the matrix, with orthonormal vectors and falling values", () => {
    fc.assert(
      fc.property(symmetric, (a) => {
        const { values, vectors, converged } = symmetricEigen(a);
        expect(converged).toBe(true);
        expectAbsolute(product(transpose(vectors), vectors).values, identity(a.rows).values, 1e-13);
        const back = product(product(vectors, diagonal(values)), transpose(vectors));
        expectAbsolute(back.values, a.values, 1e-13 * (1 + largest(a)));
        expect(Array.from(values)).toEqual(Array.from(values).sort((u, v) => v - u));
      }),
      { seed },
    );
  });

  it("converges where values repeat or vanish", () => {
    fc.assert(
      fc.property(matrixOf(size, fc.integer({ min: 1, max: 2 })), (root) => {
        const a = product(root, transpose(root));
        const { values, converged } = symmetricEigen(a);
        expect(converged).toBe(true);
        expect(values.slice(2).every((v) => Math.abs(v) <= 1e-13 * (1 + largest(a)))).toBe(true);
      }),
      { seed },
    );
    expect(Array.from(symmetricEigen(identity(4)).values)).toEqual([1, 1, 1, 1]);
    expect(Array.from(symmetricEigen(zeros(3, 3)).values)).toEqual([0, 0, 0]);
  });

  it("finds the small eigenvalues of the Hilbert matrix", () => {
    expectRelative(symmetricEigen(hilbert(8)).values, hilbertEigenvalues, 1e-7);
  });

  it("says so where numbers are not finite", () => {
    expect(
      symmetricEigen(
        fromRows([
          [Number.NaN, 1],
          [1, 2],
        ]),
      ).converged,
    ).toBe(false);
  });

  it("refuses a matrix that is not square", () => {
    expect(() => symmetricEigen(zeros(2, 3))).toThrow(RangeError);
  });
});

describe("singularValues", () => {
  it("multiplies out to the matrix, with orthonormal columns", () => {
    fc.assert(
      fc.property(matrixOf(size, size), (a) => {
        const { u, values, v, converged } = singularValues(a);
        expect(converged).toBe(true);
        const back = product(product(u, diagonal(values)), transpose(v));
        expectAbsolute(back.values, a.values, 1e-13 * (1 + largest(a)));
        expect(Array.from(values)).toEqual(Array.from(values).sort((x, y) => y - x));
        const complete = a.rows >= a.columns ? u : v;
        expectAbsolute(product(transpose(complete), complete).values, identity(values.length).values, 1e-13);
      }),
      { seed },
    );
  });

  it("agrees with the eigenvalues of the Hilbert matrix", () => {
    expectRelative(singularValues(hilbert(8)).values, hilbertEigenvalues, 1e-7);
  });

  it("gives zeros where columns depend on each other", () => {
    const { values } = singularValues(
      fromRows([
        [1, 2, 3],
        [2, 4, 6],
        [1, 0, 1],
        [0, 0, 0],
      ]),
    );
    expect(values[1]).toBeGreaterThan(0.5);
    expect(values[2]).toBeLessThan(1e-15);
    expect(Array.from(singularValues(zeros(2, 3)).values)).toEqual([0, 0]);
  });
});

describe("luFactor", () => {
  it("solves what solveLinear solves", () => {
    fc.assert(
      fc.property(squareOf(size), (a) => {
        const b = Float64Array.from({ length: a.rows }, (_, i) => Math.cos(i));
        const { values } = singularValues(a);
        const condition = values[0] / values.at(-1)!;
        fc.pre(condition < 1e10 && values[0] > 1e-100);
        const x = luSolve(luFactor(a), b);
        expectAbsolute(times(a, x!), b, 1e-14 * condition);
        expectAbsolute(x!, solveLinear(a, b)!, 1e-14 * condition * largest({ ...a, values: x! }));
      }),
      { seed },
    );
  });

  it("says so where the matrix is singular", () => {
    expect(
      luSolve(
        luFactor(
          fromRows([
            [1, 2],
            [2, 4],
          ]),
        ),
        [1, 1],
      ),
    ).toBeNull();
  });

  it("refuses wrong shapes", () => {
    expect(() => luFactor(zeros(2, 3))).toThrow(new RangeError("Cannot factor: a must be square, got 2 × 3"));
    expect(() => luSolve(luFactor(identity(2)), [1])).toThrow(RangeError);
  });
});

describe("log-determinants", () => {
  it("carry the sign", () => {
    expect(
      luLogDeterminant(
        luFactor(
          fromRows([
            [0, 2],
            [3, 0],
          ]),
        ),
      ),
    ).toEqual({ sign: -1, logAbsolute: Math.log(3) + Math.log(2) });
    expect(luLogDeterminant(luFactor(fromRows([[-2]])))).toEqual({ sign: -1, logAbsolute: Math.log(2) });
    expect(luLogDeterminant(luFactor(zeros(2, 2)))).toEqual({ sign: 0, logAbsolute: -Infinity });
  });

  it("agree between Cholesky and LU, and with 50 digits for the Hilbert matrix", () => {
    const a = hilbert(8);
    expectRelative([choleskyLogDeterminant(cholesky(a)!)], [hilbertLogDeterminant], 1e-8);
    expectRelative([luLogDeterminant(luFactor(a)).logAbsolute], [hilbertLogDeterminant], 1e-8);
  });

  it("neither overflow nor underflow", () => {
    const a = diagonal(new Float64Array(100).fill(1e-300));
    expectRelative([luLogDeterminant(luFactor(a)).logAbsolute], [-30_000 * Math.LN10], 1e-14);
  });
});
