import { describe, expect, it } from "vitest";
import { pseudomedian } from "../../../../src/math/ranks/pseudomedian.ts";
import { signedRankTest } from "../../../../src/math/ranks/signed-rank-test.ts";

const differences = [1.9, -0.4, 3.1, 2.2, 0.7, 5.3, 1.1, -1.6];

describe("pseudomedian", () => {
  it("is the median of the means of all pairs, a value with itself too", () => {
    expect(pseudomedian([1, 2, 6]).estimate).toBe(2.75);
    expect(pseudomedian([4]).estimate).toBe(4);
    expect(pseudomedian([-2, 2]).estimate).toBe(0);
  });

  it.each([0.5, 0.8, 0.95])(
    "has the limits between which the signed-rank test does not reject at %f",
    (level) => {
      const { lower, upper, coverage } = pseudomedian(differences, { level });
      const p = (center: number): number => signedRankTest(differences.map((d) => d - center)).pValue!;
      for (const [end, outwards] of [
        [lower!, -1],
        [upper!, 1],
      ] as const) {
        expect(p(end - outwards * 1e-6)).toBeGreaterThan(1 - level - 1e-12);
        expect(p(end + outwards * 1e-6)).toBeCloseTo(1 - coverage!, 12);
      }
      expect(coverage).toBeGreaterThanOrEqual(level);
    },
  );

  it("has the range as its limits at the highest level that can be had", () => {
    expect(pseudomedian([3, 1, 9, 4, 7], { level: 0.9375 })).toEqual({
      estimate: 5,
      lower: 1,
      upper: 9,
      coverage: 0.9375,
      reason: null,
    });
  });

  it.each([1, 2, 3, 4, 5])("has no 95 %% limits from %i values, and says so", (n) => {
    expect(pseudomedian(differences.slice(0, n))).toMatchObject({
      lower: null,
      upper: null,
      coverage: null,
      reason: "too-few-values",
    });
  });

  it("moves with the values, stretches with their scale, and is mirrored when they are", () => {
    const found = pseudomedian(differences);
    const moved = pseudomedian(differences.map((d) => 8 - 2 * d));
    expect(moved.estimate).toBeCloseTo(8 - 2 * found.estimate, 13);
    expect(moved.lower).toBeCloseTo(8 - 2 * found.upper!, 13);
    expect(moved.upper).toBeCloseTo(8 - 2 * found.lower!, 13);
  });

  it("has limits without width where all values are equal", () => {
    expect(pseudomedian([2, 2, 2, 2, 2, 2])).toMatchObject({ estimate: 2, lower: 2, upper: 2 });
  });

  it("covers the center of tied values at least as often as it says", () => {
    // All samples of six from −1, 0, 1 with probabilities .3, .4, .3.
    const chances = [0.3, 0.4, 0.3];
    let covered = 0;
    for (let code = 0; code < 3 ** 6; code++) {
      const digits = Array.from({ length: 6 }, (_, i) => Math.floor(code / 3 ** i) % 3);
      const { lower, upper } = pseudomedian(
        digits.map((digit) => digit - 1),
        { level: 0.9 },
      );
      if (lower! <= 0 && upper! >= 0)
        covered += digits.reduce((product, digit) => product * chances[digit]!, 1);
    }
    expect(pseudomedian([1, 2, 3, 4, 5, 6], { level: 0.9 }).coverage).toBe(0.90625);
    expect(covered).toBeGreaterThanOrEqual(0.90625);
  });

  it("refuses no values, infinite ones, and a level outside (0, 1)", () => {
    expect(() => pseudomedian([])).toThrow(new RangeError("pseudomedian needs at least 1 value, got 0"));
    expect(() => pseudomedian([1, Infinity])).toThrow(RangeError);
    for (const level of [0, 1, 95, Number.NaN]) {
      expect(() => pseudomedian([1], { level })).toThrow(
        new RangeError(`A confidence level must lie in (0, 1), got ${level}`),
      );
    }
  });

  it("has an estimate but no limits where the distribution would take too long", () => {
    const many = Array.from({ length: 900 }, (_, i) => i);
    expect(pseudomedian(many)).toMatchObject({
      estimate: 449.5,
      lower: null,
      reason: "too-many-arrangements",
    });
  });
});
