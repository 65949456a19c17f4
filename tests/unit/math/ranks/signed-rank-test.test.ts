import { describe, expect, it } from "vitest";
import { signedRankTest } from "../../../../src/math/ranks/signed-rank-test.ts";

describe("signedRankTest", () => {
  it("has the smallest p-value that n differences of one sign can have", () => {
    for (let n = 1; n <= 12; n++) {
      const differences = Array.from({ length: n }, (_, i) => i + 1);
      expect(signedRankTest(differences).pValue).toBe(Math.min(1, 2 ** (1 - n)));
      expect(signedRankTest(differences, { alternative: "greater" }).pValue).toBe(2 ** -n);
    }
  });

  it("drops zeros before ranking, as Wilcoxon did", () => {
    const { pValue, statistic, expected } = signedRankTest([1, -2, 3, 4]);
    expect(signedRankTest([0, 1, 0, -2, 3, 4])).toEqual({
      pValue,
      statistic,
      expected,
      reason: null,
      method: "exact",
      nUsed: 4,
      nZeros: 2,
    });
  });

  it("ranks zeros and then leaves them out, as Pratt did", () => {
    // Ranks 3, −4, 5, 6 of 18: sums of at least 14 are 14, 15 and 18.
    const found = signedRankTest([0, 1, 0, -2, 3, 4], { zeros: "pratt", alternative: "greater" });
    expect(found).toMatchObject({ statistic: 14, expected: 9, pValue: 3 / 16, nUsed: 4, nZeros: 2 });
  });

  it("by Pratt's way gives differences that shrink no smaller p-value, as dropping zeros can", () => {
    // Pratt (1959): a little less of everything makes these look like more of an increase.
    const differences = [0, 2, 3, 4, 6, 7, 8, 9, 11, 14, 15, 17, -18];
    const p = (less: number, zeros: "dropped" | "pratt"): number =>
      signedRankTest(
        differences.map((difference) => difference - less),
        { zeros, alternative: "greater" },
      ).pValue!;
    expect(p(0.1, "dropped")).toBeLessThan(p(0, "dropped"));
    expect(p(0.1, "pratt")).toBeGreaterThan(p(0, "pratt"));
    expect(p(0, "pratt")).toBeGreaterThan(p(-0.1, "pratt"));
  });

  it("has p = 1 without any difference, and no normal approximation", () => {
    expect(signedRankTest([0, 0])).toMatchObject({ statistic: 0, pValue: 1, method: "exact", nUsed: 0 });
    expect(signedRankTest([0, 0], { exact: false })).toMatchObject({ pValue: null, reason: "no-spread" });
  });

  it("ranks infinite differences as the largest", () => {
    expect(signedRankTest([1, -2, Infinity]).pValue).toBe(signedRankTest([1, -2, 3]).pValue);
  });

  it("refuses no differences, and NaN", () => {
    expect(() => signedRankTest([])).toThrow(
      new RangeError("signedRankTest needs at least 1 in differences, got 0"),
    );
    expect(() => signedRankTest([1, Number.NaN])).toThrow(
      new RangeError("signedRankTest needs numbers in differences, got NaN at 1"),
    );
  });
});
