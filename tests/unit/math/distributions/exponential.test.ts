import { describe, expect, it } from "vitest";
import { exponential } from "../../../../src/math/distributions/exponential.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { expectClosedForm } from "./closed-form.ts";

const { cdf, survival, logCdf, logSurvival, quantile, survivalQuantile, mean, variance } = exponential;

describe("the exponential distribution", () => {
  it.each([1e-10, 0.01, 1, 40, 1e10])("has its closed forms at the rate %s", (rate) => {
    expectClosedForm(exponential, {
      parameters: [rate],
      points: [1e-300, 1e-9, 0.3, 1, 5, 300].map((x) => x / rate),
      cdf: (x) => -Math.expm1(-rate * x),
      survival: (x) => Math.exp(-rate * x),
      density: (x) => rate * Math.exp(-rate * x),
    });
    expectRelative([mean(rate)!, variance(rate)!], [1 / rate, rate ** -2], 1e-15);
  });

  it("forgets how long it has waited", () => {
    expectRelative([survival(3, 0.7) * survival(5, 0.7)], [survival(8, 0.7)], 1e-15);
  });

  it("has finite logarithms where the probabilities are 0 and 1", () => {
    expect([logSurvival(1e5), logCdf(1e-320), survival(1e5)]).toEqual([-1e5, Math.log(1e-320), 0]);
  });

  it("has a rate of 1 unless told, and no negative zeros", () => {
    expect([quantile(0.5), mean()]).toEqual([Math.LN2, 1]);
    expect([quantile(0, 3), survivalQuantile(1, 3), cdf(0, 3), logSurvival(0, 3)]).toEqual([0, 0, 0, 0]);
  });
});
