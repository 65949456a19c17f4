import { describe, expect, it } from "vitest";
import { chiSquared } from "../../../../src/math/distributions/chi-squared.ts";
import { gamma } from "../../../../src/math/distributions/gamma.ts";
import { erf, erfc } from "../../../../src/math/special/error-function.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { expectClosedForm } from "./closed-form.ts";

const points = [0.01, 0.3, 1, 2, 5, 40];

describe("the gamma distribution", () => {
  it.each([1e-10, 1, 30])("is the exponential for a shape of 1, at the scale %s", (scale) => {
    expectClosedForm(gamma, {
      parameters: [1, scale],
      points: points.map((x) => x * scale),
      cdf: (x) => -Math.expm1(-x / scale),
      survival: (x) => Math.exp(-x / scale),
      density: (x) => Math.exp(-x / scale) / scale,
    });
  });

  it("is the square of a normal for a shape of ½", () => {
    expectClosedForm(gamma, {
      parameters: [0.5],
      points,
      cdf: (x) => erf(Math.sqrt(x)),
      survival: (x) => erfc(Math.sqrt(x)),
      density: (x) => Math.exp(-x) / Math.sqrt(Math.PI * x),
    });
  });

  it("waits for the fourth event of a Poisson process for a shape of 4", () => {
    expectClosedForm(gamma, {
      parameters: [4, 2],
      points: [3, 8, 20, 100],
      cdf: (x) => 1 - Math.exp(-x / 2) * (1 + x / 2 + x ** 2 / 8 + x ** 3 / 48),
      survival: (x) => Math.exp(-x / 2) * (1 + x / 2 + x ** 2 / 8 + x ** 3 / 48),
      density: (x) => (x ** 3 * Math.exp(-x / 2)) / 96,
    });
  });

  it("starts like x^shape for small shapes", () => {
    for (const shape of [1e-10, 1e-3, 0.2]) {
      expectRelative([gamma.cdf(1e-300, shape)], [Math.exp(shape * -690.7755278982137 + 0.5772156649015329 * shape)], 0.9 * shape ** 2 + 1e-15); // biome-ignore format: the leading term
    }
    expect([gamma.quantile(0.5, 1e-10), gamma.quantile(0.5, 1e-300)]).toEqual([0, 0]);
  });

  it("has the limits of its density at 0 and a scale of 1 unless told", () => {
    const { density, logDensity } = gamma;
    expect([density(0, 2), density(0, 1, 4), density(0, 0.5), density(-1, 0.5)]).toEqual([
      0,
      0.25,
      Infinity,
      0,
    ]);
    expect([logDensity(0, 1), density(Infinity, 3), gamma.mean(3), gamma.variance(3, 2)]).toEqual([
      0, 0, 3, 12,
    ]);
  });
});

describe("the chi-squared distribution", () => {
  it("is the exponential of mean 2 for 2 degrees of freedom, the square of a normal for 1", () => {
    expectClosedForm(chiSquared, {
      parameters: [2],
      points,
      cdf: (x) => -Math.expm1(-x / 2),
      survival: (x) => Math.exp(-x / 2),
      density: (x) => 0.5 * Math.exp(-x / 2),
    });
    expectClosedForm(chiSquared, {
      parameters: [1],
      points,
      cdf: (x) => erf(Math.sqrt(x / 2)),
      survival: (x) => erfc(Math.sqrt(x / 2)),
      density: (x) => Math.exp(-x / 2) / Math.sqrt(2 * Math.PI * x),
    });
  });

  it("knows the usual critical values", () => {
    // Abramowitz & Stegun (1972), table 26.8, to their five decimals.
    const table = [[0.05, 1, 3.84146], [0.05, 10, 18.307], [0.001, 3, 16.2662], [0.995, 30, 13.7867]] as const; // biome-ignore format: a table
    for (const [p, degrees, x] of table)
      expectRelative([chiSquared.survivalQuantile(p, degrees)], [x], 5e-6 / x + 4e-6);
  });

  it("has the degrees of freedom as its mean, half its variance, and its mode 2 below", () => {
    expect([chiSquared.mean(7), chiSquared.variance(7), chiSquared.support(7)]).toEqual([
      7,
      14,
      [0, Infinity],
    ]);
    const [before, at, after] = [4.9, 5, 5.1].map((x) => chiSquared.density(x, 7));
    expect(at! > before! && at! > after!).toBe(true);
  });
});
