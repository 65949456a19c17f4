import { describe, expect, it } from "vitest";
import { kendallTest } from "../../../../src/math/ranks/kendall-test.ts";

describe("kendallTest", () => {
  it("counts concordant minus discordant pairs", () => {
    expect(kendallTest([1, 2, 3, 4], [1, 3, 2, 4])).toMatchObject({
      statistic: 4,
      expected: 0,
      tauA: 4 / 6,
      tauB: 4 / 6,
    });
  });

  it("has τ-b of exactly 1 and −1 in perfect order, with ties as without", () => {
    for (const x of [
      [1, 2],
      [1, 2, 3],
      [1, 1, 2],
      [1, 1, 2, 3, 3, 3, 4],
    ]) {
      expect(kendallTest(x, x).tauB).toBe(1);
      expect(
        kendallTest(
          x,
          x.map((value) => -value),
        ).tauB,
      ).toBe(-1);
    }
  });

  it("keeps τ-a from 1 by ties", () => {
    expect(kendallTest([1, 1, 2], [1, 1, 2]).tauA).toBe(2 / 3);
  });

  it("has no τ-b where one side is all tied, and p = 1", () => {
    expect(kendallTest([1, 2, 3], [5, 5, 5])).toMatchObject({ statistic: 0, tauA: 0, tauB: null, pValue: 1 });
    expect(kendallTest([2, 2], [5, 5])).toMatchObject({ tauB: null, pValue: 1, method: "exact" });
    expect(kendallTest([1, 2, 3], [5, 5, 5], { exact: false })).toMatchObject({
      pValue: null,
      reason: "no-spread",
    });
  });

  it("has the smallest p-value that n pairs can have", () => {
    expect(kendallTest([1, 2], [1, 2]).pValue).toBe(1);
    expect(kendallTest([1, 2, 3], [1, 2, 3]).pValue).toBeCloseTo(1 / 3, 15);
    expect(kendallTest([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]).pValue).toBeCloseTo(1 / 60, 15);
  });

  it("tries all orders of up to ten pairs with ties on both sides, and is normal beyond", () => {
    const tied = (n: number): number[] => Array.from({ length: n }, (_, i) => i >> 1);
    expect(kendallTest(tied(8), tied(8)).method).toBe("exact");
    expect(kendallTest(tied(11), tied(11))).toMatchObject({ method: "normal", reason: null });
    expect(kendallTest(tied(11), tied(11), { exact: true })).toMatchObject({
      pValue: null,
      reason: "too-many-arrangements",
      method: "exact",
    });
  });

  it("doesn't depend on which side is which", () => {
    const [x, y] = [
      [3, 1, 2, 2, 5, 4],
      [1, 1, 3, 2, 2, 2],
    ];
    expect(kendallTest(x!, y!).pValue).toBeCloseTo(kendallTest(y!, x!).pValue!, 14);
  });

  it("refuses lengths that differ, fewer than two pairs, and NaN, by name", () => {
    expect(() => kendallTest([1, 2], [1, 2, 3])).toThrow(
      new RangeError("kendallTest needs as many in y as in x, got 3 and 2"),
    );
    expect(() => kendallTest([1], [1])).toThrow(new RangeError("kendallTest needs at least 2 in x, got 1"));
    expect(() => kendallTest([1, 2], [1, Number.NaN])).toThrow(
      new RangeError("kendallTest needs numbers in y, got NaN at 1"),
    );
  });
});
