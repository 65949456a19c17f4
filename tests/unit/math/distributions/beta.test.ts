import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beta } from "../../../../src/math/distributions/beta.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { expectClosedForm } from "./closed-form.ts";

const seed = 20_040_601;
const points = [1e-12, 0.01, 0.3, 0.5, 0.75, 0.999];

describe("the beta distribution", () => {
  it.each([1e-3, 0.5, 1, 3, 1e3])("is x^a where b is 1, for a = %s", (a) => {
    expectClosedForm(beta, {
      parameters: [a, 1],
      points: a < 100 ? points.slice(a < 0.1 ? 0 : 1) : points.slice(3),
      cdf: (x) => x ** a,
      survival: (x) => -Math.expm1(a * Math.log(x)),
      density: (x) => a * x ** (a - 1),
    });
  });

  it("is the arc sine law where both are ½, and a parabola where both are 2", () => {
    expectClosedForm(beta, {
      parameters: [0.5, 0.5],
      points,
      cdf: (x) => (2 / Math.PI) * Math.atan(Math.sqrt(x / (1 - x))),
      survival: (x) => (2 / Math.PI) * Math.atan(Math.sqrt((1 - x) / x)),
      density: (x) => 1 / (Math.PI * Math.sqrt(x * (1 - x))),
    });
    expectClosedForm(beta, {
      parameters: [2, 2],
      points: points.slice(1),
      cdf: (x) => x * x * (3 - 2 * x),
      survival: (x) => (1 - x) ** 2 * (1 + 2 * x),
      density: (x) => 6 * x * (1 - x),
    });
  });

  it("reflects: 1 − X has the parameters swapped", () => {
    const shape = fc.double({ min: -9, max: 9, noNaN: true }).map(Math.exp);
    fc.assert(
      // Multiples of 2^-20, so that 1 − x is exact.
      fc.property(shape, shape, fc.integer({ min: 1, max: 2 ** 20 - 1 }), (a, b, i) => {
        const x = i / 2 ** 20;
        expect(beta.cdf(x, a, b)).toBe(beta.survival(1 - x, b, a));
        expect(beta.logCdf(x, a, b)).toBe(beta.logSurvival(1 - x, b, a));
      }),
      { seed },
    );
  });

  it("has the limits of its density at both ends", () => {
    const { density } = beta;
    expectRelative([density(0, 2, 3), density(0, 1, 3), density(0, 0.5, 3)], [0, 3, Infinity], 1e-15);
    expectRelative([density(1, 3, 2), density(1, 3, 1), density(1, 3, 0.5)], [0, 3, Infinity], 1e-15);
    expect([density(-0.1, 0.5, 0.5), density(1.1, 0.5, 0.5)]).toEqual([0, 0]);
  });

  it("has its moments, however large or small the parameters", () => {
    expectRelative([beta.mean(2, 3)!, beta.variance(2, 3)!], [0.4, 0.04], 1e-15);
    expectRelative([beta.mean(1e-10, 1e10)!, beta.variance(1e-10, 1e10)!], [1e-20, 1e-30], 1e-9);
    expectRelative([beta.variance(1e200, 1e200)!], [1 / 8e200], 1e-15);
    // Within 1e-50 of the mean.
    for (const p of [0.3, 0.7]) expectRelative([beta.quantile(p, 1e100, 1e300)], [1e-200], 1e-15);
  });
});
