import { describe, expect, it } from "vitest";
import { locationShift } from "../../../../src/math/ranks/location-shift.ts";
import { rankSumTest } from "../../../../src/math/ranks/rank-sum-test.ts";

const first = [8.1, 9.4, 7.2, 8.8, 6.3];
const second = [3.3, 4.9, 8.2, 2.5, 7.7, 4.1];

describe("locationShift", () => {
  it("is the median of all differences", () => {
    expect(locationShift([4, 5, 9], [1, 2]).estimate).toBe(3.5);
    expect(locationShift([4], [1]).estimate).toBe(3);
  });

  it.each([0.5, 0.8, 0.95])(
    "has the limits between which the rank-sum test does not reject at %f",
    (level) => {
      const { lower, upper, coverage } = locationShift(first, second, { level });
      const p = (shift: number): number =>
        rankSumTest(
          first.map((value) => value - shift),
          second,
        ).pValue!;
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

  it("has the range of the differences as its limits at the highest level that can be had", () => {
    // 2/20 is 1 − .9 but for a rounding.
    const found = locationShift([5, 6, 7], [1, 2, 4], { level: 0.9 });
    expect(found).toMatchObject({ lower: 1, upper: 6, reason: null });
    expect(found.coverage).toBeCloseTo(0.9, 15);
    expect(locationShift([5, 6, 7], [1, 2, 4], { level: 0.91 }).reason).toBe("too-few-values");
  });

  it("changes its sign with the samples' places", () => {
    const [found, swapped] = [locationShift(first, second), locationShift(second, first)];
    expect(swapped.estimate).toBeCloseTo(-found.estimate, 14);
    expect(swapped.lower).toBeCloseTo(-found.upper!, 14);
    expect(swapped.upper).toBeCloseTo(-found.lower!, 14);
  });

  it("covers no shift of tied values at least as often as it says", () => {
    // All samples of three and four from 0, 1, 2 with probabilities .5, .3, .2.
    const chances = [0.5, 0.3, 0.2];
    let covered = 0;
    let coverage = 1;
    for (let code = 0; code < 3 ** 7; code++) {
      const values = Array.from({ length: 7 }, (_, i) => Math.floor(code / 3 ** i) % 3);
      const found = locationShift(values.slice(0, 3), values.slice(3), { level: 0.85 });
      coverage = found.coverage!;
      if (found.lower! <= 0 && found.upper! >= 0)
        covered += values.reduce((product, value) => product * chances[value]!, 1);
    }
    expect(coverage).toBeGreaterThanOrEqual(0.85);
    expect(covered).toBeGreaterThanOrEqual(coverage);
  });

  it("refuses empty samples, infinite values, and a level outside (0, 1), by name", () => {
    expect(() => locationShift([], [1])).toThrow(
      new RangeError("locationShift: first needs at least 1 value, got 0"),
    );
    expect(() => locationShift([1], [2, Infinity])).toThrow(
      new RangeError("locationShift: second needs finite values, got Infinity at 1"),
    );
    expect(() => locationShift([1], [2], { level: 95 })).toThrow(
      new RangeError("A confidence level must lie in (0, 1), got 95"),
    );
  });
});
