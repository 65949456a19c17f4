import { describe, expect, it } from "vitest";
import { withoutScore } from "../../../../src/response/comparison/without-score.ts";
import { type CurveData, curveLikelihood } from "../../../../src/response/likelihood/curve-likelihood.ts";
import { pointwiseLikelihood } from "../../../../src/response/likelihood/pointwise-likelihood.ts";
import { possibleTimes } from "../../../../src/response/likelihood/possible-times.ts";
import { bateman } from "../../../../src/response/models/index.ts";
import { layTimeline } from "../../../../src/response/timeline.ts";
import type { Patient } from "../../../../src/schema/patient.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { plainProbability } from "../../../helpers/plain-likelihood.ts";
import { compileResponse } from "../../../helpers/response-problems.ts";
import { between, patientOfRows } from "../../../helpers/unknown-days.ts";

const days = [-7, 0, 3, 14, 60, 100, 150];
const known = patientOf(days, [9, 10, 6, 2, 4, 6, 10]);
const oneUnknown = patientOfRows([
  { score: 9, day: 0 },
  { course: true, day: 0 },
  { score: [3, 5], ...between(5, 40) },
  { score: 2, day: 60 },
  { score: 8, ...between(90, 150) },
]);
const together = patientOfRows([
  { score: 9, day: 0 },
  { course: true, day: 0 },
  { score: 3, ...between(10, 40) },
  { score: 6, ...between(30, 110) },
  { course: true, ...between(80, 130) },
  { score: 4, daysAfterCourse: 14 },
  { score: [6, 8], day: 200 },
]);

function dataOf(patient: Patient, model?: typeof bateman): CurveData {
  const timeline = layTimeline(patient, false);
  const { errors, parameters, scores, model: own } = compileResponse(patient, { model });
  return { model: own, errors, parameters, scores, blocks: possibleTimes(timeline), floor: 0 };
}

/** Working values off the mode. */
function thetaOf({ parameters }: CurveData, shift = 0): Float64Array {
  return Float64Array.from(parameters.names, (name, k) => {
    const wiggle = shift * Math.sin(k + 1);
    if (name === "baseline") return 8.3 + wiggle;
    if (/residualSd/.test(name)) return -0.2 + wiggle;
    if (/relief/.test(name)) return 0.7 + wiggle;
    return (/onset/.test(name) ? 1.1 : 4.1) + 0.3 * wiggle;
  });
}

describe("the likelihood score by score", () => {
  it("is ln p of each score, written out without its code, where the days are known", () => {
    const data = dataOf(known);
    const theta = Float64Array.from(data.parameters.names, (name) => {
      if (name === "baseline") return 9;
      if (/residualSd/.test(name)) return Math.log(0.9);
      if (/relief/.test(name)) return Math.log(3);
      return Math.log(/onset/.test(name) ? 5 : /T50/.test(name) ? 70 : 50);
    });
    const curve = { baseline: 9, sd: 0.9, relief: 0.75, onsetHalfTime: 5, T50: 70, wearOffDuration: 50 };
    const out = new Float64Array(7);
    pointwiseLikelihood(data, [data.scores])(theta, out);
    const plain = known.scores.map(({ lower, day }) => Math.log(plainProbability(curve, lower, day!, [0])));
    expectRelative(out, plain, 1e-11);
  });

  it.each<[string, Patient]>([
    ["on known days", known],
    ["on days averaged over one by one", oneUnknown],
    ["on days averaged over together", together],
  ])("%s is what the likelihood loses without the score", (_, patient) => {
    for (const model of [undefined, bateman]) {
      const data = dataOf(patient, model);
      const all = curveLikelihood(data);
      const pointwise = pointwiseLikelihood(data, [data.scores]);
      const out = new Float64Array(data.scores.length);
      for (const shift of [0, 0.4, -0.8]) {
        const theta = thetaOf(data, shift);
        pointwise(theta, out);
        const lost = data.scores.map((__, i) => all(theta) - curveLikelihood(withoutScore(data, i))(theta));
        // Differences of log-likelihoods of up to 100, each a sum of up to 256 terms.
        expectAbsolute(out, lost, 1e-11);
      }
    }
  });

  it("shares all probability among a lower score, the score itself and a higher one", () => {
    for (const patient of [known, oneUnknown, together]) {
      const data = dataOf(patient);
      const n = data.scores.length;
      const below = data.scores.map(({ lower, middle }) => ({ lower: -Infinity, upper: lower, middle }));
      const above = data.scores.map(({ upper, middle }) => ({ lower: upper, upper: Infinity, middle }));
      const out = new Float64Array(3 * n);
      pointwiseLikelihood(data, [below, data.scores, above])(thetaOf(data), out);
      const sums = data.scores.map(
        (_, i) => Math.exp(out[i]!) + Math.exp(out[n + i]!) + Math.exp(out[2 * n + i]!),
      );
      expectAbsolute(sums, new Array(n).fill(1), 1e-13);
    }
    const data = dataOf(known);
    const out = new Float64Array(7);
    const beyond = data.scores.map(({ middle }) => ({ lower: Infinity, upper: Infinity, middle }));
    pointwiseLikelihood(data, [beyond])(thetaOf(data), out);
    expect(Array.from(out)).toEqual(new Array(7).fill(-Infinity));
  });

  it("is −∞ throughout where the baseline is not above the floor", () => {
    const data = dataOf(together);
    const out = new Float64Array(5);
    for (const baseline of [0, -1, Number.NaN]) {
      const theta = thetaOf(data);
      theta[data.parameters.baseline] = baseline;
      pointwiseLikelihood(data, [data.scores])(theta, out);
      expect(Array.from(out)).toEqual(new Array(5).fill(-Infinity));
    }
  });
});
