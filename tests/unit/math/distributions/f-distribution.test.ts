import { describe, expect, it } from "vitest";
import { fDistribution } from "../../../../src/math/distributions/f-distribution.ts";
import { studentT } from "../../../../src/math/distributions/student-t.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { highPrecision, missedTails } from "../special/high-precision.ts";
import { expectClosedForm } from "./closed-form.ts";

const { cdf, survival, density, quantile, survivalQuantile, logCdf, logSurvival, mean, variance } =
  fDistribution;
const pairs = [[0.3, 0.7], [1, 10], [2, 2], [3.5, 500], [1e4, 40], [1e6, 1e6]] as const; // biome-ignore format: a table

describe("the F distribution", () => {
  it(`has both tails, and their logarithms, at ${highPrecision.fDistribution.length} points`, () => {
    expect(highPrecision.fDistribution.length).toBeGreaterThan(200);
    const missed = missedTails(
      highPrecision.fDistribution,
      ([d1, d2, x]) => ({ lower: cdf(x!, d1!, d2!), upper: survival(x!, d1!, d2!) }),
      ([d1, d2, x]) => ({ lower: logCdf(x!, d1!, d2!), upper: logSurvival(x!, d1!, d2!) }),
    );
    expect(missed).toEqual([]);
  });

  it.each([0.5, 2, 30])("is (1 + 2x/n)^(−n/2) where the numerator has 2 degrees of freedom, n = %s", (n) => {
    const log = (x: number): number => -0.5 * n * Math.log1p((2 * x) / n);
    expectClosedForm(fDistribution, {
      parameters: [2, n],
      points: [1e-9, 0.1, 1, 7, 1e3],
      cdf: (x) => -Math.expm1(log(x)),
      survival: (x) => Math.exp(log(x)),
      density: (x) => Math.exp(log(x)) / (1 + (2 * x) / n),
    });
  });

  it("is (2/π) arctan √x with one degree of freedom on both sides", () => {
    expectClosedForm(fDistribution, {
      parameters: [1, 1],
      points: [1e-20, 0.3, 1, 5, 1e20],
      cdf: (x) => (2 / Math.PI) * Math.atan(Math.sqrt(x)),
      survival: (x) => (2 / Math.PI) * Math.atan(1 / Math.sqrt(x)),
      density: (x) => 1 / (Math.PI * Math.sqrt(x) * (1 + x)),
    });
  });

  it("is the square of Student's t with one degree of freedom in the numerator", () => {
    for (const degrees of [0.5, 3, 40, 1e6]) {
      for (const t of [1e-3, 0.5, 2, 12]) {
        expectRelative(
          [survival(t * t, 1, degrees)],
          [2 * studentT.survival(t, degrees)],
          2e-14,
          `${t} ${degrees}`,
        );
      }
    }
  });

  it.each(pairs)("is its own reciprocal with %s and %s degrees of freedom swapped", (d1, d2) => {
    for (const p of [1e-12, 0.01, 0.3, 0.5]) {
      const here = quantile(p, d1, d2);
      // A quantile of tail p has the rounding of ln p over its slope, half the degrees of freedom.
      const allowed = 1e-14 + (1e-15 * Math.abs(Math.log(p))) / Math.min(1, d1, d2);
      expectRelative([survivalQuantile(p, d2, d1)], [1 / here], allowed, `${p}`);
    }
    for (const x of [0.25, 1, 8]) expectRelative([cdf(x, d1, d2)], [survival(1 / x, d2, d1)], 1e-13);
  });

  it("has the limits of its density at 0", () => {
    expect([density(0, 3, 5), density(0, 2, 5), density(0, 1, 5), density(-1, 1, 5)]).toEqual([
      0,
      1,
      Infinity,
      0,
    ]);
  });

  it("has its moments where they exist", () => {
    expectRelative([mean(3, 10)!, variance(3, 10)!], [1.25, (2 * 100 * 11) / (3 * 64 * 6)], 1e-15);
    expect([mean(3, 2), variance(3, 4), variance(3, 2)]).toEqual([Infinity, Infinity, null]);
  });

  it("keeps its tails where the quotient of the degrees of freedom under- or overflows", () => {
    for (const [d1, d2] of [
      [1e-300, 1e10],
      [1e300, 1e-300],
      [1e-10, 1e300],
    ] as const) {
      expect([cdf(Infinity, d1, d2), survival(Infinity, d1, d2)]).toEqual([1, 0]);
      for (const p of [1e-300, 0.3, 0.7]) expect(quantile(p, d1, d2)).toBeGreaterThanOrEqual(0);
    }
  });
});
