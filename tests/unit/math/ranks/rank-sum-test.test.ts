import { describe, expect, it } from "vitest";
import { rankSumTest } from "../../../../src/math/ranks/rank-sum-test.ts";

describe("rankSumTest", () => {
  it("counts the pairs in which the first is larger, ties as half", () => {
    expect(rankSumTest([1, 5, 5], [0, 5]).statistic).toBe(4);
    expect(rankSumTest([0, 5], [1, 5, 5]).statistic).toBe(2);
  });

  it("has the smallest p-value that separated samples can have", () => {
    expect(rankSumTest([5, 6, 7, 8], [1, 2, 3, 4]).pValue).toBeCloseTo(2 / 70, 15);
    expect(rankSumTest([5, 6, 7, 8], [1, 2, 3, 4], { alternative: "greater" }).pValue).toBeCloseTo(
      1 / 70,
      15,
    );
    expect(rankSumTest([1], [2]).pValue).toBe(1);
  });

  it("counts both sides of a lopsided distribution at their distance", () => {
    // Midranks 2, 2, 2, 4 and one of the first: U is 1 (three choices) or 3 (one), 1.5 on average.
    const lopsided = rankSumTest([9], [1, 1, 1]);
    expect(lopsided).toMatchObject({ statistic: 3, expected: 1.5 });
    expect(lopsided.pValue).toBeCloseTo(1 / 4, 15);
    expect(rankSumTest([1], [1, 1, 9]).pValue).toBe(1);
  });

  it("has p = 1 where all values are equal, and no normal approximation", () => {
    expect(rankSumTest([3, 3], [3, 3, 3])).toMatchObject({ statistic: 3, pValue: 1, method: "exact" });
    expect(rankSumTest([3, 3], [3, 3, 3], { exact: false })).toMatchObject({
      pValue: null,
      reason: "no-spread",
    });
  });

  it("ranks infinite values at the ends", () => {
    expect(rankSumTest([-Infinity, 2], [3, Infinity])).toEqual(rankSumTest([1, 2], [3, 4]));
  });

  it("refuses an empty sample, and NaN, by name", () => {
    expect(() => rankSumTest([], [1])).toThrow(
      new RangeError("rankSumTest needs at least 1 in first, got 0"),
    );
    expect(() => rankSumTest([1], [])).toThrow(
      new RangeError("rankSumTest needs at least 1 in second, got 0"),
    );
    expect(() => rankSumTest([1], [2, Number.NaN])).toThrow(
      new RangeError("rankSumTest needs numbers in second, got NaN at 1"),
    );
  });
});
