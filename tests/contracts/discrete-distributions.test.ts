import fc from "fast-check";
import { expect, it } from "vitest";
import { describeLaws, probability, seed, tolerance } from "../helpers/distribution-laws.ts";

describeLaws((law, parameters) => {
  const [minimum, maximum] = law.support(...parameters);
  /** Points about as often as the law draws them. */
  const points = fc
    .integer({ min: 1, max: 2 ** 40 })
    .map((i) => law.quantile(i / (2 ** 40 + 1), ...parameters));

  it("has its probabilities as the steps of its distribution function", () => {
    fc.assert(
      fc.property(points, (k) => {
        const step = law.cdf(k, ...parameters) - law.cdf(k - 1, ...parameters);
        expect(Math.abs(step - law.density(k, ...parameters))).toBeLessThan(4e-14);
      }),
      { seed },
    );
  });

  it("gives back the point that a step of the distribution function came from", () => {
    fc.assert(
      fc.property(points, (k) => {
        const [lower, upper] = [law.cdf(k, ...parameters), law.survival(k, ...parameters)];
        if (lower < 0.999) expect(law.quantile(lower, ...parameters)).toBe(k);
        if (upper < 0.999 && upper > 0) expect(law.survivalQuantile(upper, ...parameters)).toBe(k);
      }),
      { seed },
    );
  });

  it("takes the smallest point that reaches a probability", () => {
    fc.assert(
      fc.property(probability, (p) => {
        const k = law.quantile(p, ...parameters);
        expect(law.cdf(k, ...parameters)).toBeGreaterThanOrEqual(p * (1 - tolerance(p)));
        if (k > minimum) expect(law.cdf(k - 1, ...parameters)).toBeLessThan(p);
        const upper = law.survivalQuantile(p, ...parameters);
        expect(law.survival(upper, ...parameters)).toBeLessThanOrEqual(p * (1 + tolerance(p)));
        if (upper > minimum) expect(law.survival(upper - 1, ...parameters)).toBeGreaterThan(p);
      }),
      { seed },
    );
  });

  it("lives on whole numbers", () => {
    const k = law.quantile(0.4, ...parameters);
    expect(law.cdf(k + 0.5, ...parameters)).toBe(law.cdf(k, ...parameters));
    expect(law.survival(k + 0.999, ...parameters)).toBe(law.survival(k, ...parameters));
    expect([k + 0.5, minimum - 1].map((x) => law.density(x, ...parameters))).toEqual([0, 0]);
    if (maximum < Infinity) expect(law.density(maximum + 1, ...parameters)).toBe(0);
  });

  it("has finite logarithms at both ends of its support, and far out where there is none", () => {
    const top = maximum < Infinity ? maximum : 3 * law.survivalQuantile(1e-300, ...parameters);
    for (const k of [minimum, top]) expect(law.logDensity(k, ...parameters)).toBeGreaterThan(-Infinity);
    if (minimum === maximum) return;
    expect(law.logCdf(minimum, ...parameters)).toBeGreaterThan(-Infinity);
    expect(law.logSurvival(top - 1, ...parameters)).toBeGreaterThan(-Infinity);
  });
}, "discrete");
