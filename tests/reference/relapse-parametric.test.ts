import { describe, expect, it } from "vitest";
import { clusterRobust } from "../../src/relapse/clustering/index.ts";
import { fitRelapse } from "../../src/relapse/fit-relapse.ts";
import { fitRelapseRange } from "../../src/relapse/fit-relapse-range.ts";
import { gammaFrailty } from "../../src/relapse/index.ts";
import { gamma, relapseModels } from "../../src/relapse/models/index.ts";
import { flatRelapsePriors } from "../../src/relapse/relapse-priors.ts";
import type { RelapseResult } from "../../src/schema/relapse-result.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { referenceEntries } from "../helpers/reference.ts";
import { rowsOf } from "../helpers/survreg-rows.ts";

const priors = flatRelapsePriors;
const named = new Map(relapseModels.map((model) => [model.name.replace("-", ""), model]));
const row = (result: RelapseResult, parameter: string) =>
  result.estimates.find((estimate) => estimate.parameter === parameter)!;
/** survreg's scale σ, its median as a standard law's, and how the median moves against the intercept. */
const medians: Record<string, number> = { weibull: Math.log(Math.LN2), exponential: Math.log(Math.LN2) };
const compact = (values: (number | number[])[][]): number[] => values.flat(2);

/** Mode and covariance as survreg has them: intercept, effects, log scale. */
function asSurvreg(result: RelapseResult, name: string): { mode: number[]; covariance: number[][] } {
  const { parameters, mode, matrix } = result.working!;
  const shape = parameters.findIndex((parameter) => /^log (?!median)/u.test(parameter));
  const sign = parameters[shape] === "log logSd" ? 1 : -1;
  const sigma = shape < 0 ? 1 : Math.exp(sign * mode[shape]!);
  const center = result.observations[0]!.covariates
    ? result.observations.reduce((sum, { covariates }) => sum + covariates!.x!, 0) / result.nObservations
    : 0;
  const order = [0, ...parameters.map((_, k) => k).filter((k) => k > 0 && k !== shape), shape].filter(
    (k) => k >= 0,
  );
  const w = medians[name] ?? 0;
  const jacobian = order.map((k, i) =>
    order.map((l) => {
      if (i === 0) {
        if (l === 0) return 1;
        return l === shape ? -w * sigma * sign : -center;
      }
      return k === l ? (k === shape ? sign : 1) : 0;
    }),
  );
  const v = order.map((k) => order.map((l) => matrix![k]![l]!));
  const covariance = jacobian.map((a) =>
    jacobian.map((b) =>
      a.reduce((sum, x, i) => sum + x * b.reduce((inner, y, j) => inner + y * v[i]![j]!, 0), 0),
    ),
  );
  const slope = order.length > 2 || (shape < 0 && order.length > 1) ? mode[order[1]!]! : 0;
  const values = order.map((k) => mode[k]!);
  values[0] = mode[0]! - w * sigma - center * slope;
  if (shape >= 0) values[values.length - 1] = Math.log(sigma);
  return { mode: values, covariance };
}

describe("survreg's fits of every kind of censoring", () => {
  const entries = referenceEntries("curves-and-survival.json", /^sr_(?!synth_cluster)/);
  const cases = entries.flatMap((entry) =>
    Object.keys(entry.outputs).map((name) => [entry.id, name, entry] as const),
  );

  it("are twenty", () => {
    expect(cases.length).toBe(20);
  });

  it.each(cases)("%s, %s", (_, name, { inputs, outputs }) => {
    const expected = outputs[name];
    const rows = rowsOf(inputs.left, inputs.right).map((one, i) =>
      inputs.x ? { ...one, covariates: { x: inputs.x[i] } } : one,
    );
    const result = fitRelapse(rows, {
      priors,
      model: named.get(name)!,
      quantiles: expected.quantile_probs,
      ...(inputs.x && { covariates: ["x"], at: { x: 0 } }),
    });
    const { mode, covariance } = asSurvreg(result, name);
    const coefficients = [expected.coef].flat();
    const scale = name === "exponential" ? [] : [Math.log(expected.scale)];
    // survreg stops where its log-likelihood changes by less than 1e-9 of itself, at worst; these entries agree to 1e-7.
    expectRelative(mode, [...coefficients, ...scale], 1e-6, "coefficients and log scale");
    expect(Math.abs(result.fit!.logLikelihood / expected.loglik - 1)).toBeLessThan(1e-9);
    const size = Math.max(...compact(expected.vcov_coef_logscale).map(Math.abs));
    compact(expected.vcov_coef_logscale).forEach((value, k) => {
      expect(Math.abs(compact(covariance)[k]! - value), `covariance ${k}`).toBeLessThan(1e-6 * size);
    });
    expected.quantile_probs.forEach((p: number, k: number) => {
      const found = row(result, p === 0.5 ? "median" : `quantile${p}`);
      expectRelative(
        [found.estimate!, found.standardError!],
        [expected.quantiles[k], expected.quantile_se[k]],
        1e-6,
      );
    });
    if (!expected.median_ci95_profile) return;
    const { lower, upper } = result.estimates[0]!;
    expectRelative([lower!, upper!], expected.median_ci95_profile, 1e-6, "profile limits");
  });
});

