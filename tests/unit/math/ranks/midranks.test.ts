import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { midranks } from "../../../../src/math/ranks/midranks.ts";

describe("midranks", () => {
  it.each<[string, number[], number[], number[]]>([
    ["no value", [], [], []],
    ["one value", [7], [1], []],
    ["values in no order", [30, 10, 20], [3, 1, 2], []],
    ["two ties", [3, 1, 3, 1, 2], [4.5, 1.5, 4.5, 1.5, 3], [2, 2]],
    ["equal values", [5, 5, 5], [2, 2, 2], [3]],
    ["zeros of either sign", [0, -0, 1], [1.5, 1.5, 3], [2]],
    ["infinities", [Infinity, 0, -Infinity, Infinity], [3.5, 2, 1, 3.5], [2]],
  ])("of %s", (_, values, ranks, tieSizes) => {
    expect(midranks(values)).toEqual({ ranks: Float64Array.from(ranks), tieSizes });
  });

  it("add up to those without ties, and lose what the ties say in squares", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 }), (values) => {
        const n = values.length;
        const { ranks, tieSizes } = midranks(values);
        const lost = tieSizes.reduce((sum, t) => sum + (t ** 3 - t) / 12, 0);
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2);
        // Halves squared: whole numbers of quarters, exact.
        expect(4 * ranks.reduce((sum, rank) => sum + rank * rank, 0)).toBe(
          Math.round(4 * ((n * (n + 1) * (2 * n + 1)) / 6 - lost)),
        );
      }),
      { seed: 20_040_601 },
    );
  });

  it("refuses NaN", () => {
    expect(() => midranks([1, Number.NaN])).toThrow(
      new RangeError("midranks needs numbers in values, got NaN at 1"),
    );
  });
});
