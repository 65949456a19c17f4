import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquared } from "../../../../src/math/distributions/chi-squared.ts";
import { noncentralChiSquared } from "../../../../src/math/distributions/noncentral-chi-squared.ts";
import { noncentralT } from "../../../../src/math/distributions/noncentral-t.ts";
import { normalCdf, normalSurvival } from "../../../../src/math/special/normal-tails.ts";
import { expectRelative, relativeError } from "../../../helpers/closeness.ts";
import { missedQuantiles, missedTails, noncentral } from "./noncentral-reference.ts";

const { cdf, survival, density, logCdf, logDensity, quantile, survivalQuantile, mean, variance } =
  noncentralChiSquared;
const seed = 20_040_601;

describe("the noncentral chi-squared distribution", () => {
  it(`has both tails at ${noncentral.noncentralChiSquared.length} points of the Poisson mixture in 40 digits`, () => {
    expect(noncentral.noncentralChiSquared.length).toBeGreaterThan(100);
    expect(missedTails(noncentralChiSquared, noncentral.noncentralChiSquared)).toEqual([]);
  });

  it("finds those points again as quantiles", () => {
    expect(missedQuantiles(noncentralChiSquared, noncentral.noncentralChiSquared)).toEqual([]);
  });

  it("is the chi-squared distribution without noncentrality, and with next to none", () => {
    for (const degrees of [0.5, 1, 3, 30, 1e5]) {
      for (const ratio of [1e-250, 1e-4, 0.3, 0.999, 1, 1.2, 3, 20]) {
        const x = ratio * degrees;
        const message = `${x} ${degrees}`;
        const [lower, upper] = [chiSquared.cdf(x, degrees), chiSquared.survival(x, degrees)];
        expect([cdf(x, degrees, 0), survival(x, degrees, 0)]).toEqual([lower, upper]);
        if (lower > 1e-300) expectRelative([cdf(x, degrees, 1e-300)], [lower], 3e-13, message);
        if (upper > 1e-300) expectRelative([survival(x, degrees, 1e-300)], [upper], 3e-13, message);
        if (lower > 1e-300 && upper > 1e-300) {
          expectRelative([density(x, degrees, 1e-300)], [chiSquared.density(x, degrees)], 3e-13, message);
        }
      }
    }
  });

  it("is the square of a shifted normal with one degree of freedom", () => {
    for (const delta of [0.1, 1, 5, 100]) {
      for (const root of [1e-3, 0.5, 2, 6, delta, delta + 3]) {
        const upper = normalSurvival(root - delta) + normalCdf(-root - delta);
        expectRelative([survival(root * root, 1, delta * delta)], [upper], 1e-12, `${delta} ${root}`);
      }
    }
  });

  it("has a density that its tails integrate", () => {
    for (const [x, degrees, lambda] of [
      [1, 3, 2],
      [120, 100, 40],
      [0.01, 5, 1],
      [1e-3, 0.5, 3],
      [50, 2, 300],
    ] as const) {
      const slope = (f: typeof cdf, step: number): number =>
        (f(x + step, degrees, lambda) - f(x - step, degrees, lambda)) / (2 * step);
      const smaller = x > degrees + lambda ? survival : cdf;
      const rise = Math.abs((4 * slope(smaller, 1e-4 * x) - slope(smaller, 2e-4 * x)) / 3);
      expectRelative([density(x, degrees, lambda)], [rise], 1e-9, `${x}`);
    }
  });

  it("has the density's limits at 0 and beyond the support", () => {
    expect([density(-1, 3, 1), density(Infinity, 3, 1), density(0, 3, 1)]).toEqual([0, 0, 0]);
    expectRelative([density(0, 2, 3)], [0.5 * Math.exp(-1.5)], 1e-15);
    expect(density(0, 1, 3)).toBe(Infinity);
    expectRelative([logDensity(1e-200, 5, 3)], [logDensity(1e-198, 5, 3) - 3 * Math.log(10)], 1e-13);
    expect([cdf(0, 3, 1), cdf(-2, 3, 1), survival(-2, 3, 1), cdf(Infinity, 3, 1)]).toEqual([0, 0, 1, 1]);
  });

  it("has tails that add to 1", () => {
    const degrees = fc.double({ min: 0.1, max: 1e4, noNaN: true });
    const lambda = fc.double({ min: 0, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 4, noNaN: true }),
        degrees,
        lambda,
        (ratio, nu, noncentrality) => {
          const x = ratio * (nu + noncentrality);
          expect(Math.abs(cdf(x, nu, noncentrality) + survival(x, nu, noncentrality) - 1)).toBeLessThan(
            4e-16,
          );
        },
      ),
      { seed },
    );
  });

  it("agrees with the noncentral t where both are a squared normal over nothing", () => {
    const two = noncentralT.survival(3, Infinity, 2) + noncentralT.cdf(-3, Infinity, 2);
    expectRelative([survival(9, 1, 4)], [two], 1e-14);
  });

  it("has finite logarithms where the probabilities underflow", () => {
    // The leading term y^μ e^(−λ/2)/Γ(μ + 1).
    expectRelative([logCdf(2e-300, 4, 2)], [2 * Math.log(1e-300) - Math.LN2 - 1], 1e-14);
    expect(logCdf(1, 10, 1e6)).toBeLessThan(-4e5);
    expect(noncentralChiSquared.logSurvival(1e9, 10, 1)).toBeLessThan(-4e8);
  });

  it("has quantiles that rise with p everywhere, and the ends for 0 and 1", () => {
    const ps = [0, 1e-300, 1e-100, 1e-20, 1e-8, 0.001, 0.1, 0.3, 0.5, 0.7, 0.99, 1 - 1e-10, 1];
    for (const degrees of [0.5, 1, 2, 7, 100, 1e4, 1e6]) {
      for (const lambda of [0, 1e-8, 1, 30, 1e3, 1e4]) {
        const x = ps.map((p) => quantile(p, degrees, lambda));
        expect(
          x.slice(1).every((value, i) => value >= x[i]!),
          `${degrees} ${lambda}: ${x}`,
        ).toBe(true);
        expect([x[0], x.at(-1)]).toEqual([0, Infinity]);
      }
    }
    expect(relativeError(survival(survivalQuantile(1e-250, 3, 5), 3, 5), 1e-250)).toBeLessThan(1e-11);
  });

  it("never answers with anything but a probability", () => {
    for (const degrees of [0.01, 0.5, 1, 7, 1e4, 1e9, 1e200]) {
      for (const lambda of [0, 1e-300, 0.01, 30, 1e6, 1e10, 1e200]) {
        for (const ratio of [1e-310, 1e-20, 1e-3, 0.9, 0.9999999, 1, 1.000000001, 1.1, 10, 1e6, 1e100]) {
          const x = ratio * (degrees + lambda);
          for (const p of [cdf(x, degrees, lambda), survival(x, degrees, lambda)]) {
            expect(p >= 0 && p <= 1, `${x} ${degrees} ${lambda}: ${p}`).toBe(true);
          }
          expect(density(x, degrees, lambda)).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it("has the mean ν + λ and the variance 2(ν + 2λ)", () => {
    expect([mean(3, 2), variance(3, 2)]).toEqual([5, 14]);
  });

  it("names the argument that is wrong", () => {
    expect(() => cdf(1, 0, 1)).toThrow(
      "noncentralChiSquared needs degreesOfFreedom to be positive and finite, got 0",
    );
    expect(() => cdf(1, Infinity, 1)).toThrow(RangeError);
    expect(() => cdf(1, 3, -1)).toThrow("noncentralChiSquared needs noncentrality to be >= 0, got -1");
    expect(() => density(1, 3, Number.NaN)).toThrow(RangeError);
    expect(() => survival(Number.NaN, 3, 1)).toThrow("noncentralChiSquared needs x to be a number, got NaN");
    expect(() => quantile(-0.1, 3, 1)).toThrow("noncentralChiSquared needs p in [0, 1], got -0.1");
    for (const f of [mean, variance, noncentralChiSquared.support])
      expect(() => f(-1, 1)).toThrow(RangeError);
  });
});