describe("survreg's cluster-robust covariance", () => {
  const [entry] = referenceEntries("curves-and-survival.json", /^sr_synth_cluster/);

  it("agrees, with the naive one beside it", () => {
    const { time, status, patient } = entry!.inputs;
    const rows = time.map((lower: number, i: number) => ({
      lower,
      upper: status[i] ? lower : null,
      patient: String(patient[i]),
    }));
    const { outputs } = entry!;
    const naive = asSurvreg(fitRelapse(rows, { priors }), "weibull");
    expectRelative(naive.mode, [outputs.coef, Math.log(outputs.scale)], 1e-6);
    expectRelative(compact(naive.covariance), compact(outputs.naive_vcov), 1e-6);
    const robust = fitRelapse(rows, { cluster: clusterRobust });
    expect(robust.fit!.logLikelihood).toBeCloseTo(outputs.loglik, 8);
    // The scale is e^intercept, the shape e^(−log scale): delta-method errors give back the diagonal.
    const [scale, shape] = [row(robust, "scale"), row(robust, "shape")];
    expectRelative(
      [(scale.standardError! / scale.estimate!) ** 2, (shape.standardError! / shape.estimate!) ** 2],
      [outputs.robust_vcov[0][0], outputs.robust_vcov[1][1]],
      1e-6,
    );
  });
});

describe("likelihoods that survreg doesn't fit, written out in R", () => {
  /** Every working parameter, its covariance and the log-likelihood. */
  const agrees = (result: RelapseResult, outputs: Record<string, number[] & number>): void => {
    const { mode, matrix } = result.working!;
    expectRelative(mode, outputs.mode!, 1e-7, "mode");
    expect(result.fit!.logLikelihood).toBeCloseTo(outputs.logLikelihood!, 9);
    // An entry that is 0 has only the size of the others to be close by.
    const largest = Math.max(...compact([outputs.covariance!]).map(Math.abs));
    expectAbsolute(matrix!.flat(), compact([outputs.covariance!]), 1e-6 * largest, "covariance");
  };
  const limitsAgree = (result: RelapseResult, limits: readonly number[]): void => {
    const { lower, upper } = result.estimates[0]!;
    // R's inner minima are flat to about 1e-7 of the parameter.
    expectRelative([lower!, upper!], limits, 1e-6, "limits of the median");
  };

  it.each(referenceEntries("relapse-parametric.json", /^gamma_/))("$id", ({ inputs, outputs }) => {
    const result = fitRelapse(rowsOf(inputs.left, inputs.right), { priors, model: gamma });
    agrees(result, outputs);
    limitsAgree(result, outputs.medianLimits);
  });

  it.each(referenceEntries("relapse-parametric.json", /^frailty_/))("$id", ({ inputs, outputs }) => {
    const rows = rowsOf(inputs.left, inputs.right).map((one, i) => ({
      ...one,
      patient: String(inputs.patient[i]),
    }));
    agrees(fitRelapse(rows, { priors, cluster: gammaFrailty }), outputs);
  });

  it.each(referenceEntries("relapse-parametric.json", /^range_/))("$id", ({ id, inputs, outputs }) => {
    const model = relapseModels.find(({ name }) => id === `range_${name}`)!;
    const result = fitRelapseRange(inputs, { priors, model });
    agrees(result, outputs);
    limitsAgree(result, outputs.medianLimits);
  });
});
