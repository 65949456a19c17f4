import { describe, expect, it } from "vitest";
import type { Posterior } from "../../../../src/inference/interval-method.ts";
import { priorSampler } from "../../../../src/inference/posterior/prior-sampler.ts";
import { weightedQuantile } from "../../../../src/math/importance/weighted-quantile.ts";
import { weightedSample } from "../../../../src/math/importance/weighted-sample.ts";
import { zeros } from "../../../../src/math/linear/matrix.ts";

/** Two independent normal priors, N(1, 2) and N(0, 1); the model exists where the second number is positive, or anywhere. */
function posteriorOf(exists: (theta: Float64Array) => boolean): Posterior {
  return {
    objective: (theta) => (exists(theta) ? 0 : Infinity),
    prior: {
      terms: [
        { index: 0, center: { value: 1 }, sd: 2 },
        { index: 1, center: { value: 0 }, sd: 1 },
      ],
    },
    minimum: {
      x: Float64Array.of(1, 0),
      value: 0,
      gradient: new Float64Array(2),
      hessian: zeros(2, 2),
      iterations: 0,
      evaluations: 0,
      ended: "gradient-small",
      converged: true,
    },
    covariance: null,
  };
}

const everywhere = posteriorOf(() => true);
const half = posteriorOf((theta) => theta[1]! > 0);

function column(values: Float64Array, k: number): Float64Array {
  return values.filter((_, i) => i % 2 === k);
}

describe("draws from the priors themselves", () => {
  it("know quantiles of the prior better than a hundredth of the interval's width, whatever the seed", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { values, weights } = priorSampler(everywhere, [], 0.95, seed).draws();
      const sample = weightedSample(column(values, 0), weights);
      for (const [p, z] of [
        [0.025, -1.959964],
        [0.5, 0],
        [0.975, 1.959964],
      ] as const)
        expect(Math.abs(weightedQuantile(sample, p) - (1 + 2 * z)) / (2 * 2 * 1.959964)).toBeLessThan(0.01);
    }
  });

  it("weigh the same wherever the model exists, and nothing elsewhere", () => {
    const { values, weights, exact, paretoShape, effectiveSampleSize, nDraws, logMarginal } = priorSampler(
      half,
      [],
      0.95,
      1,
    ).draws();
    expect(exact).toBe(true);
    expect(paretoShape).toBeNull();
    expect(nDraws).toBe(4096);
    expect(effectiveSampleSize / nDraws).toBeCloseTo(0.5, 2);
    expect(logMarginal.value).toBeCloseTo(Math.log(0.5), 2);
    const second = column(values, 1);
    expect(new Set(weights.filter((_, i) => second[i]! > 0))).toEqual(new Set([1 / effectiveSampleSize]));
    expect(weights.every((weight, i) => weight === 0 || second[i]! > 0)).toBe(true);
  });

  it("keep the draws made so far and double their number", () => {
    const sampler = priorSampler(everywhere, [], 0.95, 7, 0.25);
    const first = sampler.draws();
    sampler.grow([]);
    const both = sampler.draws();
    expect([first.nDraws, both.nDraws]).toEqual([1024, 2048]);
    expect(both.values.slice(0, 2048)).toEqual(first.values);
    expect(both.values.slice(2048)).not.toEqual(first.values);
  });

  it("cannot be made where a prior is flat", () => {
    const flat: Posterior = {
      ...everywhere,
      prior: { terms: [{ index: 0, center: { value: 0 }, sd: Infinity }] },
    };
    expect(() => priorSampler(flat, [], 0.95, 1)).toThrow(RangeError);
  });
});
