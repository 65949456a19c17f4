import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomial } from "../../../../src/math/distributions/binomial.ts";
import { gamma } from "../../../../src/math/distributions/gamma.ts";
import { poisson } from "../../../../src/math/distributions/poisson.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { tailTolerance } from "../special/high-precision.ts";

const seed = 20_040_601;
const { cdf, survival, density, quantile, survivalQuantile, support, logCdf, logSurvival } = poisson;

describe("the Poisson distribution", () => {
  it.each([0.05, 1, 3.3, 12])("has e^(−m) m^k/k! for its probabilities, m = %s", (m) => {
    let term = Math.exp(-m);
    let sum = term;
    for (let k = 0; k < 20; k++) {
      // Here k factors and as many terms are rounded, 20 at most.
      expectRelative([density(k, m)], [term], tailTolerance(term), `${k}`);
      expectRelative([cdf(k, m)], [sum], tailTolerance(sum), `${k}`);
      term *= m / (k + 1);
      sum += term;
    }
  });

  it("counts what a gamma law waits for: P(X ≤ k) = P(waiting for k + 1 > m)", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: -7, max: 7, noNaN: true }), (k, logMean) => {
        const m = Math.exp(logMean);
        expect(cdf(k, m)).toBe(gamma.survival(m, k + 1));
        expect(logSurvival(k, m)).toBe(gamma.logCdf(m, k + 1));
      }),
      { seed },
    );
  });

  it("is the limit of many improbable trials", () => {
    // The probabilities differ by a factor 1 + O((k² + m²)/n).
    for (const k of [0, 2, 5]) expectRelative([binomial.cdf(k, 1e9, 3e-9)], [cdf(k, 3)], 1e-8);
  });

  it("is 0 for a mean of 0", () => {
    expect([support(0), density(0, 0), cdf(0, 0), survival(0, 0), cdf(-1, 0)]).toEqual([[0, 0], 1, 1, 0, 0]);
    for (const p of [0, 0.4, 1]) expect([quantile(p, 0), survivalQuantile(p, 0)]).toEqual([0, 0]);
    expect(poisson.logDensity(0, 0)).toBe(0);
  });

  it("keeps its digits for the smallest and the largest means", () => {
    expectRelative([survival(0, 1e-300), density(1, 1e-300)], [1e-300, 1e-300], tailTolerance(1e-300));
    expectRelative([density(1e15, 1e15)], [1 / Math.sqrt(2e15 * Math.PI)], 1e-15);
    // The median is the mean, or up to ⅓ below.
    expect(quantile(0.5, 1e15)).toBe(1e15);
    expectRelative([logCdf(0, 1e15)], [-1e15], 1e-15);
  });

  it.each([-1, 1e16, Number.NaN, Infinity])("refuses the mean %s", (m) => {
    for (const f of [cdf, density, quantile])
      expect(() => f(0, m)).toThrow(`poisson needs mean in [0, 1e15], got ${m}`);
  });
});
