import { describe, expect, it } from "vitest";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { scoreResampler, scoreSimulator } from "../../../../src/response/likelihood/resampled-scores.ts";
import { informedPriors } from "../../../../src/response/priors.ts";
import { layTimeline } from "../../../../src/response/timeline.ts";
import type { Patient } from "../../../../src/schema/patient.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { plainMean, plainProbability } from "../../../helpers/plain-likelihood.ts";
import { compileResponse } from "../../../helpers/response-problems.ts";

const curve = { baseline: 9, sd: 1, relief: 0.8, onsetHalfTime: 4, T50: 105, wearOffDuration: 60 };
/** Working parameters of the curve in the order of one course: baseline, ln σ, logit R, ln h, ln T50, ln D. */
const theta = (sd = curve.sd): number[] => [9, Math.log(sd), Math.log(4), ...[4, 105, 60].map(Math.log)];
const days = [0, 7, 60, 120];
const patient = patientOf(days, [9, 4, 3, 8]);
const simulatorOf = (someone: Patient, correlation = 0): ReturnType<typeof scoreSimulator> =>
  scoreSimulator(someone, layTimeline(someone, false), compileResponse(someone), correlation);

describe("scoreSimulator", () => {
  it("reads the curve itself where nothing scatters, and leaves all else of the patient as it is", () => {
    const { scores, ...rest } = simulatorOf(patient)(theta(1e-9), randomStream(1));
    const expected = days.map((day) => Math.round(plainMean(curve, day, [0])));
    expect(scores.map(({ lower }) => lower)).toEqual(expected);
    expect(scores.map(({ upper }) => upper)).toEqual(expected);
    expect({ ...rest, scores: patient.scores }).toEqual(patient);
  });

  it.each([0, 0.9])(
    "gives every score as often as the model says, with correlation %d a day",
    (correlation) => {
      const simulate = simulatorOf(patient, correlation);
      const n = 4000;
      const counts = days.map(() => new Array<number>(11).fill(0));
      for (let i = 0; i < n; i++) {
        simulate(theta(), randomStream(7, i)).scores.forEach(({ lower }, k) => {
          counts[k]![lower]!++;
        });
      }
      counts.forEach((row, k) => {
        row.forEach((count, score) => {
          const p = plainProbability(curve, score, days[k]!, [0]);
          // 4.5 standard errors of a share among 4,000, for 44 shares.
          expect(Math.abs(count / n - p)).toBeLessThanOrEqual(4.5 * Math.sqrt((p * (1 - p)) / n) + 1e-3);
        });
      });
    },
  );

  it("correlates neighbours as it is told to", () => {
    const scale = { minimum: 0, maximum: 100, step: 1 };
    const fine: Patient = { ...patientOf([-3, -2, 5], [50, 50, 50]), scale };
    const simulate = simulatorOf(fine, 0.6);
    const at = [50, Math.log(10), ...theta().slice(2)];
    const n = 4000;
    let product = 0;
    for (let i = 0; i < n; i++) {
      const [a, b] = simulate(at, randomStream(3, i)).scores.map(({ lower }) => (lower - 50) / 10);
      product += (a! * b!) / n;
    }
    // sd of a product of two standard normals with correlation .6: √(1 + .36) = 1.17; 4 standard errors.
    expect(Math.abs(product - 0.6)).toBeLessThan((4 * 1.17) / Math.sqrt(n));
  });

  it("reads a range in ranges as wide, cut by the scale", () => {
    const ranged = patientOf([0, 7, 60], [[6, 8], 4, [0, 2]]);
    const simulate = simulatorOf(ranged);
    const seen = new Set<string>();
    for (let i = 0; i < 400; i++) {
      const { scores } = simulate(theta(4), randomStream(5, i));
      seen.add(`${scores[0]!.lower}–${scores[0]!.upper}`);
    }
    expect([...seen].sort()).toEqual(["0–2", "3–5", "6–8", "9–10"]);
  });

  it("draws an unknown day within its bounds", () => {
    const vague: Patient = {
      ...patient,
      scores: patient.scores.map((score, i) =>
        i === 1 ? { ...score, day: null, dayEarliest: 1, dayLatest: 20 } : score,
      ),
    };
    const simulate = simulatorOf(vague);
    const seen = Array.from(
      { length: 200 },
      (_, i) => simulate(theta(1e-9), randomStream(2, i)).scores[1]!.lower,
    );
    const [high, low] = [1, 20].map((day) => Math.round(plainMean(curve, day, [0])));
    expect(Math.max(...seen)).toBe(high);
    expect(Math.min(...seen)).toBe(low);
  });
});

describe("scoreResampler", () => {
  it("gives the objective of the simulated scores, with the priors that look at them", () => {
    const problem = compileResponse(patient, { priors: informedPriors });
    const timeline = layTimeline(patient, false);
    const resample = scoreResampler(patient, timeline, problem, informedPriors);
    const made = scoreSimulator(patient, timeline, problem)(theta(), randomStream(9, 4));
    const expected = compileResponse(made, { priors: informedPriors }).objective;
    const at = Float64Array.from(theta());
    expect(resample(at, randomStream(9, 4))(at)).toBe(expected(at));
    expect(resample(at, randomStream(9, 5))(at)).not.toBe(expected(at));
  });
});
