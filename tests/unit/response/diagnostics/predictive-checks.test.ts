import { describe, expect, it } from "vitest";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { predictiveChecks } from "../../../../src/response/diagnostics/predictive-checks.ts";
import { scoreReplicator } from "../../../../src/response/diagnostics/replicated-scores.ts";
import { plateau } from "../../../../src/response/models/index.ts";
import type { PredictiveCheck } from "../../../../src/schema/response-diagnostics.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { plainMean, plainProbability } from "../../../helpers/plain-likelihood.ts";
import { patientFromPriors } from "../../../helpers/prior-patients.ts";
import { sampled } from "../../../helpers/sampled-models.ts";
import { between, patientOfRows } from "../../../helpers/unknown-days.ts";

const curve = { baseline: 9, sd: 0.9, relief: 0.75, onsetHalfTime: 5, T50: 70, wearOffDuration: 50 };

function thetaOf(names: readonly string[]): Float64Array {
  return Float64Array.from(names, (name) => {
    if (name === "baseline") return 9;
    if (/residualSd/.test(name)) return Math.log(0.9);
    if (/relief/.test(name)) return Math.log(3);
    return Math.log(/onset/.test(name) ? 5 : /T50/.test(name) ? 70 : 50);
  });
}

function byName(checks: readonly PredictiveCheck[]): Record<string, PredictiveCheck> {
  return Object.fromEntries(checks.map((row) => [row.check, row]));
}

describe("made-up scores", () => {
  it("have the probabilities of the model, rounded and kept within the scale", () => {
    const days = [0, 14, 70];
    const model = sampled(patientOf(days, [9, 3, 6]));
    const replicate = scoreReplicator(model);
    const theta = thetaOf(model.data.parameters.names);
    const stream = randomStream(5);
    const n = 20_000;
    const counts = days.map(() => new Array<number>(11).fill(0));
    for (let s = 0; s < n; s++) {
      const { means, observed, replicated } = replicate(theta, stream);
      days.forEach((day, i) => {
        counts[i]![replicated[i]!]!++;
        if (s === 0) expect(means[i]).toBeCloseTo(plainMean(curve, day, [0]), 10);
      });
      expect(Array.from(observed)).toEqual([9, 3, 6]);
    }
    days.forEach((day, i) => {
      for (let score = 0; score <= 10; score++) {
        const p = plainProbability(curve, score, day, [0]);
        const error = Math.sqrt((p * (1 - p)) / n) + 1 / n;
        expect(Math.abs(counts[i]![score]! / n - p), `day ${day}, score ${score}`).toBeLessThan(4 * error);
      }
    });
  });

  it("complete a range and a day known by bounds as the model and the score make likely", () => {
    const patient = patientOfRows([
      { score: 9, day: 0 },
      { course: true, day: 0 },
      { score: [5, 8], day: 70 },
      { score: 2, ...between(1, 150) },
    ]);
    const model = sampled(patient);
    const replicate = scoreReplicator(model);
    const theta = thetaOf(model.data.parameters.names);
    const stream = randomStream(6);
    const n = 5000;
    let nEights = 0;
    let mean = 0;
    for (let s = 0; s < n; s++) {
      const { means, observed } = replicate(theta, stream);
      expect(observed[1]).toBeGreaterThanOrEqual(5);
      if (observed[1] === 8) nEights++;
      mean += means[2]! / n;
    }
    const range = [5, 6, 7, 8].map((score) => plainProbability(curve, score, 70, [0]));
    const p = range[3]! / range.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(nEights / n - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n));
    // The file's order keeps the last score after day 70.
    const possible = Array.from({ length: 800 }, (_, k) => 70.05 + 0.1 * k).map((day) => ({
      weight: plainProbability(curve, 2, day, [0]),
      value: plainMean(curve, day, [0]),
    }));
    const total = possible.reduce((sum, { weight }) => sum + weight, 0);
    const expected = possible.reduce((sum, { weight, value }) => sum + (weight / total) * value, 0);
    // The expected score varies by less than .5 over the days; the sum over days stands for an integral to 1e-3.
    expect(Math.abs(mean - expected)).toBeLessThan((4 * 0.5) / Math.sqrt(n) + 1e-3);
  });
});

describe("predictive checks", () => {
  it("raise few alarms for patients drawn from the model, and take all values on average alike", () => {
    const found = Array.from({ length: 40 }, (_, k) =>
      byName(predictiveChecks(sampled(patientFromPriors(plateau, [0, 7, 14, 60, 105, 180], 900 + k)))),
    );
    for (const check of ["residualSum", "bestScore", "serialCorrelation"]) {
      const middles = found.map((row) => row[check]!.probability - 0.5 * row[check]!.tieProbability);
      const mean = middles.reduce((sum, value) => sum + value, 0) / middles.length;
      // At most the spread of a uniform law, .29/√40 for the mean.
      expect(Math.abs(mean - 0.5), check).toBeLessThan(3 * 0.046);
      const alarms = middles.filter((value) => Math.min(value, 1 - value) < 0.025).length;
      expect(alarms, check).toBeLessThanOrEqual(4);
    }
  });

  it("find scores that swing about the curve in waves", () => {
    const days = Array.from({ length: 24 }, (_, i) => 8 * i);
    const wave = days.map((day, i) => {
      const base = day === 0 ? 9 : 9 * (1 - 0.7 / (1 + Math.exp((day - 105) / 14)));
      return Math.max(0, Math.min(10, Math.round(base + 2.2 * Math.sign(Math.sin((2 * Math.PI * i) / 8)))));
    });
    const { serialCorrelation } = byName(predictiveChecks(sampled(patientOf(days, wave))));
    expect(serialCorrelation!.observed).toBeGreaterThan(0.3);
    expect(serialCorrelation!.probability).toBeLessThan(0.025);
  });

  it("count ties of the best score", () => {
    const { bestScore } = byName(predictiveChecks(sampled(patientOf([0, 14, 60, 120], [9, 2, 3, 8]))));
    expect(bestScore!.observed).toBe(2);
    expect(bestScore!.tieProbability).toBeGreaterThan(0.1);
    expect(bestScore!.probability).toBeGreaterThanOrEqual(bestScore!.tieProbability);
  });
});
