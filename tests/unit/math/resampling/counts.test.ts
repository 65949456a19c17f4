import { describe, expect, it } from "vitest";
import { countPermutations, countSubsets } from "../../../../src/math/resampling/counts.ts";

describe("countPermutations", () => {
  it.each([
    [0, 1n],
    [1, 1n],
    [4, 24n],
    [25, 15511210043330985984000000n],
  ])("of %i things", (n, count) => expect(countPermutations(n)).toBe(count));

  it.each([-1, 0.5, Number.NaN, Infinity])("refuses n = %s", (n) => {
    expect(() => countPermutations(n)).toThrow(
      new RangeError(`countPermutations needs a whole n >= 0, got ${n}`),
    );
  });
});

describe("countSubsets", () => {
  it.each([
    [0, 0, 1n],
    [8, 4, 70n],
    [5, 6, 0n],
    [100, 50, 100891344545564193334812497256n],
  ])("of %i things, %i each", (n, k, count) => expect(countSubsets(n, k)).toBe(count));

  it("obeys Pascal's rule", () => {
    for (let n = 1; n < 30; n++) {
      for (let k = 1; k <= n; k++)
        expect(countSubsets(n, k)).toBe(countSubsets(n - 1, k - 1) + countSubsets(n - 1, k));
    }
  });

  it("refuses what is no count, by name", () => {
    expect(() => countSubsets(-1, 0)).toThrow("countSubsets needs a whole n >= 0, got -1");
    expect(() => countSubsets(3, 0.5)).toThrow("countSubsets needs a whole k >= 0, got 0.5");
  });
});
