import { describe, expect, it } from "vitest";
import { profile } from "../../src/inference/profile/profile.ts";
import { findRoot } from "../../src/math/optimize/find-root.ts";
import { fitCurve } from "../../src/math/optimize/fit-curve.ts";
import { integrate } from "../../src/math/quadrature/integrate.ts";
import { fitResponse } from "../../src/response/fit-response.ts";
import { leastSquaresErrors } from "../../src/response/likelihood/score-errors.ts";
import { bateman, plateau, responseModels, turnoverI, turnoverIV } from "../../src/response/models/index.ts";
import { fallingLogistic, LOG_81 } from "../../src/response/models/logistic-wear-off.ts";
import { turnoverRelief } from "../../src/response/models/turnover-relief.ts";
import { flatPriors, type NormalPriorSetting } from "../../src/response/priors.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { patientOf } from "../helpers/patients.ts";
import { referenceEntries } from "../helpers/reference.ts";

/** Response over its baseline: 1 − gain · Q, with what a full effect gains and adds to the loss in each type. */
function response(type: string, effect: number, days: number[], h: number, T50: number, D: number): number[] {
  const [gain, loss] = { I: [effect, 0], II: [-effect, -effect], IV: [effect, effect] }[type]!;
  return days.map((t) => 1 - gain! * turnoverRelief(t, { loss: loss!, halfTime: h, T50, duration: D }));
}

describe("curves by their formulas in 50-digit arithmetic", () => {
  const entries = referenceEntries("response-models.json", /^curve_/);
  const named = (name: string) => entries.filter(({ inputs }) => inputs.model === name);
  const models = responseModels.filter(({ name }) => named(name).length > 0);

  it("are there for every model that has parameters of its own", () => {
    expect(models).toHaveLength(responseModels.length - 2);
  });

  it.each(models.map((model) => [model.name, model] as const))("%s and its derivatives", (name, model) => {
    const out = new Float64Array(model.parameters.length + 1);
    for (const { inputs, outputs } of named(name)) {
      const relief = model.gradient!(inputs.t, inputs.p, out);
      const message = JSON.stringify(inputs);
      expect(model.relief(inputs.t, inputs.p), message).toBe(relief);
      // Turnovers forget what e^−38 is left of, 3e-17; their sums of 22 products round to 1e-14.
      expectAbsolute([relief], [Number(outputs.relief)], 2e-14, message);
      expectAbsolute(out, outputs.gradient.map(Number), 2e-12, message);
      if (relief > 1e-3) expectRelative([relief], [Number(outputs.relief)], 1e-12, message);
    }
  });
});

describe("turnovers as differential equations", () => {
  it.each(referenceEntries("response-models.json", /^equation_/).map((entry) => [entry.id, entry] as const))(
    "%s",
    (_, { inputs: { type, effect, h, T50, D, t }, outputs }) => {
      expectRelative(response(type, effect, t, h, T50, D), outputs.response.map(Number), 1e-13);
    },
  );

  it.each(referenceEntries("curves-and-survival.json", /^idr_/).map((entry) => [entry.id, entry] as const))(
    "%s, to the digits that R's adaptive quadrature has",
    (_, { inputs, outputs }) => {
      const { type, kout, kin, baseline, C0, H_days, C50, hill, max_effect, t } = inputs;
      expect(kin / kout / baseline).toBeCloseTo(1, 12);
      // The driver has fallen to C50 on day H log2(C0/C50), and k = γ ln 2 / H.
      const T50 = H_days * Math.log2(C0 / C50);
      const D = (Math.log2(81) * H_days) / hill;
      const found = response(type, max_effect, t, Math.LN2 / kout, T50, D);
      expectRelative(
        found,
        outputs.response.map((value: number) => value / baseline),
        1e-9,
      );
    },
  );

  it("are the models: R = Imax in type I, R = Smax/(1 + Smax) in type IV", () => {
    const days = [1, 20, 60, 100, 200];
    const one = days.map((t) => 1 - turnoverI.relief(t, [0.7, 6, 80, 50]));
    expectRelative(one, response("I", 0.7, days, 6, 80, 50), 1e-15);
    const four = days.map((t) => 1 - turnoverIV.relief(t, [0.75, 6, 80, 50]));
    expectRelative(four, response("IV", 3, days, 6, 80, 50), 1e-15);
  });
});

describe("alg_sigmoidEmax_equals_logistic", () => {
  const [entry] = referenceEntries("curves-and-survival.json", /^alg_sigmoidEmax_equals_logistic$/);
  const { inputs, outputs } = entry!;

  it("the action of an exponentially eliminated driver is the logistic, whatever its half-life", () => {
    const { H, gamma, A0, A50, t } = inputs;
    const T50 = H * Math.log2(A0 / A50);
    const D = (Math.log2(81) * H) / gamma;
    expectRelative([T50, D], [outputs.T50, outputs.D], 1e-14);
    const found = t.map((day: number) => fallingLogistic((LOG_81 * (day - T50)) / D));
    expectRelative(found, outputs.logistic_form, 1e-13);
    expectRelative(found, outputs.emax_form, 1e-13);
    expect(outputs.T50_if_dose_doubled).toBe(outputs.T50 + H);
  });

  it("is the wear-off of the default model once its onset is over", () => {
    const relief = inputs.t
      .slice(1)
      .map((day: number) => plateau.relief(day, [0.8, 0.1, outputs.T50, outputs.D]));
    expectRelative(
      relief,
      outputs.logistic_form.slice(1).map((kept: number) => 0.8 * kept),
      1e-13,
    );
  });
});

