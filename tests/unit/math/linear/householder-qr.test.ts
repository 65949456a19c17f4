import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyQ,
  applyQTransposed,
  householderQr,
  qrRank,
  qrSolve,
  upperFactor,
} from "../../../../src/math/linear/householder-qr.ts";
import { dot, type Matrix, times, zeros } from "../../../../src/math/linear/matrix.ts";
import { inverseGram, solveUpper, solveUpperTransposed } from "../../../../src/math/linear/triangular.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { fromRows, hilbert, identity, largest, matrixOf, product, transpose } from "./arbitrary-matrix.ts";

const seed = 20_040_601;
const anyMatrix = matrixOf(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }));

/** Q R, with the columns back in their places. */
function multiplyOut(a: Matrix, pivoting: boolean): Matrix {
  const factors = householderQr(a, pivoting);
  const r = upperFactor(factors);
  const result = zeros(a.rows, a.columns);
  for (let j = 0; j < a.columns; j++) {
    const column = new Float64Array(a.rows);
    for (let i = 0; i < r.rows; i++) column[i] = r.values[i * r.columns + j];
    applyQ(factors, column);
    for (let i = 0; i < a.rows; i++) result.values[i * a.columns + factors.pivots[j]] = column[i];
  }
  return result;
}

describe("householderQr", () => {
  it.each([true, false])("multiplies out to the matrix (pivoting: %s)", (pivoting) => {
    fc.assert(
      fc.property(anyMatrix, (a) => {
        expectAbsolute(multiplyOut(a, pivoting).values, a.values, 1e-14 * (1 + largest(a)) * a.rows);
      }),
      { seed },
    );
  });

  it("has an orthogonal Q", () => {
    fc.assert(
      fc.property(anyMatrix, (a) => {
        const factors = householderQr(a);
        for (let k = 0; k < a.rows; k++) {
          const unit = new Float64Array(a.rows);
          unit[k] = 1;
          applyQ(factors, unit);
          expect(Math.abs(dot(unit, unit) - 1)).toBeLessThan(1e-14);
          applyQTransposed(factors, unit);
          expectAbsolute(unit, identity(a.rows).values.subarray(k * a.rows, (k + 1) * a.rows), 1e-14);
        }
      }),
      { seed },
    );
  });

  it("lets the diagonal of R never grow", () => {
    fc.assert(
      fc.property(anyMatrix, (a) => {
        const r = upperFactor(householderQr(a));
        const diagonal = Array.from({ length: r.rows }, (_, i) => Math.abs(r.values[i * r.columns + i]));
        diagonal.slice(1).forEach((entry, i) => {
          expect(entry).toBeLessThanOrEqual(diagonal[i] * (1 + 1e-14));
        });
      }),
      { seed },
    );
  });

  it("leaves the matrix as it was", () => {
    const a = hilbert(4);
    householderQr(a);
    expect(a).toEqual(hilbert(4));
  });

  it.each([1e-200, 1e200])("neither overflows nor underflows at %s", (size) => {
    const a = fromRows([[3 * size], [4 * size]]);
    expectRelative([householderQr(a).packed.values[0]], [-5 * size], 1e-15);
  });
});

describe("qrRank", () => {
  it("counts independent columns", () => {
    const small = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), small, small, fc.integer(), (rank, m, n, shift) => {
        const left = fromRows(pattern(m + rank, rank, shift));
        const right = fromRows(pattern(rank, n + rank, shift + 1));
        expect(qrRank(householderQr(product(left, right)), 1e-12)).toBe(rank);
      }),
      { seed },
    );
  });

  it("is 0 for zeros and for no columns", () => {
    expect(qrRank(householderQr(zeros(3, 2)))).toBe(0);
    expect(qrRank(householderQr(zeros(3, 0)))).toBe(0);
  });
});

/** Rows of independent directions: powers of distinct numbers. */
function pattern(m: number, n: number, shift: number): number[][] {
  const wide = n > m;
  const length = Math.max(m, n);
  const rows = Array.from({ length }, (_, i) =>
    Array.from({ length: Math.min(m, n) }, (_unused, j) =>
      Math.cos(i * (j + 1) + 0.1 * (Math.abs(shift) % 7)),
    ),
  );
  return wide ? rows[0].map((_, i) => rows.map((row) => row[i])) : rows;
}

describe("qrSolve", () => {
  it("solves a square system", () => {
    const x = [1, -2, 3, -4, 5];
    expectAbsolute(qrSolve(householderQr(hilbert(5)), times(hilbert(5), x)), x, 1e-10);
  });

  it("leaves residuals at right angles to every column", () => {
    fc.assert(
      fc.property(matrixOf(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 1, max: 4 })), (a) => {
        const b = Float64Array.from({ length: a.rows }, (_, i) => Math.sin(i + 1));
        const x = qrSolve(householderQr(a), b);
        const size = 1 + largest(a) * x.reduce((max, v) => Math.max(max, Math.abs(v)), 1);
        const residual = b.map((v, i) => v - times(a, x)[i]);
        expectAbsolute(
          times(transpose(a), residual),
          new Float64Array(a.columns),
          1e-12 * size * (1 + largest(a)),
        );
      }),
      { seed },
    );
  });

  it("gives zero to a column that repeats another", () => {
    const x = qrSolve(
      householderQr(
        fromRows([
          [1, 1],
          [2, 2],
          [3, 3],
        ]),
      ),
      [2, 4, 6],
    );
    expect(x.filter((v) => v === 0)).toHaveLength(1);
    expectRelative([x[0] + x[1]], [2], 1e-15);
  });

  it("refuses a right-hand side of the wrong length", () => {
    expect(() => qrSolve(householderQr(hilbert(2)), [1])).toThrow(
      new RangeError("Cannot solve: b needs 2 entries, got 1"),
    );
  });
});

describe("a triangle", () => {
  const r = fromRows([
    [2, 1, -1],
    [99, 3, 0.5],
    [99, 99, 4],
  ]);
  const upper = fromRows([
    [2, 1, -1],
    [0, 3, 0.5],
    [0, 0, 4],
  ]);

  it("solves, transposed or not, reading its upper part only", () => {
    const x = Float64Array.of(1, 2, 3);
    const [b, c] = [times(upper, x), times(transpose(upper), x)];
    solveUpper(r, b);
    solveUpperTransposed(r, c);
    expectAbsolute([...b, ...c], [...x, ...x], 1e-15);
  });

  it("gives the inverse of RᵀR", () => {
    const gram = product(transpose(upper), upper);
    expectAbsolute(product(gram, inverseGram(r)).values, identity(3).values, 1e-15);
  });
});
