import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquared } from "../../../../src/math/distributions/chi-squared.ts";
import { exponential } from "../../../../src/math/distributions/exponential.ts";
import { weightedChiSquaredCdf } from "../../../../src/math/distributions/weighted-chi-squared.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

// Values for unequal weights, by Ruben's series, stand in tests/reference/pooling-random-effects.json.
describe("weightedChiSquaredCdf", () => {
  it("is χ² where all weights are 1, far into both tails", () => {
    for (const n of [1, 2, 3, 7, 12]) {
      for (const x of [1e-6, 0.001, 0.1, 1, 5, 20, 60, 500]) {
        // The sum over the contour rounds by a few hundred units of 1, more for more weights.
        expectAbsolute([weightedChiSquaredCdf(x, Array(n).fill(1))], [chiSquared.cdf(x, n)], 3e-14 * n);
      }
    }
  });

  it("is a sum of exponentials where weights come in pairs", () => {
    // ½Z₁² + ½Z₂² is exponential, and so P(a E₁ + b E₂ ≤ x) = 1 − (a e^(−x/a) − b e^(−x/b))/(a − b).
    const [a, b] = [2, 0.3];
    for (const x of [0.01, 0.5, 2, 9]) {
      const tails = a * exponential.survival(x, 1 / a) - b * exponential.survival(x, 1 / b);
      const found = weightedChiSquaredCdf(x, [a / 2, a / 2, b / 2, b / 2]);
      expectAbsolute([found], [1 - tails / (a - b)], 1e-13);
    }
  });

  it("rises with the point, falls with each weight, and does not change with the scale or with weights of 0", () => {
    const weight = fc.integer({ min: -300, max: 300 }).map((x) => 10 ** (x / 100));
    const weights = fc.array(weight, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(weights, weight, (lambda, x) => {
        const p = weightedChiSquaredCdf(x, lambda);
        expect(weightedChiSquaredCdf(1.1 * x, lambda)).toBeGreaterThanOrEqual(p - 1e-13);
        expect(weightedChiSquaredCdf(x, [...lambda, 0.1])).toBeLessThanOrEqual(p + 1e-13);
        expectAbsolute([weightedChiSquaredCdf(8 * x, [...lambda.map((l) => 8 * l), 0])], [p], 1e-13);
      }),
      { seed: 20_040_601, numRuns: 300 },
    );
  });

  it("is 0 at and below 0, and 1 at infinity or without any weight above 0", () => {
    expect(weightedChiSquaredCdf(0, [1, 2])).toBe(0);
    expect(weightedChiSquaredCdf(-1, [1, 2])).toBe(0);
    expect(weightedChiSquaredCdf(Infinity, [1, 2])).toBe(1);
    expectAbsolute([weightedChiSquaredCdf(1e-3, []), weightedChiSquaredCdf(2, [0])], [1, 1], 1e-13);
  });

  it("refuses points that are not numbers and weights below 0", () => {
    expect(() => weightedChiSquaredCdf(Number.NaN, [1])).toThrow(RangeError);
    expect(() => weightedChiSquaredCdf(1, [-1])).toThrow(RangeError);
    expect(() => weightedChiSquaredCdf(1, [Infinity])).toThrow(RangeError);
  });
});
