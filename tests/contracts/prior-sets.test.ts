import { describe, expect, it } from "vitest";
import { wald } from "../../src/inference/index.ts";
import { normalQuantile } from "../../src/math/special/normal-quantile.ts";
import { fitResponse, plateau, priorSets } from "../../src/response/index.ts";
import { scaleFactor } from "../../src/response/priors.ts";
import type { Patient } from "../../src/schema/patient.ts";
import { patientOf } from "../helpers/patients.ts";
import { compileResponse } from "../helpers/response-problems.ts";

const one = patientOf([0, 3, 14, 45, 80, 110, 150], [9, 6, 3, 2, 4, 7, 9]);
const two = patientOf([0, 7, 60, 95, 110, 160], [9, 3, 4, 8, 3, 7], [0, 90]);
/** Scores that may have been anything on the scale, so that the posterior is the prior. */
const silent: Patient = patientOf(
  [0, 14, 60],
  [
    [0, 10],
    [0, 10],
    [0, 10],
  ],
);

it("sets of priors have names of their own", () => {
  expect(new Set(priorSets.map(({ name }) => name)).size).toBe(priorSets.length);
  for (const { name } of priorSets) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

describe.each(priorSets.map((priors) => [priors.name, priors] as const))("%s", (_, priors) => {
  it("names every parameter of the default model, and a proper prior on the scatter", () => {
    for (const { name } of plateau.parameters) expect(priors.parameters).toHaveProperty(name);
    expect(priors.residualSd.sd).toBeGreaterThan(0);
    expect(priors.residualSd.sd).toBeLessThan(Infinity);
    for (const { name, perCourse } of plateau.parameters) {
      if (perCourse) expect(priors.spreads[name]).toBeGreaterThan(0);
    }
    expect(priors.noEffectProbability).toBeGreaterThanOrEqual(0);
    expect(priors.noEffectProbability).toBeLessThan(1);
  });

  it("is printed as it was used: one line for each working parameter, with its centre", () => {
    for (const patient of [one, two]) {
      const { priors: used, covariance } = fitResponse(patient, { priors, interval: wald });
      expect(used.set).toBe(priors.name);
      expect(used.parameters.map(({ parameter }) => parameter)).toEqual(covariance.parameters);
      const { terms } = compileResponse(patient, { priors }).parameters.prior;
      used.parameters.forEach(({ mean, sd, around }, k) => {
        const { center, sd: own } = terms[k]!;
        expect(sd ?? Infinity).toBe(own);
        if ("value" in center) expect([mean, around]).toEqual([center.value, null]);
        else expect([mean, around]).toEqual([0, covariance.parameters[center.parameter]]);
      });
    }
  });

  it("is the whole answer where the scores say nothing, and says so", () => {
    if (priors.baseline.sd === null) return;
    const { estimates, covariance } = fitResponse(silent, { priors, interval: wald });
    const { terms } = compileResponse(silent, { priors }).parameters.prior;
    const z = normalQuantile(0.975);
    terms.forEach(({ sd }, k) => {
      expect(Math.sqrt(covariance.matrix![k]![k]!)).toBeCloseTo(sd, 8);
    });
    const setting = priors.parameters.T50!;
    const T50 = estimates.find(({ parameter }) => parameter === "T50")!;
    expect(T50.estimate! / Math.exp(setting.mean)).toBeCloseTo(1, 8);
    expect(T50.lower! / Math.exp(setting.mean - z * setting.sd!)).toBeCloseTo(1, 6);
    expect(T50.upper! / Math.exp(setting.mean + z * setting.sd!)).toBeCloseTo(1, 6);
    expect(T50.dataShare).toBeCloseTo(0, 6);
  });
});

describe("scaleFactor", () => {
  it("is how many times wider than 0–10 a scale is", () => {
    const scale = (minimum: number, maximum: number) => scaleFactor({ minimum, maximum, step: 1 });
    expect([scale(0, 10), scale(0, 100), scale(1, 11), scale(-5, 0)]).toEqual([1, 10, 1, 0.5]);
  });
});
