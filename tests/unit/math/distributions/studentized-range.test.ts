import { describe, expect, it } from "vitest";
import { studentT } from "../../../../src/math/distributions/student-t.ts";
import { studentizedRange } from "../../../../src/math/distributions/studentized-range.ts";
import { expectRelative, relativeError } from "../../../helpers/closeness.ts";
import { missedQuantiles, missedTails, noncentral } from "./noncentral-reference.ts";

const { cdf, survival, density, logCdf, logSurvival, quantile, survivalQuantile, mean, variance } =
  studentizedRange;
const degreesList = [0.5, 2, 100, 1e6, Infinity];

// noncentral.py takes the groups second and the degrees of freedom third, as here.
describe("the studentized range", () => {
  it(`has both tails at ${noncentral.studentizedRange.length} points of 40-digit double quadrature`, () => {
    expect(noncentral.studentizedRange.length).toBeGreaterThan(10);
    expect(missedTails(studentizedRange, noncentral.studentizedRange)).toEqual([]);
  });

  it("finds those points again as quantiles", () => {
    expect(missedQuantiles(studentizedRange, noncentral.studentizedRange)).toEqual([]);
  });

  it("is √2 |t| for two groups", () => {
    for (const degrees of [0.5, 1, 2, 3.5, 10, 100, 1e4, 1e6, Infinity]) {
      for (const q of [0.1, 0.5, 1, 3, 10, 100, 1e6]) {
        const t = q / Math.SQRT2;
        const upper = 2 * studentT.survival(t, degrees);
        if (upper < 1e-290) continue;
        expectRelative([survival(q, 2, degrees)], [upper], upper < 1e-12 ? 1e-12 : 1e-13, `${q} ${degrees}`);
        expectRelative(
          [density(q, 2, degrees)],
          [Math.SQRT2 * studentT.density(t, degrees)],
          1e-12,
          `${q} ${degrees}`,
        );
        expect(Math.abs(cdf(q, 2, degrees) + upper - 1)).toBeLessThan(1e-15);
      }
      const p = 0.95;
      expectRelative(
        [quantile(p, 2, degrees)],
        [Math.SQRT2 * studentT.survivalQuantile(0.025, degrees)],
        1e-13,
      );
    }
  });

  it("starts like √k (q/√(2π))^(k − 1) with infinite degrees of freedom", () => {
    const leading = (q: number, k: number): number => Math.sqrt(k) * (q / Math.sqrt(2 * Math.PI)) ** (k - 1);
    expectRelative([cdf(1e-6, 3, Infinity)], [leading(1e-6, 3)], 1e-11);
    expectRelative([cdf(1e-12, 3, Infinity)], [leading(1e-12, 3)], 1e-14);
    expectRelative([cdf(1e-4, 10, Infinity)], [leading(1e-4, 10)], 1e-7);
  });

  it("ends like the farthest of k(k − 1)/2 pairs", () => {
    // Bonferroni's bound is exact to first order in the far tail.
    expectRelative(
      [survival(40, 5, Infinity)],
      [10 * 2 * studentT.survival(40 / Math.SQRT2, Infinity)],
      1e-12,
    );
    expect(Number.isFinite(logSurvival(1e8, 5, Infinity))).toBe(true);
    // With finitely many degrees of freedom it ends like a power, however far out.
    for (const degrees of [0.1, 1, 7]) {
      const t = 1e300 / Math.SQRT2;
      expectRelative([logSurvival(1e300, 2, degrees)], [Math.LN2 + studentT.logSurvival(t, degrees)], 1e-13);
    }
    // 1 minus 7e-8, an absolute accuracy.
    expect(Math.abs(logSurvival(1e300, 2, 1e-10) + 7.0263502695342281e-8)).toBeLessThan(5e-14);
  });

  it("has a density that its tails integrate", () => {
    for (const [q, k, degrees] of [
      [1, 3, 2],
      [4, 10, 30],
      [20, 50, 3],
      [0.5, 5, 1e5],
      [3, 3, Infinity],
    ] as const) {
      const slope = (f: typeof cdf, step: number): number =>
        (f(q + step, k, degrees) - f(q - step, k, degrees)) / (2 * step);
      const smaller = cdf(q, k, degrees) > 0.5 ? survival : cdf;
      const rise = Math.abs((4 * slope(smaller, 1e-4 * q) - slope(smaller, 2e-4 * q)) / 3);
      expectRelative([density(q, k, degrees)], [rise], 1e-9, `${q}`);
    }
    expect([density(-1, 3, 5), density(0, 3, 5), density(Infinity, 3, 5)]).toEqual([0, 0, 0]);
    expectRelative([density(0, 2, 5)], [Math.SQRT2 * studentT.density(0, 5)], 1e-14);
  });

  it("has the expected ranges of normal samples as means", () => {
    // Harter (1960), Ann Math Stat 31:1122–1131, table 1: printed to ten decimals.
    const ranges = { 2: 1.1283791671, 3: 1.6925687506, 5: 2.3259289473, 10: 3.0775054617 };
    for (const [k, expected] of Object.entries(ranges)) {
      expect(Math.abs(mean(Number(k), Infinity)! - expected)).toBeLessThan(6e-11);
    }
    expectRelative([variance(2, Infinity)!], [2 - 4 / Math.PI], 1e-13);
    // √2|t| with 5 degrees of freedom: E = √2 · 2√5 Γ(3)/(√π Γ(5/2) 4), E² = 2 · 5/3.
    expectRelative([mean(2, 5)!], [Math.SQRT2 * ((2 * Math.sqrt(5) * 2) / (4 * 0.75 * Math.PI))], 1e-13);
    expectRelative([variance(2, 5)!], [10 / 3 - mean(2, 5)! ** 2], 1e-12);
    expect([mean(3, 1), variance(3, 2)]).toEqual([Infinity, Infinity]);
  });

  it("has quantiles that rise with p everywhere, and the ends for 0 and 1", () => {
    const ps = [0, 1e-100, 1e-20, 0.001, 0.3, 0.5, 0.95, 1 - 1e-10, 1];
    for (const degrees of degreesList) {
      for (const k of [2, 50]) {
        const q = ps.map((p) => quantile(p, k, degrees));
        expect(
          q.slice(1).every((value, i) => value >= q[i]!),
          `${degrees} ${k}: ${q}`,
        ).toBe(true);
        expect([q[0], q.at(-1)]).toEqual([0, Infinity]);
      }
    }
    expect(relativeError(survival(survivalQuantile(1e-200, 4, 12), 4, 12), 1e-200)).toBeLessThan(1e-11);
  });

  it("never answers with anything but a probability", () => {
    for (const degrees of [0.01, 1, 7, 1e6, 1e15, Infinity]) {
      for (const k of [2, 3, 50, 300]) {
        for (const q of [0, 1e-300, 1e-8, 0.3, 4, 50, 1e5, 1e20, 1e300, Infinity, -1]) {
          const [lower, upper] = [cdf(q, k, degrees), survival(q, k, degrees)];
          expect(
            lower >= 0 && upper >= 0 && Math.abs(lower + upper - 1) < 4e-16,
            `${q} ${k} ${degrees}`,
          ).toBe(true);
          expect(Number.isNaN(logCdf(q, k, degrees))).toBe(false);
        }
      }
    }
  });

  it("names the argument that is wrong", () => {
    expect(() => cdf(1, 1, 5)).toThrow(
      "studentizedRange needs nGroups to be a whole number in [2, 1000], got 1",
    );
    for (const nGroups of [2.5, 1001, Infinity, Number.NaN])
      expect(() => cdf(1, nGroups, 5)).toThrow(RangeError);
    expect(() => survival(1, 3, 0)).toThrow(
      "studentizedRange needs degreesOfFreedom to be at least 1e-10, got 0",
    );
    expect(() => density(Number.NaN, 3, 5)).toThrow("studentizedRange needs q to be a number, got NaN");
    expect(() => quantile(2, 3, 5)).toThrow("studentizedRange needs p in [0, 1], got 2");
    for (const f of [mean, variance, studentizedRange.support]) expect(() => f(3, -1)).toThrow(RangeError);
  });
});
