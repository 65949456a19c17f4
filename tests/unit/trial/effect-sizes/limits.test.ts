import { describe, expect, it } from "vitest";
import { nap, tau, tauU } from "../../../../src/trial/effect-sizes/index.ts";
import { normalLimits } from "../../../../src/trial/effect-sizes/limits.ts";
import { newcombeLimits } from "../../../../src/trial/effect-sizes/newcombe-limits.ts";

describe("Newcombe's limits of NAP", () => {
  it("are 0.7073 to 1 for six against seven scores that don't overlap", () => {
    const { lower, upper } = newcombeLimits(1, 6, 7, 0.95);
    expect(lower).toBeCloseTo(0.7073312009421171, 12);
    expect(upper).toBe(1);
  });

  it("approach those of complete separation as one pair of many ties", () => {
    const apart = newcombeLimits(1, 6, 7, 0.95).lower;
    expect(newcombeLimits(1 - 1e-9, 6, 7, 0.95).lower).toBeCloseTo(apart, 7);
  });

  it("solve the score equation at both ends, for phases down to one score", () => {
    const z2 = 1.959963984540054 ** 2;
    for (const m of [1, 2, 3, 8]) {
      for (const n of [1, 2, 5]) {
        for (const estimate of [0.25, 0.5, 0.9]) {
          const { lower, upper } = newcombeLimits(estimate, m, n, 0.95);
          const h = (m + n) / 2 - 1;
          for (const x of [lower, upper]) {
            const left = m * n * (estimate - x) ** 2 * (2 - x) * (1 + x);
            const right = z2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x));
            expect(left).toBeCloseTo(right, 10);
          }
          expect(lower).toBeLessThan(estimate);
          expect(upper).toBeGreaterThan(estimate);
        }
      }
    }
  });

  it("say almost nothing of one score against one", () => {
    const { estimate, standardError, lower, upper, warnings } = nap(
      { baseline: [8], treatment: [2] },
      { improvement: "decrease" },
    );
    expect(estimate).toBe(1);
    expect(standardError).toBeNull();
    expect(lower!).toBeLessThan(0.3);
    expect(upper).toBe(1);
    expect(warnings.map(({ code }) => code)).toEqual(["no-standard-error"]);
  });

  it("are those of Tau on its scale", () => {
    const series = { baseline: [8, 7, 9], treatment: [4, 7, 3, 8] };
    const [one, two] = [nap(series, { improvement: "decrease" }), tau(series, { improvement: "decrease" })];
    expect(two.lower).toBeCloseTo(2 * one.lower! - 1, 14);
    expect(two.upper).toBeCloseTo(2 * one.upper! - 1, 14);
    expect(two.standardError).toBeCloseTo(2 * one.standardError!, 14);
  });
});

describe("normal limits", () => {
  it("are cut at what the measure can be, and say so", () => {
    const { lower, upper, warnings } = normalLimits(0.9, 0.2, 0.95, [-1, 1]);
    expect(lower).toBeCloseTo(0.508, 3);
    expect(upper).toBe(1);
    expect(warnings.map(({ code }) => code)).toEqual(["limits-clipped"]);
  });

  it("don't exist where the standard error is 0, missing or not a number", () => {
    for (const error of [0, null, Number.NaN, Number.POSITIVE_INFINITY])
      expect(normalLimits(1, error, 0.95)).toMatchObject({ standardError: null, lower: null, upper: null });
  });

  it("of Tau-U stay open inside at complete separation, and end where S ends", () => {
    const apart = { baseline: [8, 9, 10], treatment: [1, 2, 3] };
    const { estimate, lower, upper } = tauU(apart, { improvement: "decrease" });
    expect(estimate).toBeCloseTo(12 / 9, 14);
    expect(lower!).toBeLessThan(0.6);
    expect(upper).toBeCloseTo(12 / 9, 14);
  });

  it("on Fisher's scale don't exist at 1 and beyond", () => {
    const apart = { baseline: [8, 9, 10], treatment: [1, 2, 3] };
    const found = tauU(apart, { improvement: "decrease", limits: "fisher" });
    expect([found.lower, found.upper]).toEqual([null, null]);
    expect(found.standardError).toBeGreaterThan(0);
    expect(found.warnings.map(({ code }) => code)).toEqual(["beyond-one", "no-fisher-limits"]);
  });
});
