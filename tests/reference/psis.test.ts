import { describe, expect, it } from "vitest";
import { effectiveSampleSize } from "../../src/math/importance/effective-sample-size.ts";
import { normalizedWeights } from "../../src/math/importance/normalized-weights.ts";
import { paretoSmoothedWeights } from "../../src/math/importance/pareto-smoothing.ts";
import { weightedMean } from "../../src/math/importance/weighted-mean.ts";
import { weightedQuantile, weightedQuantileError } from "../../src/math/importance/weighted-quantile.ts";
import { weightedSample } from "../../src/math/importance/weighted-sample.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

// Made by psis.R, whose head says what the inputs are.
const weighted = referenceEntries("psis.json", /^psis_/);
const equal = referenceEntries("psis.json", /^equal_/);

const sequence = (n: number, step: number): number[] =>
  Array.from({ length: n }, (_, i) => ((i + 1) * step) % 1);
const quantity = (n: number): number[] =>
  sequence(n, 0.7548776662466927).map((v) => Math.tan((Math.PI * (v - 0.5)) / 2));

function logWeights({ inputs: { n, kind, k } }: ReferenceEntry): number[] {
  return sequence(n, 0.6180339887498949).map((u) => {
    const x = Math.tan(Math.PI * (u - 0.5));
    if (kind === "cauchy") return -0.5 * x * x + Math.log1p(x * x);
    return kind === "zeros" && u > 0.7 ? -Infinity : -k * Math.log(u);
  });
}

describe("Pareto-smoothed weights agree with loo", () => {
  it.each(weighted)("$id", (entry) => {
    const { inputs, outputs } = entry;
    const given = logWeights(entry);
    const found = paretoSmoothedWeights(given);
    // The excesses of loo are differences of exponentials, which carry 1e-16 of the weight, not of the excess; the
    // bounded weights of "cauchy" crowd against their maximum.
    const tolerance = inputs.kind === "cauchy" ? 1e-9 : 1e-11;
    expectAbsolute([found.shape!], [outputs.shape], tolerance);
    expect(found.nTail).toBe(outputs.nTail);
    const sorted = Float64Array.from(found.logWeights).sort();
    expectAbsolute(sorted.subarray(-5), outputs.largest, tolerance);
    const top = Math.max(...given);
    const checksum = found.logWeights.reduce((sum, value) => sum + Math.exp(value - top), 0);
    const weights = normalizedWeights(found.logWeights);
    const sample = weightedSample(quantity(inputs.n), weights);
    expectRelative(
      [checksum, effectiveSampleSize(weights)],
      [outputs.checksum, outputs.effectiveSampleSize],
      10 * tolerance,
    );
    expectAbsolute([weightedMean(sample).mean], [outputs.mean], 10 * tolerance);
  });

  it.each(weighted)("$id: quantiles", (entry) => {
    const { inputs, outputs } = entry;
    const sample = weightedSample(
      quantity(inputs.n),
      normalizedWeights(paretoSmoothedWeights(logWeights(entry)).logWeights),
    );
    const found: number[] = inputs.probabilities.map((p: number) => weightedQuantile(sample, p));
    expectAbsolute(found, outputs.type7Quantiles, inputs.kind === "cauchy" ? 1e-8 : 1e-10);
    // loo interpolates between the steps of the distribution function: another estimator, the same but for a step or so.
    if (outputs.effectiveSampleSize < 100) return;
    found.forEach((value, i) => {
      const error = weightedQuantileError(sample, inputs.probabilities[i])!;
      expect(Math.abs(value - outputs.looQuantiles[i])).toBeLessThan(1.5 * error);
    });
  });
});

describe("equally weighted draws", () => {
  it.each(equal)("$id: the quantiles are R's type 7", ({ inputs, outputs }) => {
    const sample = weightedSample(quantity(inputs.n), new Float64Array(inputs.n).fill(3));
    expectAbsolute(
      inputs.probabilities.map((p: number) => weightedQuantile(sample, p)),
      outputs.quantiles,
      // Rounding of n cumulative weights, times the density's inverse.
      1e-14 + 1e-16 * inputs.n,
    );
  });

  it.each(equal.filter(({ inputs }) => inputs.n >= 100))(
    "$id: their errors are those of posterior's inversion",
    ({ inputs, outputs }) => {
      const sample = weightedSample(quantity(inputs.n), new Float64Array(inputs.n).fill(3));
      const found: number[] = inputs.probabilities.map((p: number) => weightedQuantileError(sample, p));
      // posterior rounds both ends outwards to order statistics: two steps of five at .025 of 100, of twenty at 4,000.
      found.forEach((error, i) => {
        expect(error / outputs.errors[i]).toBeGreaterThan(inputs.n === 100 ? 0.6 : 0.9);
        expect(error / outputs.errors[i]).toBeLessThan(1.05);
      });
    },
  );
});
