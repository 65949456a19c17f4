import { describe, expect, it } from "vitest";
import { normal } from "../../../../src/math/distributions/normal.ts";
import { normalQuantile } from "../../../../src/math/special/normal-quantile.ts";
import { normalCdf, normalDensity, normalSurvival } from "../../../../src/math/special/normal-tails.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { expectClosedForm } from "./closed-form.ts";

describe("the normal distribution, by mean and standard deviation", () => {
  it.each([
    [0, 1],
    [3, 0.2],
    [-1e5, 40],
    [1e-10, 1e10],
  ])("shifts and scales the standard one: %s, %s", (m, s) => {
    // biome-ignore format: a table
    const z = (x: number): number => (x - m!) / s!;
    expectClosedForm(normal, {
      parameters: [m!, s!],
      points: [-30, -3, -0.5, 0, 1, 8, 30].map((u) => m! + s! * u),
      cdf: (x) => normalCdf(z(x)),
      survival: (x) => normalSurvival(z(x)),
      density: (x) => normalDensity(z(x)) / s!,
    });
    expect([normal.mean(m, s), normal.variance(m, s), normal.support(m, s)]).toEqual([m, s! * s!, [-Infinity, Infinity]]); // biome-ignore format: moments
  });

  it("is the standard one unless told", () => {
    expect([normal.quantile(0.3), normal.survivalQuantile(0.3)]).toEqual([
      normalQuantile(0.3),
      -normalQuantile(0.3),
    ]);
    expect([normal.survivalQuantile(0.5), normal.mean(), normal.variance()]).toEqual([0, 0, 1]);
  });

  it("has logarithms where the probabilities are 0", () => {
    const log = -0.5e12 - 0.5 * Math.log(2 * Math.PI);
    expectRelative([normal.logDensity(1e6), normal.logCdf(-1e6)], [log, log - Math.log(1e6)], 1e-15);
    expectRelative([normal.logSurvival(5e6, 3e6, 2)], [log - Math.log(1e6)], 1e-15);
    expect([normal.logCdf(Infinity), normal.logSurvival(-Infinity)]).toEqual([0, 0]);
  });
});
