import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../src/errors.ts";
import { wald } from "../../../src/inference/index.ts";
import { minimizeNewton } from "../../../src/math/optimize/minimize-newton.ts";
import { randomStream } from "../../../src/math/random/random-stream.ts";
import { fitResponse, flatPriors, leastSquaresErrors, noEffect } from "../../../src/response/index.ts";
import type { Patient } from "../../../src/schema/patient.ts";
import { patientOf } from "../../helpers/patients.ts";
import { plausiblePatient } from "../../helpers/random-patients.ts";
import { compileResponse, prepareResponse } from "../../helpers/response-problems.ts";

const cut = (patient: Patient, n: number): Patient => ({ ...patient, scores: patient.scores.slice(0, n) });
const long = patientOf(
  [0, 3, 7, 14, 30, 60, 90, 100, 110, 125, 140, 160],
  [9, 6, 4, 3, 2, 3, 6, 3, 2, 4, 6, 8],
);

/** The error's code, or null where it fits. */
function refusal(attempt: () => unknown): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(EstimationError);
    return `${(error as EstimationError).code}: ${(error as EstimationError).message}`;
  }
}

describe("latent scores", () => {
  it("are half a step to either side, open at the floor and at the ceiling", () => {
    const { scores } = compileResponse(patientOf([0, 1, 2, 3, 4], [0, 4, [6, 8], 10, [0, 10]]));
    expect(scores).toEqual([
      { lower: -Infinity, upper: 0.5, middle: 0 },
      { lower: 3.5, upper: 4.5, middle: 4 },
      { lower: 5.5, upper: 8.5, middle: 7 },
      { lower: 9.5, upper: Infinity, middle: 10 },
      { lower: -Infinity, upper: Infinity, middle: 5 },
    ]);
  });

  it("use the scale's own step and ends", () => {
    const scale = { minimum: 20, maximum: 80, step: 5 };
    const { scores } = compileResponse({ ...patientOf([0, 1, 2], [20, 45, 80]), scale });
    expect(scores.map(({ lower, upper }) => [lower, upper])).toEqual([
      [-Infinity, 22.5],
      [42.5, 47.5],
      [77.5, Infinity],
    ]);
  });
});

describe("too few data are refused, by name", () => {
  it.each([0, 1, 2])("%i scores", (n) => {
    expect(refusal(() => fitResponse(cut(long, n)))).toBe(
      `too-few-observations: Cannot fit "plateau": needs at least 3 scores, got ${n}`,
    );
  });

  it("no course", () => {
    expect(refusal(() => fitResponse({ ...long, courses: [] }))).toBe(
      'no-course: Cannot fit "plateau": needs at least 1 course, got 0',
    );
  });

  it("three scores are enough", () => {
    expect(refusal(() => fitResponse(cut(long, 3)))).toBeNull();
  });

  it("least squares needs a score more than the curve has parameters", () => {
    const options = { errors: leastSquaresErrors, priors: flatPriors, interval: wald };
    expect(refusal(() => fitResponse(cut(long, 5), options))).toMatch(/needs at least 6 scores, got 5$/);
    expect(refusal(() => fitResponse(cut(long, 6), options))).toBeNull();
    expect(refusal(() => fitResponse(cut(long, 3), { ...options, model: noEffect }))).toBeNull();
  });

  it("of several courses, too, which have more parameters", () => {
    const options = { errors: leastSquaresErrors, priors: flatPriors, interval: wald };
    const two = patientOf(
      long.scores.map(({ day }) => day!),
      long.scores.map(({ lower }) => lower),
      [0, 95],
    );
    expect(refusal(() => fitResponse(cut(two, 9), options))).toMatch(
      /^too-few-observations: .* 10 scores, got 9$/,
    );
    expect(refusal(() => fitResponse(cut(two, 10), options))).toBeNull();
  });
});

describe("findMode", () => {
  it("finds no mode worse than twenty searches from the prior do", () => {
    // Among 1,000 patients, some whose best mode the search used to walk past: partial relief that lasts, from a
    // baseline that no score shows.
    for (const seed of [75, 449, 457, 479, 563, 659]) {
      const { intervals, problem } = prepareResponse(plausiblePatient(seed));
      const random = randomStream(seed, 99);
      let best = Infinity;
      for (let search = 0; search < 20; search++) {
        const start: number[] = [];
        for (const { index, center, sd } of problem.parameters.prior.terms) {
          start[index] = ("value" in center ? center.value : start[center.parameter]!) + sd * random.normal();
        }
        start[problem.parameters.baseline] = Math.max(0.5, start[problem.parameters.baseline]!);
        best = Math.min(best, minimizeNewton(problem.objective, start).value);
      }
      expect(intervals.minimum.value - best, `patient ${seed}`).toBeLessThan(1e-6);
    }
  });

  it("finds the same mode, whatever the search starts from, of a patient whose scores are clear", () => {
    const { mode, problem } = prepareResponse(long);
    const away = mode.minimum.x.map((v, k) => v + 0.5 * Math.cos(k));
    const again = minimizeNewton(problem.objective, away);
    again.x.forEach((v, k) => {
      expect(v).toBeCloseTo(mode.minimum.x[k]!, 6);
    });
  });

  it("refuses a model that is finite nowhere", () => {
    const broken = {
      ...noEffect,
      name: "broken",
      parameters: [],
      relief: () => Number.NaN,
      gradient: () => Number.NaN,
    };
    expect(refusal(() => fitResponse(long, { model: broken }))).toBe(
      'not-converged: Cannot fit "broken": no starting point has a finite likelihood',
    );
  });
});

describe("the set of priors", () => {
  it("must not be flat in the residual standard deviation", () => {
    for (const sd of [0, -1, Number.NaN]) {
      const priors = { ...flatPriors, name: "degenerate", residualSd: { mean: 0, sd } };
      expect(() => fitResponse(long, { priors })).toThrow(
        new RangeError(`The set of priors "degenerate" needs a proper prior on residualSd, got sd ${sd}`),
      );
    }
    const infinite = { ...flatPriors, residualSd: { mean: 0, sd: Infinity } };
    expect(() => fitResponse(long, { priors: infinite })).toThrow(RangeError);
  });

  it("has its scatter's prior left out by least squares, which prints it as flat", () => {
    const result = fitResponse(long, { errors: leastSquaresErrors, interval: wald });
    expect(result.priors.parameters.find(({ parameter }) => parameter === "log residualSd")!.sd).toBeNull();
  });
});

describe("compileProblem", () => {
  it("counts the curve's own parameters without the scatter", () => {
    expect(compileResponse(long).nCurveParameters).toBe(5);
    expect(compileResponse(long, { model: noEffect }).nCurveParameters).toBe(1);
  });
});
