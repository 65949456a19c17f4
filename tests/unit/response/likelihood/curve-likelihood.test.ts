import { describe, expect, it } from "vitest";
import { leastSquaresErrors } from "../../../../src/response/likelihood/score-errors.ts";
import type { Patient } from "../../../../src/schema/patient.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { gradientOf } from "../../../helpers/differences.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { plainProbability } from "../../../helpers/plain-likelihood.ts";
import { compileResponse } from "../../../helpers/response-problems.ts";
import { between, patientOfRows } from "../../../helpers/unknown-days.ts";

const oneCourse = patientOf([-7, 0, 3, 14, 60, 100, 150], [9, 10, 6, 2, [3, 5], 6, 10]);
const threeCourses = patientOf(
  [0, 7, 14, 60, 90, 150, 157, 165, 210, 240, 300, 320, 380],
  [10, 4, 3, 3, 5, 9, 6, 5, 8, 8, 9, 0, 4],
  [0, 150, 300],
);
const averaged = patientOfRows([
  { score: 9, day: 0 },
  { course: true, day: 0 },
  { score: 3, ...between(10, 40) },
  { score: 6, ...between(30, 110) },
  { course: true, ...between(80, 130) },
  { score: 4, daysAfterCourse: 14 },
  ...[5, 6, 7, 8, 9, 9].map((score, i) => ({ score, day: 190 + 15 * i })),
]);

/** Working values that lie off the mode, however many there are. */
function somewhere(n: number, shift = 0): Float64Array {
  return Float64Array.from(
    { length: n },
    (_, k) => [8.3, -0.2, 0.7, 1.1, 4.2, 3.9][k % 6]! + shift * Math.sin(k),
  );
}

describe("the gradient of the log-likelihood is that of its value", () => {
  it.each<[string, Patient]>([
    ["for one course", oneCourse],
    ["for three courses", threeCourses],
    ["with days averaged over", averaged],
  ])("%s", (_, patient) => {
    for (const errors of [undefined, leastSquaresErrors]) {
      const { logLikelihood, parameters, objective } = compileResponse(patient, { errors });
      const order = new Map(parameters.names.map((name, k) => [name, k]));
      const theta = Float64Array.from(parameters.names, (name) => {
        if (name === "baseline") return 8.3;
        if (/residualSd/.test(name)) return -0.2;
        if (/relief/.test(name)) return 0.7 + 0.1 * order.get(name)!;
        return /onset/.test(name) ? 1.1 : 4.1;
      });
      for (const f of [logLikelihood, objective]) {
        const gradient = new Float64Array(theta.length);
        f(theta, gradient);
        const numerical = gradientOf((x) => f(x, new Float64Array(x.length)), theta, 2e-3);
        // Values of a few hundred have 1e-14 × 300 of rounding error, over a step of 2e-3 halved three times.
        expectAbsolute(gradient, numerical, 1e-7 * Math.max(1, ...numerical.map(Math.abs)));
      }
    }
  });
});

describe("the log-likelihood", () => {
  it("is the sum of the scores' log-probabilities, written out without its code", () => {
    const { logLikelihood } = compileResponse(threeCourses);
    const curve = { baseline: 9, sd: 0.9, relief: 0.75, onsetHalfTime: 5, T50: 70, wearOffDuration: 50 };
    const theta = Float64Array.from(compileResponse(threeCourses).parameters.names, (name) => {
      if (name === "baseline") return 9;
      if (/residualSd/.test(name)) return Math.log(0.9);
      if (/relief/.test(name)) return Math.log(3);
      if (/onset/.test(name)) return Math.log(5);
      return Math.log(/T50/.test(name) ? 70 : 50);
    });
    const plain = threeCourses.scores.reduce(
      (sum, { day, lower }) => sum + Math.log(plainProbability(curve, lower, day!, [0, 150, 300])),
      0,
    );
    expectRelative([logLikelihood(theta, new Float64Array(theta.length))], [plain], 1e-11);
  });

  it("stays finite, with a finite gradient, for a score 40 σ away and more", () => {
    const { logLikelihood } = compileResponse(oneCourse);
    for (const logSd of [-2, -4, -6]) {
      const theta = somewhere(6);
      theta[1] = logSd;
      const gradient = new Float64Array(6);
      const value = logLikelihood(theta, gradient);
      expect(value).toBeLessThan(-100);
      expect([value, ...gradient].every(Number.isFinite)).toBe(true);
    }
  });

  it("does not depend on the order of scores on known days", () => {
    const order = [5, 2, 7, 0, 12, 3, 9, 6, 11, 1, 4, 10, 8];
    const shuffled = { ...threeCourses, scores: order.map((i) => threeCourses.scores[i]!) };
    const theta = somewhere(12);
    const scratch = new Float64Array(12);
    const [a, b] = [threeCourses, shuffled].map((patient) =>
      compileResponse(patient).logLikelihood(theta, scratch),
    );
    // A sum of 13 terms in another order.
    expectRelative([a!], [b!], 1e-14);
  });

  it("is −∞ where the baseline is not above the floor", () => {
    const { logLikelihood, objective } = compileResponse(oneCourse);
    for (const baseline of [0, -1, -Infinity, Number.NaN]) {
      const theta = somewhere(6);
      theta[0] = baseline;
      expect(logLikelihood(theta, new Float64Array(6))).toBe(-Infinity);
      expect(objective(theta, new Float64Array(6))).toBe(Infinity);
    }
  });

  it("has an objective that is infinite, never not-a-number, at absurd parameters", () => {
    const { objective } = compileResponse(oneCourse);
    for (const k of [1, 2, 3, 4, 5]) {
      for (const extreme of [-800, 800, Number.NaN]) {
        const theta = somewhere(6);
        theta[k] = extreme;
        expect(objective(theta, new Float64Array(6)), `${k}: ${extreme}`).not.toBeNaN();
      }
    }
  });

  it("lies between those of the best and the worst day where a day is averaged over", () => {
    const at = (day: number): number => {
      const patient = patientOfRows([
        { score: 9, day: 0 },
        { course: true, day: 0 },
        { score: 2, day: 14 },
        { score: 6, day },
      ]);
      return compileResponse(patient).logLikelihood(somewhere(6), new Float64Array(6));
    };
    const unknown = patientOfRows([
      { score: 9, day: 0 },
      { course: true, day: 0 },
      { score: 2, day: 14 },
      { score: 6, ...between(20, 110) },
    ]);
    const value = compileResponse(unknown).logLikelihood(somewhere(6), new Float64Array(6));
    const days = Array.from({ length: 91 }, (_, i) => at(20 + i));
    expect(value).toBeGreaterThan(Math.min(...days));
    expect(value).toBeLessThan(Math.max(...days));
  });
});
