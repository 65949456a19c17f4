import { describe, expect, it } from "vitest";
import { logMeanWeight } from "../../../../src/math/importance/log-mean-weight.ts";
import { normalizedWeights } from "../../../../src/math/importance/normalized-weights.ts";
import { weightedMean } from "../../../../src/math/importance/weighted-mean.ts";
import {
  weightedQuantile,
  weightedQuantileError,
} from "../../../../src/math/importance/weighted-quantile.ts";
import { weightedSample } from "../../../../src/math/importance/weighted-sample.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { normalQuantile } from "../../../../src/math/special/normal-quantile.ts";

const seed = 20_040_601;

describe("Monte-Carlo errors", () => {
  it("say nothing for one draw, and are finite for two, three and ties", () => {
    expect(weightedQuantileError(weightedSample([5], [1]), 0.5)).toBeNull();
    for (const values of [
      [1, 2],
      [1, 2, 3],
      [1, 1, 1, 1, 2],
    ]) {
      const sample = weightedSample(
        values,
        values.map((_, i) => i + 1),
      );
      for (const p of [0.001, 0.025, 0.5, 0.999]) {
        const error = weightedQuantileError(sample, p)!;
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(2);
      }
    }
    expect(weightedQuantileError(weightedSample([3, 3, 3], [1, 2, 1]), 0.4)).toBe(0);
  });

  it("are the spread of the estimates over repetitions, for N(.5, .8²) by way of N(0, 1.3²)", () => {
    const probabilities = [0.025, 0.5, 0.9];
    const repetitions = 600;
    const n = 400;
    const sums = { value: [0, 0, 0, 0, 0], square: [0, 0, 0, 0, 0], error: [0, 0, 0, 0, 0] };
    for (let r = 0; r < repetitions; r++) {
      const stream = randomStream(seed, r);
      const x = Float64Array.from({ length: n }, () => 1.3 * stream.normal());
      const logWeights = x.map(
        (v) => 0.5 * (v / 1.3) ** 2 - 0.5 * ((v - 0.5) / 0.8) ** 2 + Math.log(1.3 / 0.8),
      );
      const sample = weightedSample(x, normalizedWeights(logWeights));
      const { mean, monteCarloError } = weightedMean(sample);
      const marginal = logMeanWeight(logWeights);
      const rows: [number, number][] = [
        ...probabilities.map((p): [number, number] => [
          weightedQuantile(sample, p),
          weightedQuantileError(sample, p)!,
        ]),
        [mean, monteCarloError!],
        [marginal.value, marginal.monteCarloError!],
      ];
      rows.forEach(([value, error], k) => {
        sums.value[k]! += value / repetitions;
        sums.square[k]! += value ** 2 / repetitions;
        sums.error[k]! += error / repetitions;
      });
    }
    const truth = [...probabilities.map((p) => 0.5 + 0.8 * normalQuantile(p)), 0.5, 0];
    truth.forEach((exact, k) => {
      const spread = Math.sqrt(sums.square[k]! - sums.value[k]! ** 2);
      // The spread of 600 repetitions is known to 3 %, the rest is the bias of the error itself at n = 400.
      expect(Math.abs(sums.error[k]! / spread - 1)).toBeLessThan(0.1);
      // Type 7 leans to the middle by (½ − p)/n: a tenth of the spread at p = .025 and 1,600 equal draws.
      expect(Math.abs(sums.value[k]! - exact)).toBeLessThan(0.25 * spread);
    });
  });
});

describe("logMeanWeight", () => {
  it("is the logarithm of a plain mean, at any scale", () => {
    for (const shift of [-1e4, 0, 1e4]) {
      expect(logMeanWeight([shift, shift + Math.log(3), -Infinity, shift]).value - shift).toBeCloseTo(
        Math.log(1.25),
        11,
      );
    }
  });

  it("has the relative standard error of the mean", () => {
    // Weights 1, 2, 3: mean 2, sd 1, standard error 1/√3.
    expect(logMeanWeight([1, 2, 3].map(Math.log)).monteCarloError).toBeCloseTo(0.5 / Math.sqrt(3), 14);
    expect(logMeanWeight([5, 5]).monteCarloError).toBe(0);
    expect(logMeanWeight([5])).toEqual({ value: 5, monteCarloError: null });
  });

  it("refuses what is not a weight", () => {
    for (const weights of [[], [Number.NaN], [Infinity], [-Infinity]]) {
      expect(() => logMeanWeight(weights)).toThrow(RangeError);
    }
  });
});
