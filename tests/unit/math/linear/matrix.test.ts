import { describe, expect, it } from "vitest";
import {
  bilinear,
  copyOf,
  dot,
  type Matrix,
  times,
  toRows,
  zeros,
} from "../../../../src/math/linear/matrix.ts";

const a: Matrix = { rows: 2, columns: 2, values: Float64Array.of(1, 2, 3, 4) };
const wide: Matrix = { rows: 2, columns: 3, values: Float64Array.of(1, 2, 3, 4, 5, 6) };

describe("matrix", () => {
  it("holds its numbers by rows", () => {
    expect(toRows(wide)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(toRows(zeros(2, 1))).toEqual([[0], [0]]);
    expect(toRows(zeros(0, 0))).toEqual([]);
  });

  it("turns into plain JSON", () => {
    expect(JSON.parse(JSON.stringify(toRows(wide)))).toEqual(toRows(wide));
  });

  it("copies so that neither changes with the other", () => {
    const copy = copyOf(a);
    copy.values[0] = 99;
    expect(a.values[0]).toBe(1);
    expect(copy).toMatchObject({ rows: 2, columns: 2 });
  });

  it("multiplies a vector from the right", () => {
    expect([...times(wide, [1, 0, -1])]).toEqual([-2, -2]);
    expect([...times(a, [5, 7])]).toEqual([19, 43]);
  });

  it("takes the inner product, 0 for nothing", () => {
    expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
    expect(dot([], [])).toBe(0);
    expect(dot([1, Number.NaN], [0, 0])).toBeNaN();
  });

  it("takes the bilinear form as uᵀ(A v), which need not be symmetric", () => {
    expect(bilinear([1, 2], a, [3, 4])).toBe(dot([1, 2], times(a, [3, 4])));
    expect(bilinear([1, 0], a, [0, 1])).toBe(2);
    expect(bilinear([0, 1], a, [1, 0])).toBe(3);
  });
});
