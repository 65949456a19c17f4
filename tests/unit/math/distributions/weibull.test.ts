import { describe, expect, it } from "vitest";
import { weibull } from "../../../../src/math/distributions/weibull.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { expectClosedForm } from "./closed-form.ts";

const { density, survival, logCdf, survivalQuantile, mean, variance } = weibull;

describe("the Weibull distribution", () => {
  it.each([
    [1, 1],
    [2, 3],
    [0.5, 1e-5],
    [3, 1e8],
    [0.05, 1],
  ])("has its closed forms: shape %s, scale %s", (shape, scale) => {
    // biome-ignore format: a table
    const hazard = (x: number): number => (x / scale!) ** shape!;
    expectClosedForm(weibull, {
      parameters: [shape!, scale!],
      points: [1e-9, 0.3, 1, 1.5, 5].map((h) => scale! * h ** (1 / shape!)),
      cdf: (x) => -Math.expm1(-hazard(x)),
      survival: (x) => Math.exp(-hazard(x)),
      density: (x) => (shape! / x) * hazard(x) * Math.exp(-hazard(x)),
    });
  });

  it("has the smallest of k draws as a Weibull with its scale divided by k^(1/shape)", () => {
    expectRelative([survival(1.3, 2.5, 2) ** 7], [survival(1.3, 2.5, 2 / 7 ** 0.4)], 1e-14);
  });

  it("has the moments of its gamma functions", () => {
    // Γ(3/2) = √π/2, Γ(2) = 1; for shape ½ Γ(3) and Γ(5); the exponential for 1.
    expectRelative([mean(2)!, variance(2)!], [Math.sqrt(Math.PI) / 2, 1 - Math.PI / 4], 4e-15);
    expectRelative([mean(0.5, 3)!, variance(0.5, 3)!], [6, 180], 1e-14);
    expectRelative([mean(1, 5)!, variance(1, 5)!], [5, 25], 1e-15);
  });

  it("keeps the digits of a variance that is a difference of nearly equal moments", () => {
    // By mpmath 1.3.0 with 40 digits: Γ(1 + 2/k) − Γ(1 + 1/k)².
    const expected = { 3.99: 0.064936401567531276, 4.01: 0.064388379947167974, 50: 6.2534258560130379e-4, 1e4: 1.6445038762822376e-8, 1e10: 1.6449340664179187e-20 }; // biome-ignore format: a table
    for (const [shape, value] of Object.entries(expected))
      expectRelative([variance(Number(shape))!], [value], 4e-15, shape);
  });

  it("has infinite moments where they exceed every double, and never not-a-number", () => {
    expect([mean(1e-3), variance(1e-3), variance(1e-10, 1e-300)]).toEqual([Infinity, Infinity, Infinity]);
    expect([variance(1e10, 1e300), variance(1e300, 1e-300)]).toEqual([Infinity, 0]);
  });

  it("has the limits of its density at 0, and no negative zeros", () => {
    expect([density(0, 2), density(0, 1, 4), density(0, 0.5), density(-1, 0.5)]).toEqual([
      0,
      0.25,
      Infinity,
      0,
    ]);
    expect([weibull.logDensity(0, 1), survivalQuantile(1, 1, 3)]).toEqual([0, 0]);
  });

  it("has the logarithm of a lower tail that underflows", () => {
    expectRelative([logCdf(1e-300, 40)], [-12000 * Math.LN10], 1e-15);
  });
});
