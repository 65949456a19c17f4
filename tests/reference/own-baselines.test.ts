import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wald } from "../../src/inference/index.ts";
import { fitResponse, noEffect } from "../../src/response/index.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { patientOf } from "../helpers/patients.ts";
import { compileResponse } from "../helpers/response-problems.ts";

interface Point {
  theta: number[];
  logLikelihood: number;
  negativeLogPosterior: number;
}

// NumPy and SciPy, from the equations.
const { starts, days, scores, names, points, mode, withoutEffect } = JSON.parse(
  readFileSync(new URL("./own-baselines.json", import.meta.url), "utf8"),
) as {
  starts: number[];
  days: number[];
  scores: number[];
  names: string[];
  points: Point[];
  mode: Point;
  withoutEffect: Point;
};
const patient = patientOf(days, scores, starts);

describe("courses with their own baselines agree with SciPy", () => {
  it("in the likelihood and the posterior density, wherever they are looked at", () => {
    const { parameters, logLikelihood, objective } = compileResponse(patient, { baselines: "own" });
    expect(parameters.names).toEqual(names);
    for (const point of points) {
      const theta = Float64Array.from(point.theta);
      expectRelative([logLikelihood(theta)], [point.logLikelihood], 1e-11);
      expectRelative([objective(theta, new Float64Array(theta.length))], [point.negativeLogPosterior], 1e-11);
    }
  });

  it.each([
    ["with an effect", {}, mode],
    ["without one", { model: noEffect }, withoutEffect],
  ] as const)("in the mode %s", (_, options, expected) => {
    const { covariance, fit } = fitResponse(patient, { baselines: "own", interval: wald, ...options });
    // Differences of a value near 40 that has 1e-14 of itself as rounding error cannot place SciPy's mode more exactly.
    expectAbsolute(covariance.mode, expected.theta, 2e-5);
    expectAbsolute([fit.negativeLogPosterior], [expected.negativeLogPosterior], 1e-9);
    expectAbsolute([fit.logLikelihood], [expected.logLikelihood], 1e-4);
  });

  it("in the mode without an effect that the fit with one is held against", () => {
    const { noEffect: nullFit } = fitResponse(patient, { baselines: "own", interval: wald });
    expectAbsolute([nullFit!.negativeLogPosterior], [withoutEffect.negativeLogPosterior], 1e-9);
  });
});
