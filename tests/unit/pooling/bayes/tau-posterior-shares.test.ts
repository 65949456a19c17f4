import { describe, expect, it } from "vitest";
import { bayesPosterior } from "../../../../src/pooling/bayes/bayes-posterior.ts";
import { flatMean, halfCauchy, halfNormal, uniform } from "../../../../src/pooling/index.ts";

const data = {
  effects: Float64Array.from([0.73, 0.6, 0.48]),
  variances: Float64Array.from([0.02, 0.005, 0.01]),
};

describe("the share of τ's posterior below a value", () => {
  it.each([halfNormal(0.3), halfCauchy(0.2), uniform(0.5)])(
    "undoes the quantile under $label",
    (tauPrior) => {
      const { tau } = bayesPosterior({ data, tauPrior, meanPrior: flatMean });
      for (const probability of [0.001, 0.025, 0.3, 0.5, 0.9, 0.999])
        expect(tau.cdf(tau.quantile(probability))).toBeCloseTo(probability, 10);
    },
  );

  it("is 0 at 0, and 1 far beyond and at the end of a bounded prior", () => {
    const { tau } = bayesPosterior({ data, tauPrior: halfNormal(0.3), meanPrior: flatMean });
    expect([tau.cdf(0), tau.cdf(-1)]).toEqual([0, 0]);
    expect(tau.cdf(1e6)).toBeCloseTo(1, 12);
    const bounded = bayesPosterior({ data, tauPrior: uniform(0.5), meanPrior: flatMean }).tau;
    expect(bounded.cdf(0.5)).toBeCloseTo(1, 12);
    expect(bounded.cdf(7)).toBeCloseTo(1, 12);
  });
});
