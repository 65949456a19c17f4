import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noncentralT } from "../../../../src/math/distributions/noncentral-t.ts";
import { studentT } from "../../../../src/math/distributions/student-t.ts";
import { normalQuantile } from "../../../../src/math/special/normal-quantile.ts";
import { normalCdf, normalDensity, normalSurvival } from "../../../../src/math/special/normal-tails.ts";
import { expectRelative, relativeError } from "../../../helpers/closeness.ts";
import { missedQuantiles, missedTails, noncentral } from "./noncentral-reference.ts";

const { cdf, survival, density, logCdf, logDensity, quantile, survivalQuantile, mean, variance } =
  noncentralT;
const seed = 20_040_601;
const degreesList = [0.5, 1, 2, 7.5, 100, 1e4, 1e6, Infinity];
const noncentralities = [0, 1e-8, 1, -3, 30, -1e3, 1e4];

describe("the noncentral t distribution", () => {
  it(`has both tails at ${noncentral.noncentralT.length} points of 40-digit quadrature`, () => {
    expect(noncentral.noncentralT.length).toBeGreaterThan(100);
    expect(missedTails(noncentralT, noncentral.noncentralT)).toEqual([]);
  });

  it("finds those points again as quantiles", () => {
    expect(missedQuantiles(noncentralT, noncentral.noncentralT)).toEqual([]);
  });

  it("is Student's t without noncentrality", () => {
    for (const degrees of [0.5, 1, 3, 30, 1e5]) {
      for (const t of [-1e8, -40, -2, 0, 0.3, 5, 1e3]) {
        if (studentT.survival(t, degrees) > 1e-300) {
          expectRelative(
            [survival(t, degrees, 0)],
            [studentT.survival(t, degrees)],
            2e-13,
            `${t} ${degrees}`,
          );
        }
        expectRelative([density(t, degrees, 0)], [studentT.density(t, degrees)], 2e-13, `${t} ${degrees}`);
      }
    }
  });

  it("is the shifted normal with infinitely many degrees of freedom, and near it with 1e15", () => {
    expectRelative([cdf(1, Infinity, 3), density(1, Infinity, 3)], [normalCdf(-2), normalDensity(-2)], 1e-15);
    expectRelative([survival(9, 1e15, 3)], [normalSurvival(6)], 1e-12);
    expectRelative([quantile(0.01, Infinity, 3)], [3 + normalQuantile(0.01)], 1e-14);
  });

  it("has Φ(−δ) at 0, however many degrees of freedom", () => {
    for (const degrees of degreesList) expectRelative([cdf(0, degrees, 2.5)], [normalCdf(-2.5)], 1e-15);
    expectRelative([cdf(1e-12, 3, 30)], [normalCdf(-30)], 1e-9);
  });

  it("mirrors: −T has noncentrality −δ", () => {
    const anyT = fc.double({ min: -60, max: 60, noNaN: true });
    const anyDegrees = fc.double({ min: 0.5, max: 300, noNaN: true });
    fc.assert(
      fc.property(anyT, anyDegrees, fc.double({ min: -20, max: 20, noNaN: true }), (t, degrees, delta) => {
        expectRelative([cdf(t, degrees, delta)], [survival(-t, degrees, -delta)], 1e-13);
        expect(Math.abs(cdf(t, degrees, delta) + survival(t, degrees, delta) - 1)).toBeLessThan(4e-16);
      }),
      { seed },
    );
  });

  it("has a density that its tails integrate", () => {
    for (const [t, degrees, delta] of [
      [1, 3, 2],
      [-2, 10, 1.5],
      [0, 5, 1],
      [-1e3, 1, 3],
      [300, 2, 290],
    ] as const) {
      const h = 1e-4 * Math.max(1, Math.abs(t));
      const slope = (f: typeof cdf, step: number): number =>
        (f(t + step, degrees, delta) - f(t - step, degrees, delta)) / (2 * step);
      const smaller = t > delta ? survival : cdf;
      const rise = Math.abs((4 * slope(smaller, h) - slope(smaller, 2 * h)) / 3);
      // Two sums of 1e-16 over a step of 1e-4 of the tail's own length.
      expectRelative([density(t, degrees, delta)], [rise], 1e-9, `${t}`);
    }
    expect(logDensity(-Infinity, 3, 1)).toBe(-Infinity);
  });

  it("has finite logarithms where the probabilities underflow", () => {
    // By noncentral.py.
    expectRelative([logCdf(-1, 1e4, 60)], [-1865.4356072025502811], 1e-15);
    expect(logCdf(0.01, 2, 1e10)).toBeLessThan(-1e19);
    // Far out T is (Z + δ)/S with S near 0: Φ(−δ) where ν is tiny, and a power of t otherwise.
    expectRelative([logCdf(-1e300, 1e-10, 1e10)], [-0.5e20], 1e-15);
    expectRelative([logCdf(-1e300, 5, 2) - logCdf(-1e200, 5, 2)], [-500 * Math.LN10], 1e-14);
    expectRelative([logDensity(1e300, 5, 2) - logDensity(1e200, 5, 2)], [-600 * Math.LN10], 1e-14);
  });

  it("has the moments of (Z + δ)/S", () => {
    expectRelative([mean(3, 2)!], [2 * Math.sqrt(6 / Math.PI)], 1e-14);
    expectRelative([variance(3, 2)!], [15 - (4 * 6) / Math.PI], 1e-13);
    // Below and above the change to the series.
    expectRelative([variance(49.999999, 50)!], [variance(50.000001, 50)!], 1e-7);
    expectRelative([variance(1e6, 1e4)!], [51.00018950052274], 1e-12);
    // By mpmath 1.3.0 with 40 digits, from the moments themselves; up to 50 the difference loses 2ν ulps.
    const expected = { 30: 48.46855072629198, 150: 9.55908562844891, 250: 6.083902613372039 };
    for (const [degrees, value] of Object.entries(expected))
      expectRelative([variance(Number(degrees), 50)!], [value], 1e-13, degrees);
    expect([mean(1, 2), variance(1, 2), mean(1.5, 0), variance(2, 1)]).toEqual([null, null, 0, Infinity]);
    expect([mean(Infinity, 3), variance(Infinity, 3)]).toEqual([3, 1]);
  });

  it("has quantiles that rise with p everywhere, and the ends for 0 and 1", () => {
    const ps = [0, 1e-300, 1e-100, 1e-20, 1e-8, 0.001, 0.1, 0.3, 0.5, 0.7, 0.99, 1 - 1e-10, 1];
    for (const degrees of degreesList) {
      for (const delta of noncentralities) {
        const t = ps.map((p) => quantile(p, degrees, delta));
        expect(
          t.slice(1).every((value, i) => value > t[i]! || value === t[i]),
          `${degrees} ${delta}: ${t}`,
        ).toBe(true);
        expect([t[0], t.at(-1)]).toEqual([-Infinity, Infinity]);
      }
    }
  });

  it("has a survival quantile for upper tails that are no complement of a double", () => {
    for (const p of [1e-250, 1e-30, 0.2, 0.9]) {
      expect(relativeError(survival(survivalQuantile(p, 12, 1.5), 12, 1.5), p)).toBeLessThan(1e-11);
    }
  });

  it("never answers with anything but a probability", () => {
    const points = [
      0,
      1e-300,
      -1e-10,
      0.01,
      -0.9,
      1,
      -30,
      1e3,
      -1e5,
      1e20,
      -1e100,
      1e200,
      -1e300,
      Infinity,
      -Infinity,
    ];
    for (const degrees of [0.01, 0.5, 1, 7, 1e4, 1e9, 1e29, 1e31, Infinity]) {
      for (const delta of [0, 1e-300, 0.01, -30, 1e4, -1e6, 1e10]) {
        for (const t of points) {
          for (const p of [cdf(t, degrees, delta), survival(t, degrees, delta)]) {
            expect(p >= 0 && p <= 1, `${t} ${degrees} ${delta}: ${p}`).toBe(true);
          }
          expect(density(t, degrees, delta)).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it("names the argument that is wrong", () => {
    expect(() => cdf(1, 0, 1)).toThrow("noncentralT needs degreesOfFreedom to be at least 1e-10, got 0");
    expect(() => cdf(1, Number.NaN, 1)).toThrow(RangeError);
    expect(() => survival(1, 3, Infinity)).toThrow(
      "noncentralT needs noncentrality in [-1e100, 1e100], got Infinity",
    );
    expect(() => density(Number.NaN, 3, 1)).toThrow("noncentralT needs t to be a number, got NaN");
    expect(() => quantile(1.1, 3, 1)).toThrow("noncentralT needs p in [0, 1], got 1.1");
    expect(() => quantile(0, -1, 1)).toThrow(RangeError);
    for (const f of [mean, variance, noncentralT.support]) expect(() => f(-1, 1)).toThrow(RangeError);
  });
});