describe("alg_plateau_curve: areas and crossings", () => {
  const [entry] = referenceEntries("curves-and-survival.json", /^alg_plateau_curve$/);
  const { inputs, outputs } = entry!;
  const p = [inputs.R, inputs.h, inputs.T50, inputs.D];
  const relief = (t: number): number => plateau.relief(t, p);

  it("relief-days over a year, and in closed form without the onset", () => {
    const area = integrate(relief, 0, 365, { relativeTolerance: 1e-12 }).value;
    expectRelative([inputs.B * area], [outputs.auc_0_365], 1e-10);
    const { B, R, T50, D } = inputs;
    expectRelative(
      [((B * R * D) / LOG_81) * Math.log1p(81 ** (T50 / D))],
      [outputs.auc_wearoff_only_inf],
      1e-13,
    );
  });

  it("days on which relief falls below 50 % and 30 % of the baseline", () => {
    const day = (threshold: number): number => findRoot((t) => relief(t) - threshold, 60, 180)!;
    const { t_relief_below_50pct_of_baseline: half, t_relief_below_30pct_of_baseline: third } = outputs;
    expectRelative([day(0.5), day(0.3)], [half, third], 1e-12);
  });
});

describe("resp_bateman_LS_synth1: least squares agrees with nlsLM", () => {
  const [entry] = referenceEntries("curves-and-survival.json", /^resp_bateman_LS_synth1$/);
  const { inputs, outputs } = entry!;
  const [B, R, logOn, logOff] = outputs.working;
  const flat: NormalPriorSetting = { mean: Math.log(45), sd: null };
  const { estimates } = fitResponse(patientOf(inputs.t, inputs.y), {
    model: bateman,
    errors: leastSquaresErrors,
    interval: profile,
    priors: { ...flatPriors, parameters: { ...flatPriors.parameters, wearOffHalfTime: flat } },
    relapseAt: { relief: R / 2 },
    horizon: 5000,
  });
  const row = (name: string) => estimates.find(({ parameter }) => parameter === name)!;

  it("parameters to 1e-6 on the working scale", () => {
    const rates = ["onsetHalfTime", "wearOffHalfTime"].map((name) =>
      Math.log(Math.LN2 / row(name).estimate!),
    );
    expectRelative(
      [row("baseline").estimate!, row("relief").estimate!, ...rates],
      [B, R, logOn, logOff],
      1e-6,
    );
  });

  it("derived quantities, to the tolerance of nlsLM's search", () => {
    const expected = {
      onsetHalfTime: outputs.derived["h_on.lkon"],
      wearOffHalfTime: outputs.derived["h_off.lkoff"],
      bestReliefDay: outputs.derived["tmax.lkon"],
      bestRelief: R,
      relapseDay: outputs.derived.t_half_relief,
      reliefDays: outputs.derived["auc_inf.lkoff"],
    };
    const names = Object.keys(expected);
    expectRelative(
      names.map((name) => row(name).estimate!),
      Object.values(expected),
      1e-5,
    );
  });

  it("standard errors from the curve's derivatives, which nlsLM uses instead of the Hessian", () => {
    const out = new Float64Array(4);
    const curve = (t: number, [b, r, on, off]: ArrayLike<number> & Iterable<number>): number =>
      t > 0
        ? b! * (1 - bateman.gradient!(t, [r!, Math.LN2 / Math.exp(on!), Math.LN2 / Math.exp(off!)], out))
        : b!;
    const fit = fitCurve(
      {
        value: curve,
        gradient(t, p, slopes) {
          out.fill(0);
          const y = curve(t, p);
          slopes.set([
            y / p[0]!,
            (-p[0]! * out[0]!) / (p[1]! * (1 - p[1]!)),
            p[0]! * out[1]!,
            p[0]! * out[2]!,
          ]);
        },
      },
      { x: inputs.t as number[], y: inputs.y },
      [9, 0.7, -1, -3.5],
    );
    expectRelative(fit.parameters, outputs.working, 1e-6);
    expectRelative(fit.standardErrors.map(Number), outputs.working_se, 1e-5);
    expectRelative([Number(fit.residualSumOfSquares)], [outputs.rss], 1e-10);
  });

  it("profile limits, to the 2 digits that R's spline through the profile has", () => {
    const [, , on, off] = outputs.confint_nls_spline_95;
    const rate = (days: number | null): number => Math.log(Math.LN2 / days!);
    const { lower, upper } = row("onsetHalfTime");
    expectAbsolute([rate(upper), rate(lower)], on, 2e-3);
    const other = row("wearOffHalfTime");
    expectAbsolute([rate(other.upper), rate(other.lower)], off, 2e-3);
    expectAbsolute([row("relief").lower!, row("relief").upper!], outputs.confint_nls_spline_95[1], 1e-3);
  });
});
