import { describe, expect, it } from "vitest";
import { logLogistic } from "../../../../src/math/distributions/log-logistic.ts";
import { logistic } from "../../../../src/math/distributions/logistic.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { expectClosedForm } from "./closed-form.ts";

describe("the logistic distribution", () => {
  it.each([
    [0, 1],
    [-2, 30],
    [5, 1e-3],
  ])("has its closed forms: location %s, scale %s", (location, scale) => {
    // biome-ignore format: a table
    const tail = (x: number): number => Math.exp((location! - x) / scale!);
    expectClosedForm(logistic, {
      parameters: [location!, scale!],
      points: [-600, -3, -1e-3, 0, 0.25, 20, 650].map((z) => location! + scale! * z),
      cdf: (x) => 1 / (1 + tail(x)),
      survival: (x) => 1 / (1 + 1 / tail(x)),
      density: (x) => 1 / (scale! * (1 + tail(x)) * (1 + 1 / tail(x))),
    });
    expectRelative([logistic.variance(location, scale)!], [(Math.PI * scale!) ** 2 / 3], 1e-15);
    expect(logistic.mean(location, scale)).toBe(location);
  });

  it("has quantiles near the median to their own digits", () => {
    // logit(½ + d) = 4d + 16d³/3 + …
    expectRelative([logistic.quantile(0.5 + 2 ** -40)], [4 * 2 ** -40], 1e-15);
    expect(logistic.quantile(0.5, 7, 2)).toBe(7);
  });

  it("has logarithms that go on where the tail is 0", () => {
    expect([logistic.logCdf(-1e6), logistic.logSurvival(1e6), logistic.cdf(-1e6)]).toEqual([-1e6, -1e6, 0]);
  });
});

describe("the log-logistic distribution", () => {
  const { mean, variance, density, logCdf, logSurvival, quantile, survivalQuantile } = logLogistic;

  it.each([
    [1, 1],
    [2, 30],
    [0.1, 2],
    [40, 1e-5],
  ])("has its closed forms: shape %s, scale %s", (shape, scale) => {
    // biome-ignore format: a table
    const odds = (x: number): number => (x / scale!) ** shape!;
    expectClosedForm(logLogistic, {
      parameters: [shape!, scale!],
      points: [1e-20, 0.01, 1, 2, 1e5].map((o) => scale! * o ** (1 / shape!)),
      cdf: (x) => 1 / (1 + 1 / odds(x)),
      survival: (x) => 1 / (1 + odds(x)),
      density: (x) => shape! / (x * (1 + odds(x)) * (1 + 1 / odds(x))),
    });
  });

  it("mirrors: scale²/X has the same law", () => {
    expectRelative([quantile(0.1, 3, 5) * survivalQuantile(0.1, 3, 5)], [25], 4e-15);
  });

  it("has the moments of b = π/shape: b/sin b and 2b/sin 2b − (b/sin b)²", () => {
    const b = Math.PI / 3;
    expectRelative([mean(3, 2)!, variance(3, 2)!], [(2 * b) / Math.sin(b), 4 * ((2 * b) / Math.sin(2 * b) - (b / Math.sin(b)) ** 2)], 4e-15); // biome-ignore format: two moments
    expectRelative([mean(2)!], [Math.PI / 2], 1e-15);
    expect([mean(1), mean(0.3), variance(1), variance(2), variance(1.5)]).toEqual([Infinity, Infinity, null, Infinity, Infinity]); // biome-ignore format: two moments
  });

  it("keeps the digits of its moments near their poles and for large shapes", () => {
    // By mpmath 1.3.0 with 40 digits.
    const b = 2 ** -30;
    expectRelative([mean(1 + b)!], [1 / b + 1.5e-9], 1e-15);
    const expected = { 4: 0.33709577665872679, 4.01: 0.33450857408614936, 52: 0.0012199296986523213, 10002: 3.2885528190426302e-8 }; // biome-ignore format: a table
    for (const [shape, value] of Object.entries(expected)) expectRelative([variance(Number(shape))!], [value], 4e-15, shape); // biome-ignore format: a table
    expectRelative([variance(1e10)!], [Math.PI ** 2 / 3e20], 1e-15);
  });

  it("has the limits of its density at 0, and logarithms of tails that underflow", () => {
    expect([density(0, 2), density(0, 1, 4), density(0, 0.5), density(-1, 0.5)]).toEqual([
      0,
      0.25,
      Infinity,
      0,
    ]);
    expect(logLogistic.logDensity(0, 1)).toBe(0);
    const far = 12000 * Math.LN10;
    expectRelative([logCdf(1e-300, 40), logSurvival(1e300, 40)], [-far, -far], 1e-15);
  });
});
