import { describe, expect, it } from "vitest";
import { logNormal } from "../../../../src/math/distributions/log-normal.ts";
import { normalCdf, normalDensity, normalSurvival } from "../../../../src/math/special/normal-tails.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { expectClosedForm } from "./closed-form.ts";

const { density, logSurvival, mean, variance, quantile } = logNormal;

describe("the log-normal distribution", () => {
  it.each([
    [0, 1],
    [2, 0.5],
    [-3, 4],
  ])("is the normal of ln x: mean %s, standard deviation %s", (m, s) => {
    // biome-ignore format: a table
    const z = (x: number): number => (Math.log(x) - m!) / s!;
    expectClosedForm(logNormal, {
      parameters: [m!, s!],
      points: [-8, -2, 0, 0.5, 3, 8].map((u) => Math.exp(m! + s! * u)),
      cdf: (x) => normalCdf(z(x)),
      survival: (x) => normalSurvival(z(x)),
      density: (x) => normalDensity(z(x)) / (s! * x),
    });
    const square = s! * s!;
    expectRelative([mean(m, s)!], [Math.exp(m! + square / 2)], 1e-14);
    expectRelative([variance(m, s)!], [Math.exp(2 * m! + square) * Math.expm1(square)], 2e-14);
  });

  it("has the standard parameters unless told", () => {
    expect([quantile(0.5), density(1)]).toEqual([1, normalDensity(0)]);
  });

  it("vanishes at and below 0", () => {
    for (const x of [-Infinity, -1, -0, 0]) {
      expect([density(x), logNormal.cdf(x), logNormal.survival(x)]).toEqual([0, 0, 1]);
    }
  });

  it("has a variance where its factors overflow or underflow", () => {
    expectRelative([variance(0, 1e-12)!], [1e-24], 1e-15);
    expect([variance(1000, 1e-200), variance(-1e300, 1e-200)]).toEqual([Infinity, 0]);
    expect([variance(-1e10, 1000), variance(1e10, 1e-10), variance(0, 1e10)]).toEqual([
      0,
      Infinity,
      Infinity,
    ]);
  });

  it("keeps the logarithm of its upper tail", () => {
    expectRelative([logSurvival(1e300, 0, 1)], [-0.5 * 690.7755278982137 ** 2 - Math.log(690.7755278982137) - 0.5 * Math.log(2 * Math.PI)], 1e-11); // biome-ignore format: the leading term of the tail
  });
});
