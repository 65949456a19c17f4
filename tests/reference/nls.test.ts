import { describe, expect, it } from "vitest";
import { curveProblem } from "../../src/inference/curve-problem.ts";
import { profile } from "../../src/inference/profile/profile.ts";
import type { Dual } from "../../src/math/derivatives/dual.ts";
import { type Curve, dualCurve, fitCurve } from "../../src/math/optimize/fit-curve.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { referenceEntries } from "../helpers/reference.ts";

const logistic = (x: number, [top, middle, scale]: Dual[]): Dual =>
  middle!.minus(x).over(scale!).exp().plus(1).power(-1).times(top!);

/** First-order absorption and elimination of a dose, by log rates and log clearance. */
const absorption =
  (dose: number) =>
  (x: number, [elimination, uptake, clearance]: Dual[]): Dual => {
    const [ke, ka] = [elimination!.exp(), uptake!.exp()];
    const between = ke.times(-x).exp().minus(ka.times(-x).exp());
    return elimination!.plus(uptake!).minus(clearance!).exp().times(between).over(ka.minus(ke)).times(dose);
  };

const rise = (x: number, rate: Dual): Dual => rate.exp().times(-x).exp();

/** Every model of the reference file, written again. */
const curves: Record<string, (x: number, parameters: Dual[]) => Dual> = {
  "Vm*x/(K+x)": (x, [top, half]) => top!.times(x).over(half!.plus(x)),
  "A/(1+exp((xm-log(x))/s))": (x, parameters) => logistic(Math.log(x), parameters),
  "Asym/(1+exp((xmid-x)/scal))": logistic,
  "4.02*exp(lKe+lKa-lCl)*(exp(-exp(lKe)*x)-exp(-exp(lKa)*x))/(exp(lKa)-exp(lKe))": absorption(4.02),
  "4.4*exp(lKe+lKa-lCl)*(exp(-exp(lKe)*x)-exp(-exp(lKa)*x))/(exp(lKa)-exp(lKe))": absorption(4.4),
  "A+(R0-A)*exp(-exp(lrc)*x)": (x, [top, first, rate]) => first!.minus(top!).times(rise(x, rate!)).plus(top!),
  "A*(1-exp(-exp(lrc)*x))": (x, [top, rate]) => rise(x, rate!).negated().plus(1).times(top!),
};

const entries = referenceEntries("curves-and-survival.json", /^nls_/);

// R's nls stops at a relative offset of 1e-5 of the residuals: parameters within 1e-5 standard errors of the minimum.
const OFFSET = 1e-5;

describe.each(entries.map((entry) => [entry.id, entry] as const))("%s", (_, { inputs, outputs }) => {
  const names: string[] = inputs.params;
  const curve: Curve<number> = dualCurve(curves[inputs.model]!);
  const observations = { x: inputs.x as number[], y: inputs.y as number[] };
  const fit = fitCurve(
    curve,
    observations,
    names.map((name) => inputs.start[name]),
  );
  const expected = names.map((name): number => outputs.params[name]);
  const errors = names.map((name): number => outputs.std_errors[name]);

  it("has R's parameters, standard errors, covariance and residual sum of squares", () => {
    expect(fit.converged).toBe(true);
    fit.parameters.forEach((value, j) => {
      expect(Math.abs(value - expected[j]!), names[j]).toBeLessThan(OFFSET * errors[j]!);
    });
    // Both differ in the second order of the offset and in the first order of the curve's bend.
    expectRelative(fit.standardErrors as number[], errors, 10 * OFFSET);
    expectRelative(fit.covariance!.flat(), outputs.vcov.flat(), 20 * OFFSET);
    expectRelative([fit.residualSumOfSquares!], [outputs.rss], OFFSET ** 2);
    expect(fit.degreesOfFreedom).toBe(outputs.df);
  });

  it("predicts what R predicts", () => {
    const values = inputs.predict_x.map((x: number) => curve.value(x, Float64Array.from(fit.parameters)));
    expectRelative(values, outputs.predict, OFFSET);
  });

  it("has the standard errors of predictions by the delta method", () => {
    const problem = curveProblem(curve, observations, fit);
    const targets = inputs.predict_x.map((x: number) => problem.derived((p) => curve.value(x, p)));
    const rows = profile.estimate(problem, targets).intervals;
    expectRelative(
      rows.map(({ standardError }) => standardError!),
      outputs.predict_se_delta,
      10 * OFFSET,
    );
  });

  it("has the roots of the profiled sum of squares as limits, to the digits of the reference", () => {
    const problem = curveProblem(curve, observations, fit);
    const rows = profile.estimate(problem, problem.parameters).intervals;
    expect(rows.map(({ bound }) => bound)).toEqual(names.map(() => "closed"));
    expectRelative(
      rows.flatMap(({ lower, upper }) => [lower!, upper!]),
      outputs.confint_profile_95_exact_root.flat(),
      // What the reference states of itself.
      1e-8,
    );
  });
});
