import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../../src/errors.ts";
import {
  bootstrapPrediction,
  commonEffect,
  henmiCopas,
  kenwardRoger,
  normalInterval,
  poolEstimates,
  studentTMinusTwoPrediction,
} from "../../../src/pooling/index.ts";
import { pooledResultSchema } from "../../../src/schema/pooled-result.ts";
import type { EffectEstimate } from "../../../src/schema/series.ts";
import { codesOf, effectRows, limitsOf, rowOf } from "../../helpers/pools.ts";

const three: EffectEstimate[] = [
  { series: "A", estimate: -3.2, variance: 0.3, n: 5 },
  { series: "B", estimate: -1.1, variance: 0.5, n: 4 },
  { series: "C", estimate: -2.4, variance: 0.2 },
];

describe("poolEstimates", () => {
  it("gives plain JSON that the schema accepts, whatever the number of series and the method", () => {
    for (const rows of [three, three.slice(0, 2), three.slice(0, 1)]) {
      for (const options of [
        {},
        { tauSquared: commonEffect },
        { interval: henmiCopas },
        { prediction: bootstrapPrediction({ draws: 256 }) },
        { prediction: studentTMinusTwoPrediction },
      ]) {
        const result = poolEstimates(rows, options);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(pooledResultSchema.parse(result)).toEqual(result);
      }
    }
  });

  it("has the mean first, then prediction, τ², τ, I² and H²", () => {
    const parameters = poolEstimates(three).estimates.map(({ parameter }) => parameter);
    expect(parameters).toEqual(["mean", "prediction", "tauSquared", "tau", "iSquared", "hSquared"]);
  });

  it("is REML with Hartung–Knapp, the floored interval beside it up to five series", () => {
    const result = poolEstimates(three);
    expect(result.fit.tauSquared).toBe("reml");
    expect(rowOf(result, "mean").method).toBe("hartung-knapp");
    expect(result.companions.map(({ row }) => row.method)).toEqual(["hartung-knapp-floored"]);
    const six = effectRows([-3, 0, 2, 5, -1, 4], [0.1, 0.2, 0.1, 0.3, 0.2, 0.1]);
    expect(poolEstimates(six).companions).toEqual([]);
    expect(codesOf(poolEstimates(six))).toEqual([]);
  });

  it("keeps the names and numbers of patients, and names the others by their place", () => {
    expect(poolEstimates(three).series.map(({ series, n }) => [series, n])).toEqual([
      ["A", 5],
      ["B", 4],
      ["C", null],
    ]);
    expect(poolEstimates(effectRows([1, 2], [1, 1])).series.map(({ series }) => series)).toEqual([
      "Series 1",
      "Series 2",
    ]);
  });

  it("shares out the mean: weights add to 1, and the weighted effects to the mean", () => {
    const result = poolEstimates(three);
    expect(result.series.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 14);
    const mean = result.series.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0);
    expect(mean).toBeCloseTo(rowOf(result, "mean").estimate!, 12);
  });

  it("has nothing to say of differences under a common effect, but describes Q", () => {
    const result = poolEstimates(three, { tauSquared: commonEffect, interval: normalInterval });
    expect(result.estimates.map(({ parameter }) => parameter)).toEqual(["mean", "iSquared", "hSquared"]);
    expect(codesOf(result)).toEqual([]);
  });

  it("writes every option into the provenance, and a seed only where numbers were drawn", () => {
    const plain = poolEstimates(three, { measure: "ROM", backTransform: "exp", unit: "log ratio" });
    expect(plain.provenance.seed).toBeNull();
    expect(plain.provenance.options).toEqual({
      tauSquared: "reml",
      interval: "hartung-knapp",
      prediction: "t",
      tauSquaredInterval: "q-profile",
      level: 0.95,
      keep: [],
      measure: "ROM",
      backTransform: "exp",
      unit: "log ratio",
      seed: 1,
    });
    expect([plain.measure, plain.backTransform]).toEqual(["ROM", "exp"]);
    const drawn = poolEstimates(three, { prediction: bootstrapPrediction({ draws: 256 }), seed: 7 });
    expect(drawn.provenance.seed).toBe(7);
  });

  it("draws the same numbers for the same seed, and others for another", () => {
    const at = (seed: number) =>
      limitsOf(poolEstimates(three, { prediction: bootstrapPrediction({ draws: 256 }), seed }), "prediction");
    expect(at(1)).toEqual(at(1));
    expect(at(1)).not.toEqual(at(2));
  });

  it("tests whether the mean is 0 by the headline's interval, except where that is no test", () => {
    const { test } = poolEstimates(three);
    expect(test!.degreesOfFreedom).toBe(2);
    const [lower, upper] = limitsOf(poolEstimates(three, { level: 1 - test!.pValue }), "mean");
    expect(Math.min(Math.abs(lower), Math.abs(upper))).toBeCloseTo(0, 9);
    expect(poolEstimates(three, { interval: normalInterval }).test!.degreesOfFreedom).toBeNull();
    expect(poolEstimates(three, { interval: henmiCopas }).test).toBeNull();
  });

  it("leaves an interval open where the degrees of freedom are too few for limits, and says so", () => {
    const result = poolEstimates(effectRows([0, 0], [1, 0.001]), { interval: kenwardRoger });
    expect(rowOf(result, "mean")).toMatchObject({ lower: null, upper: null, bound: "open" });
    expect(codesOf(result)).toContain("interval-open");
  });

  it("refuses options out of range", () => {
    expect(() => poolEstimates(three, { level: 95 })).toThrow(RangeError);
    expect(() => poolEstimates(three, { seed: 0.5 })).toThrow(RangeError);
    expect(() => bootstrapPrediction({ draws: 1000 })).toThrow(RangeError);
  });

  it("lists every number that cannot be pooled, and names given twice", () => {
    const rows = [
      { series: "A", estimate: Number.NaN, variance: 0 },
      { series: "A", estimate: 1, variance: -1 },
    ];
    try {
      poolEstimates(rows);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).issues.map(({ path }) => path)).toEqual([
        "rows[0].estimate",
        "rows[0].variance",
        "rows[1].variance",
        "rows[1].series",
      ]);
    }
  });

  it("says that there is nothing to pool without any series", () => {
    expect(() => poolEstimates([])).toThrow(EstimationError);
  });
});
