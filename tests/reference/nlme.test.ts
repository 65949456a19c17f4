import { describe, expect, it } from "vitest";
import {
  adaptiveQuadrature,
  continuousAutoregressive,
  correlatedEffects,
  type FitMixedCurveOptions,
  fitMixedCurve,
  laplace,
  lindstromBates,
  type MarginalApproximation,
  type MixedCurveFit,
  type MixedCurveGroup,
  marginalMaximum,
} from "../../src/inference/nonlinear-mixed-model/index.ts";
import { dualCurve } from "../../src/math/optimize/fit-curve.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

// R's nlme 3.1-162 (tests/reference/curves-and-survival.json), whose likelihood is that of the curve made linear around each
// group's own effects: what `lindstromBates` computes. Laplace's approximation and quadrature integrate the curve itself,
// and so stand a little elsewhere (theophylline: −177.740 where nlme has −177.022); they are held to lme4 and to integrals by
// brute force (tests/reference/nlme-integrals.py).

const entry = (id: string): ReferenceEntry =>
  referenceEntries("curves-and-survival.json", new RegExp(`^${id}$`, "u"))[0]!;

function groupsOf<X>(
  names: readonly (string | number)[],
  x: readonly X[],
  y: readonly number[],
): MixedCurveGroup<X>[] {
  return [...new Set(names)].map((name) => ({
    group: String(name),
    x: x.filter((_, i) => names[i] === name),
    y: y.filter((_, i) => names[i] === name),
  }));
}

const growth = dualCurve((x: number, [asymptote, middle, scale]) =>
  asymptote!.over(middle!.minus(x).over(scale!).exp().plus(1)),
);
const line = dualCurve((x: number, [intercept, slope]) => slope!.times(x).plus(intercept!));
const absorption = dualCurve(([t, dose]: [number, number], [lKe, lKa, lCl]) => {
  const [ke, ka] = [lKe!.exp(), lKa!.exp()];
  const rise = ke.times(-t).exp().minus(ka.times(-t).exp());
  return lKe!.plus(lKa!).minus(lCl!).exp().times(dose).times(rise).over(ka.minus(ke));
});
const relief = dualCurve((t: number, [baseline, logitRelief, logT50, logD]) => {
  if (t <= 0) return baseline!;
  const late = logT50!.exp().negated().plus(t).times(Math.log(81)).over(logD!.exp());
  const r = logitRelief!
    .logistic()
    .times(1 - 2 ** (-t / 4))
    .over(late.exp().plus(1));
  return baseline!.times(r.negated().plus(1));
});

function expectAgreement(fit: MixedCurveFit, { outputs }: ReferenceEntry): void {
  Object.values(outputs.fixed as Record<string, number>).forEach((value, k) => {
    expect(Math.abs(fit.fixed[k]! / value - 1)).toBeLessThan(1e-4);
  });
  expect(Math.abs(fit.logLikelihood / outputs.logLik - 1)).toBeLessThan(1e-4);
  expect(Math.abs(fit.residualSd / outputs.sigma - 1)).toBeLessThan(1e-3);
}

