import { describe, expect, it } from "vitest";
import { fitResponse } from "../../src/response/fit-response.ts";
import { leastSquaresErrors } from "../../src/response/likelihood/score-errors.ts";
import { plateau } from "../../src/response/models/index.ts";
import { flatPriors } from "../../src/response/priors.ts";
import { patientOf } from "../helpers/patients.ts";
import { referenceEntries } from "../helpers/reference.ts";

const [entry] = referenceEntries("curves-and-survival.json", /^resp_plateau_LS_synth15$/);
const { inputs, outputs } = entry!;

describe("resp_plateau_LS_synth15: least squares agrees with nlsLM", () => {
  const result = fitResponse(patientOf(inputs.t, inputs.y), {
    errors: leastSquaresErrors,
    priors: flatPriors,
  });
  const row = (name: string) => result.estimates.find(({ parameter }) => parameter === name)!;
  const names = ["baseline", "relief", "onsetHalfTime", "T50", "wearOffDuration"];

  it("parameters to 6 digits", () => {
    const expected = [
      outputs.params.B,
      outputs.params.R,
      outputs.params.h,
      outputs.params.T50,
      outputs.params.D,
    ];
    names.forEach((name, i) => {
      expect(row(name).estimate! / expected[i]! - 1).toBeCloseTo(0, 6);
    });
  });

  it("profile limits by F(1, n − p), to 1e-6 relative", () => {
    names.forEach((name, i) => {
      const [lower, upper] = outputs.profile_F_ci95_natural[i];
      expect(row(name).lower! / lower - 1, `${name} lower`).toBeCloseTo(0, 6);
      expect(row(name).upper! / upper - 1, `${name} upper`).toBeCloseTo(0, 6);
    });
  });

  it("derived quantities", () => {
    expect(row("bestRelief").estimate).toBeCloseTo(outputs.derived["relief_max.B"], 6);
    expect(row("bestReliefDay").estimate).toBeCloseTo(outputs.derived.t_nadir, 3);
    expect(row("relapseDay").estimate).toBeCloseTo(outputs.derived.t_relief_below_30pct, 4);
    expect(row("T10").estimate).toBeCloseTo(outputs.derived["T10.lT"], 4);
  });
});

describe("alg_plateau_curve: the curve and its landmarks", () => {
  const [curve] = referenceEntries("curves-and-survival.json", /^alg_plateau_curve$/);
  const { B, R, h, T50, D, t } = curve!.inputs;
  const p = [R, h, T50, D];

  it("values at 12 days to 1e-12", () => {
    t.forEach((day: number, i: number) => {
      const value = day > 0 ? B * (1 - plateau.relief(day, p)) : B;
      expect(value).toBeCloseTo(curve!.outputs.vas[i], 12);
    });
  });

  it("T10 and T90", () => {
    expect(plateau.landmarks.map((landmark) => landmark.value(p))).toEqual([
      curve!.outputs.T10,
      curve!.outputs.T90,
    ]);
  });
});
