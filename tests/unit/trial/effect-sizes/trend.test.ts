import { describe, expect, it } from "vitest";
import { tauBaselineCorrected, tauU } from "../../../../src/trial/effect-sizes/index.ts";
import { residuals, theilSen } from "../../../../src/trial/effect-sizes/theil-sen.ts";

const FALLING = { baseline: [80, 76, 73, 69, 66, 62], treatment: [40, 38, 35, 33, 30, 28] };

describe("Theil and Sen's line", () => {
  it("is the median of all slopes, and needs two scores", () => {
    expect(theilSen([1, 2, 3], [1, 2, 9])).toEqual({ slope: 4, intercept: -3 });
    expect(theilSen([1], [5])).toBeNull();
  });

  it("leaves ties tied that rounding would break", () => {
    expect(0.3 - 0.1 * 3).not.toBe(0);
    const left = residuals({ slope: 0.1, intercept: 0 }, [1, 3, 4], [0.1, 0.3, 0.5]);
    expect(left[1]).toBe(left[0]);
    expect(left[2]).toBeCloseTo(0.1, 14);
  });
});

describe("baseline-corrected Tau", () => {
  it("corrects a significant trend, and leaves one that is not", () => {
    const corrected = tauBaselineCorrected(FALLING, { improvement: "decrease" });
    expect(corrected.details).toMatchObject({ corrected: true, slope: -3.5, trendTau: -1 });
    const kept = tauBaselineCorrected(FALLING, { improvement: "decrease", trendLevel: 0.001 });
    expect(kept.details.corrected).toBe(false);
  });

  it("keeps the place of a missing score", () => {
    const line = { baseline: [10, null, 6, 4], treatment: [2] };
    const found = tauBaselineCorrected(line, { improvement: "decrease", correction: "always" });
    expect(found.details).toMatchObject({ slope: -2, intercept: 12 });
    expect(found.warnings.map(({ code }) => code)).toContain("missing-scores");
    expect(found.nBaseline).toBe(3);
  });

  it("has no answer where a baseline of one score should be corrected", () => {
    const found = tauBaselineCorrected(
      { baseline: [8], treatment: [3, 4] },
      { improvement: "decrease", correction: "always" },
    );
    expect(found.estimate).toBeNull();
    expect(found.warnings.map(({ code }) => code)).toEqual(["no-baseline-trend"]);
  });

  it("tests the trend exactly where asked", () => {
    const { details } = tauBaselineCorrected(FALLING, { improvement: "decrease", trendTest: "exact" });
    // Two of 6! orders are as far from none.
    expect(details.trendPValue).toBeCloseTo(2 / 720, 12);
  });

  it("with Tau's coefficient has open limits at complete separation", () => {
    const found = tauBaselineCorrected(FALLING, {
      improvement: "decrease",
      correction: "always",
      coefficient: "nonoverlap",
    });
    expect(found.estimate).toBe(1);
    expect(found.lower).toBeCloseTo(0.3784611494609105, 9);
  });

  it("refuses a level for the trend outside 0 and 1", () => {
    expect(() => tauBaselineCorrected(FALLING, { improvement: "decrease", trendLevel: 5 })).toThrow(
      RangeError,
    );
  });
});

describe("Tau-U", () => {
  it("exceeds 1 with Parker's divisor, says so, and stays within 1 with the pairs compared", () => {
    const rising = { baseline: [6, 7, 8], treatment: [3, 2, 1] };
    const parker = tauU(rising, { improvement: "decrease" });
    expect(parker.estimate).toBeCloseTo(12 / 9, 14);
    expect(parker.warnings.map(({ code }) => code)).toContain("beyond-one");
    const pairs = tauU(rising, { improvement: "decrease", divisor: "pairs" });
    expect(pairs.estimate).toBe(1);
    expect(pairs.warnings.map(({ code }) => code)).not.toContain("beyond-one");
  });

  it("has no τ-b where all scores are equal", () => {
    const equal = { baseline: [5, 5], treatment: [5, 5] };
    const found = tauU(equal, { improvement: "decrease", divisor: "tau-b" });
    expect(found.estimate).toBeNull();
    expect(found.warnings.map(({ code }) => code)).toEqual(["all-tied"]);
  });
});
