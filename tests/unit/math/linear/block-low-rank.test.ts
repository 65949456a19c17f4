import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blockLowRank,
  blockLowRankLogDeterminant,
  blockLowRankSolve,
} from "../../../../src/math/linear/block-low-rank.ts";
import { cholesky } from "../../../../src/math/linear/cholesky.ts";
import { choleskyLogDeterminant } from "../../../../src/math/linear/log-determinant.ts";
import { type Matrix, times, zeros } from "../../../../src/math/linear/matrix.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { fromRows, identity, matrixOf, product, transpose } from "./arbitrary-matrix.ts";

const seed = 20_040_601;

function plus(a: Matrix, b: Matrix): Matrix {
  return { ...a, values: a.values.map((v, k) => v + b.values[k]) };
}

/** Positive definite, with no eigenvalue below 1. */
const block = matrixOf(fc.integer({ min: 1, max: 4 }), fc.constant(2)).map((a) =>
  plus(product(a, transpose(a)), identity(a.rows)),
);

/** Some blocks, and a U that goes with them. */
const covariance = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([blocks, r]) => {
    const n = blocks.reduce((sum, { rows }) => sum + rows, 0);
    return fc.tuple(fc.constant(blocks), matrixOf(fc.constant(n), fc.constant(r)));
  });

/** B + U Uᵀ, written out. */
function dense(blocks: readonly Matrix[], u: Matrix): Matrix {
  const v = product(u, transpose(u));
  let from = 0;
  for (const { rows, values } of blocks) {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < rows; j++) v.values[(from + i) * v.columns + from + j] += values[i * rows + j];
    }
    from += rows;
  }
  return v;
}

describe("blockLowRank", () => {
  it("solves what the dense covariance multiplies", () => {
    fc.assert(
      fc.property(covariance, ([blocks, u]) => {
        const v = dense(blocks, u);
        const b = Float64Array.from({ length: u.rows }, (_, i) => Math.sin(i + 1));
        const x = blockLowRankSolve(blockLowRank(blocks, u)!, b);
        // Rounding by the size of V over its smallest eigenvalue, which is at least 1, once for L and once for the rest.
        const condition = 1 + v.values.reduce((sum, entry) => sum + Math.abs(entry), 0);
        expectAbsolute(times(v, x), b, 1e-14 * condition);
      }),
      { seed },
    );
  });

  it("has the determinant of the dense covariance", () => {
    fc.assert(
      fc.property(covariance, ([blocks, u]) => {
        const exact = choleskyLogDeterminant(cholesky(dense(blocks, u))!);
        expectAbsolute([blockLowRankLogDeterminant(blockLowRank(blocks, u)!)], [exact], 1e-10);
      }),
      { seed },
    );
  });

  it("is the random-intercept model: V⁻¹ of equal variances and covariances, known in closed form", () => {
    const [n, error, shared] = [5, 2, 3];
    const blocks = Array.from({ length: n }, () => fromRows([[error]]));
    const factor = blockLowRank(blocks, fromRows(Array.from({ length: n }, () => [Math.sqrt(shared)])))!;
    const b = [1, 0, 0, 0, 0];
    const off = -shared / (error * (error + n * shared));
    expectRelative(blockLowRankSolve(factor, b), [1 / error + off, off, off, off, off], 1e-14);
    expectRelative(
      [blockLowRankLogDeterminant(factor)],
      [(n - 1) * Math.log(error) + Math.log(error + n * shared)],
      1e-14,
    );
  });

  it("takes a random effect of no variance", () => {
    const factor = blockLowRank([fromRows([[4]]), fromRows([[1]])], zeros(2, 1))!;
    expect([...blockLowRankSolve(factor, [8, 3])]).toEqual([2, 3]);
  });

  it("leaves its arguments alone", () => {
    const [a, u, b] = [fromRows([[4]]), fromRows([[1]]), Float64Array.of(5)];
    blockLowRankSolve(blockLowRank([a], u)!, b);
    expect([a, u, b]).toEqual([fromRows([[4]]), fromRows([[1]]), Float64Array.of(5)]);
  });

  it("is null where a block isn't positive definite, and refuses wrong sizes", () => {
    expect(blockLowRank([fromRows([[1]]), fromRows([[-1]])], zeros(2, 1))).toBeNull();
    expect(() => blockLowRank([fromRows([[1]])], zeros(2, 1))).toThrow(
      new RangeError("Cannot factor: blocks need 2 rows together, got 1"),
    );
    expect(() => blockLowRankSolve(blockLowRank([fromRows([[1]])], zeros(1, 1))!, [1, 2])).toThrow(
      new RangeError("Cannot solve: b needs 1 entries, got 2"),
    );
  });
});
