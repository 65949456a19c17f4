import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../../src/math/special/normal-tails.ts";
import { type LeftOutScore, leaveOneOut } from "../../../../src/response/comparison/leave-one-out.ts";
import type { SampledModel } from "../../../../src/response/comparison/sampled-model.ts";
import type { ErrorTerm, LatentScore } from "../../../../src/response/likelihood/score-errors.ts";
import { noEffect } from "../../../../src/response/models/index.ts";
import type { Patient } from "../../../../src/schema/patient.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { sampled } from "../../../helpers/sampled-models.ts";
import { between, patientOfRows } from "../../../helpers/unknown-days.ts";

const relapsing = patientOf([0, 3, 14, 45, 80, 110, 150], [9, 6, 3, 2, 4, 7, 9]);
const three = patientOf([0, 14, 90], [8, 3, 7]);
const outlier = patientOf([0, 3, 14, 45, 80, 110, 150], [9, 6, 3, 2, 9, 7, 9]);
const unknown = patientOfRows([
  { score: 9, day: 0 },
  { course: true, day: 0 },
  { score: [2, 4], ...between(5, 40) },
  { score: 3, day: 60 },
  { score: 8, ...between(90, 150) },
]);

const elpdOf = (leftOut: readonly LeftOutScore[]): number =>
  leftOut.reduce((sum, { density }) => sum + density!.value, 0);

/** ln p(y_i | the others) without any effect, by the trapezoidal rule over baseline and ln σ, without nof1's posterior. */
function withoutEffectExactly(patient: Patient): number[] {
  const nodes: { weight: number; terms: number[] }[] = [];
  for (let baseline = 0.02; baseline < 22; baseline += 0.04) {
    for (let logSd = -3.5; logSd < 3.5; logSd += 0.05) {
      const prior = Math.exp(-0.5 * (((baseline - 7) / 2.5) ** 2 + (logSd / 0.5) ** 2));
      const sd = Math.exp(logSd);
      const terms = patient.scores.map(({ lower, upper }) => {
        const top = upper >= 10 ? 1 : normalCdf((upper + 0.5 - baseline) / sd);
        return top - (lower <= 0 ? 0 : normalCdf((lower - 0.5 - baseline) / sd));
      });
      nodes.push({ weight: prior, terms });
    }
  }
  const integral = (without: number): number =>
    nodes.reduce(
      (sum, { weight, terms }) =>
        sum + weight * terms.reduce((p, term, i) => (i === without ? p : p * term), 1),
      0,
    );
  const whole = integral(-1);
  return patient.scores.map((_, i) => Math.log(whole / integral(i)));
}

describe("leave-one-out", () => {
  it.each([
    ["seven scores", relapsing],
    ["three scores, with a ceiling", patientOf([0, 14, 90], [10, [6, 8], 7])],
  ])("of no effect agrees with quadrature: %s", (_, patient) => {
    const exact = withoutEffectExactly(patient);
    for (const refitAll of [false, true]) {
      leaveOneOut(sampled(patient, { model: noEffect }), { refitAll }).forEach(({ density }, i) => {
        const { value, monteCarloError } = density!;
        expect(Math.abs(value - exact[i]!), `score ${i + 1}`).toBeLessThan(4 * monteCarloError);
        expect(monteCarloError).toBeLessThan(0.06);
      });
    }
  });

  it.each([
    ["seven scores", relapsing],
    ["three scores", three],
    ["an outlier", outlier],
    ["days averaged over", unknown],
  ])("by weights agrees with a fit without each score: %s", (_, patient) => {
    const model = sampled(patient);
    const byWeights = leaveOneOut(model);
    const byFits = leaveOneOut(model, { refitAll: true });
    expect(byFits.every(({ refitted, trusted }) => refitted && trusted)).toBe(true);
    byWeights.forEach(({ density, paretoShape, refitted }, i) => {
      const anew = byFits[i]!.density!;
      expect(refitted).toBe(paretoShape! > 0.7);
      const error = Math.hypot(density!.monteCarloError, anew.monteCarloError);
      expect(Math.abs(density!.value - anew.value), `score ${i + 1}`).toBeLessThan(4 * error);
    });
    expect(byWeights.some(({ refitted }) => !refitted)).toBe(true);
  });

  it("fits anew where the weights can't be trusted, and draws from that posterior", () => {
    const model = sampled(outlier);
    const leftOut = leaveOneOut(model);
    const { refitted, paretoShape, draws, density } = leftOut[4]!;
    expect(refitted).toBe(true);
    expect(paretoShape!).toBeGreaterThan(0.7);
    expect(draws!.values).not.toBe(model.draws.values);
    expect(density!.value).toBeLessThan(
      Math.min(...leftOut.filter((_, i) => i !== 4).map((row) => row.density!.value)),
    );
    expect(leftOut[0]!.draws!.values).toBe(model.draws.values);
  });

  it("has Monte-Carlo errors of the size that other seeds show", () => {
    const runs = Array.from({ length: 24 }, (_, k) =>
      leaveOneOut(sampled(three, { seed: 100 + k })).map(({ density }) => density!),
    );
    for (let i = 0; i < 3; i++) {
      const values = runs.map((run) => run[i]!.value);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
      const claimed = Math.sqrt(
        runs.reduce((sum, run) => sum + run[i]!.monteCarloError ** 2, 0) / runs.length,
      );
      // The draws are more even than independent ones, so that the claim may be too large; 24 runs know an sd to 15 %.
      expect(sd / claimed).toBeLessThan(1.5);
      expect(sd / claimed).toBeGreaterThan(0.2);
    }
  });

  it("does not move with the origin of the days or the order of the scores", () => {
    const first = leaveOneOut(sampled(relapsing)).map(({ density }) => density!.value);
    const shifted: Patient = {
      ...relapsing,
      scores: relapsing.scores.map((score) => ({ ...score, day: score.day! + 1024 })),
      courses: relapsing.courses.map((course) => ({ ...course, day: course.day! + 1024 })),
    };
    expect(leaveOneOut(sampled(shifted)).map(({ density }) => density!.value)).toEqual(first);
    const order = [3, 0, 6, 1, 5, 2, 4];
    const shuffled = { ...relapsing, scores: order.map((i) => relapsing.scores[i]!) };
    const other = leaveOneOut(sampled(shuffled)).map(({ density }) => density!.value);
    // The mode moves by the rounding of a sum in another order, and the draws with it.
    order.forEach((i, place) => {
      expect(Math.abs(other[place]! - first[i]!)).toBeLessThan(1e-4);
    });
  });

  it("has no value for a score without which there is no fit", () => {
    const model = sampled(outlier);
    const { errors } = model.data;
    let calls = model.draws.weights.filter((weight) => weight > 0).length * outlier.scores.length;
    const failing: SampledModel = {
      ...model,
      data: {
        ...model.data,
        errors: {
          ...errors,
          term(score: LatentScore, mean: number, sd: number, out: ErrorTerm) {
            errors.term(score, mean, sd, out);
            if (calls-- <= 0) out.logDensity = -Infinity;
          },
        },
      },
    };
    const leftOut = leaveOneOut(failing);
    expect(leftOut[4]).toMatchObject({ draws: null, density: null, refitted: true, trusted: false });
    expect(leftOut[0]!.density!.value).toBe(leaveOneOut(model)[0]!.density!.value);
    expect(elpdOf(leftOut.filter(({ density }) => density))).toBeLessThan(0);
  });
});