describe("Lindstrom and Bates's algorithm", () => {
  it("agrees with nlme on the orange trees", () => {
    const e = entry("nlme_orange_ML");
    const { group, x, y, start } = e.inputs;
    const fit = fitMixedCurve(growth, groupsOf(group, x, y), {
      start,
      random: [0],
      method: lindstromBates(),
    });
    expectAgreement(fit, e);
  });
  it("agrees with nlme on theophylline", () => {
    const e = entry("nlme_theoph_ML_diag");
    const { group, dose, x, y } = e.inputs;
    const both = x.map((t: number, i: number): [number, number] => [t, dose[i]]);
    const fit = fitMixedCurve(absorption, groupsOf(group, both, y), {
      start: [-2.43, 0.45, -3.21],
      random: [1, 2],
      method: lindstromBates(),
    });
    expectAgreement(fit, e);
  });
  it("agrees with nlme on six simulated patients' relief", () => {
    const e = entry("nlme_plateau_synth6");
    const { patient, t, y } = e.inputs;
    const fit = fitMixedCurve(relief, groupsOf(patient, t, y), {
      start: [9, 0.8, 4.6, 4.1],
      random: [1, 2],
      method: lindstromBates(),
    });
    expectAgreement(fit, e);
  });

  const lines: [string, Partial<FitMixedCurveOptions>][] = [
    ["lme_orthodont_ri_REML", { random: [0], method: lindstromBates({ restricted: true }) }],
    [
      "lme_orthodont_ris_REML",
      { random: [0, 1], covariance: correlatedEffects, method: lindstromBates({ restricted: true }) },
    ],
    [
      "lme_orthodont_corCAR1_REML",
      { random: [0], method: lindstromBates({ restricted: true, errors: continuousAutoregressive }) },
    ],
  ];
  it.each(lines)("agrees with lme on %s", (id, options) => {
    const e = entry(id);
    const { group, x, y } = e.inputs;
    const fit = fitMixedCurve(line, groupsOf(group, x, y), { start: [17, 0.7], random: [0], ...options });
    expectAgreement(fit, e);
  });
  it("has a higher restricted likelihood than nlme on the orange trees, which keeps the spread of plain likelihood", () => {
    const plain = entry("nlme_orange_ML").outputs;
    const { inputs, outputs } = entry("nlme_orange_REML");
    // nlme's REML leaves the relative spread where ML put it, and only the residual variance changes, by n/(n − p).
    expect(outputs.ranef_sd.Asym / outputs.sigma).toBeCloseTo(plain.ranef_sd.Asym / plain.sigma, 6);
    expect((outputs.sigma / plain.sigma) ** 2).toBeCloseTo(35 / 32, 8);
    const { group, x, y, start } = inputs;
    const method = lindstromBates({ restricted: true });
    const fit = fitMixedCurve(growth, groupsOf(group, x, y), { start, random: [0], method });
    expect(fit.logLikelihood).toBeGreaterThan(outputs.logLik);
    expect(fit.logLikelihood).toBeLessThan(outputs.logLik + 0.05);
  });
});

describe("Laplace's approximation and quadrature of the curve itself", () => {
  it("agree with lme4 on the orange trees, where the varying parameter enters linearly and all are exact", () => {
    // lme4 1.1-31: nlmer(circumference ~ SSlogis(age, Asym, xmid, scal) ~ Asym | Tree, Orange)
    const { group, x, y, start } = entry("nlme_orange_ML").inputs;
    for (const method of [marginalMaximum(laplace), marginalMaximum(adaptiveQuadrature(5))]) {
      const fit = fitMixedCurve(growth, groupsOf(group, x, y), { start, random: [0], method });
      expect(Math.abs(fit.logLikelihood + 131.571877387)).toBeLessThan(2e-5);
      [192.052791888, 727.904473337, 348.072133977].forEach((value, k) => {
        expect(Math.abs(fit.fixed[k]! / value - 1)).toBeLessThan(1e-4);
      });
      expect(Math.abs(Math.sqrt(fit.effectsCovariance[0]![0]!) / 31.64632366 - 1)).toBeLessThan(1e-4);
      expect(Math.abs(fit.residualSd / 7.84300904 - 1)).toBeLessThan(1e-4);
    }
  });
  it("comes to the integral by brute force on theophylline as points are added", () => {
    const { outputs, inputs: at } = referenceEntries("nlme-integrals.json", /theoph_exact/u)[0]!;
    const { group, dose, x, y } = entry("nlme_theoph_ML_diag").inputs;
    const both = x.map((t: number, i: number): [number, number] => [t, dose[i]]);
    const errorOf = (approximation: MarginalApproximation): number => {
      const fit = fitMixedCurve(absorption, groupsOf(group, both, y), {
        start: at.fixed,
        random: [1, 2],
        method: marginalMaximum(approximation),
      });
      return Math.abs(fit.logLikelihood - outputs.logLik);
    };
    expect(errorOf(laplace)).toBeLessThan(0.15);
    expect(errorOf(adaptiveQuadrature(7))).toBeLessThan(3e-3);
    expect(errorOf(adaptiveQuadrature(15))).toBeLessThan(2e-4);
  });
});
