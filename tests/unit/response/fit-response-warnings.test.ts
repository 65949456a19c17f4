import { describe, expect, it } from "vitest";
import { type IntervalMethod, posteriorIntervals, profile, wald } from "../../../src/inference/index.ts";
import { fitResponse, flatPriors, informedPriors, simulatePatient } from "../../../src/response/index.ts";
import type { Patient } from "../../../src/schema/index.ts";
import { patientOf } from "../../helpers/patients.ts";
import { referencePatients } from "../../helpers/reference-patients.ts";

describe("the warnings of real fits", () => {
  const coarse = posteriorIntervals({ monteCarloError: 0.05, maximumDraws: 4096 });
  const codesOf = (patient: Patient, interval: IntervalMethod = coarse): string[] =>
    fitResponse(patient, { interval }).warnings.map(({ code }) => code);
  const fitted = (id: string, interval?: IntervalMethod): string[] =>
    codesOf(referencePatients.get(`resp_MAP_${id}`)!, interval);

  it("of a responder with fifteen scores are the common ones", () => {
    expect(fitted("synth15", profile)).toEqual(["single-arm", "undercovers"]);
    expect(fitted("synth15")).toEqual(["single-arm"]);
  });

  it("of a non-responder say that relief never reaches the threshold", () => {
    expect(fitted("synth_nonresponder")).toContain("never-reached");
    expect(fitted("synth_nonresponder", profile)).toContain("never-reached");
  });

  it("of three scores say what the prior set and what no score could show", () => {
    expect(fitted("synth3")).toEqual(expect.arrayContaining(["prior-decided", "aicc-refused"]));
    expect(codesOf(patientOf([0, 14, 60], [9, 2, 3]))).toContain("extrapolated");
  });

  it("of an uncertain reach say so", () => {
    const weak = patientOf([0, 7, 14, 60, 120], [8, 5, 6, 6, 8]);
    for (const interval of [coarse, profile])
      expect(codesOf(weak, interval)).toContain("never-reached-not-excluded");
  });

  it("of a baseline on the floor say that the search did not settle", () => {
    const painless = patientOf([14, 30, 45, 60], [0, 0, 0, 0]);
    const { warnings } = fitResponse(painless, { priors: informedPriors, interval: wald });
    expect(warnings.map(({ code }) => code)).toContain("not-converged");
  });

  it("of flat priors and few scores say what is open", () => {
    const { warnings } = fitResponse(patientOf([0, 14, 60, 90], [8, 3, 3, 7]), { priors: flatPriors });
    expect(warnings.map(({ code }) => code)).toContain("interval-open");
  });

  it("of a curve through every rounding interval say that the scatter is the prior's", () => {
    const truth = {
      patient: "exact",
      scale: { minimum: 0, maximum: 10, step: 1 },
      baseline: 9,
      residualSd: 0,
      courses: [{ day: 0, doseGPerKg: 2, parameters: [0.8, 4, 105, 60] }],
      days: Array.from({ length: 200 }, (_, i) => 0.9 * i - 10),
    };
    const scattered = (residualSd: number): string[] =>
      codesOf(simulatePatient({ ...truth, residualSd }, { seed: 1 }), wald);
    expect(scattered(0)).toContain("sigma-degenerate");
    expect(scattered(0.8)).not.toContain("sigma-degenerate");
  });
});
