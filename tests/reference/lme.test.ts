import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  autoregressiveErrors,
  coefficientTests,
  containment,
  continuousAutoregressiveErrors,
  covarianceEstimates,
  covarianceInformation,
  fitLinearMixedModel,
  kenwardRoger,
  type LinearMixedFit,
  predictedEffects,
} from "../../src/inference/linear-mixed-model/index.ts";
import { cholesky, choleskyInverse } from "../../src/math/linear/cholesky.ts";
import { bilinear } from "../../src/math/linear/matrix.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { column, ones, rootsOfDiagonal } from "../helpers/mixed-models.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

function orthodont({ inputs }: ReferenceEntry): LinearMixedFit {
  const { x, y, group, formula } = inputs;
  const columns = [ones(y.length), column("age", x)];
  const random = { name: "child", groups: group };
  return fitLinearMixedModel({
    scores: y,
    columns,
    randomEffects: [formula.includes("1+x|") ? { ...random, columns } : random],
    ...(formula.includes("CAR1") && {
      errors: { correlation: continuousAutoregressiveErrors, times: x, series: group },
    }),
  });
}

const agg5 = referenceEntries("single-case.json", /^lme\.agg5\.ar1$/)[0];
function aggregated(): LinearMixedFit {
  const { id, day, trt, y } = agg5.inputs.data;
  const columns = [ones(y.length), column("tb", trt, "B")];
  return fitLinearMixedModel({
    scores: y,
    columns,
    randomEffects: [{ name: "patient", groups: id, columns }],
    errors: { correlation: autoregressiveErrors, series: id, times: day },
  });
}

describe("nlme's lme", () => {
  const entries = referenceEntries("curves-and-survival.json", /^lme_orthodont/);
  it.each(entries.map((entry) => [entry.id, entry] as const))("%s", (_, entry) => {
    const { outputs } = entry;
    const fit = orthodont(entry);
    expectRelative(fit.coefficients, Object.values(outputs.fixed), 1e-6);
    expectRelative(rootsOfDiagonal(fit.covariance), Object.values(outputs.std_errors), 1e-5);
    const sigma = Math.sqrt(fit.residualVariances[0].variance);
    expectRelative([sigma, fit.logLikelihood], [outputs.sigma, outputs.logLik], 1e-6);
    expectRelative([fit.aic, fit.bic], [outputs.AIC, outputs.BIC], 1e-6);
    expectRelative(fit.randomEffects[0].covariance.values, outputs.ranef_cov.flat(), 1e-5);
    const { tests } = coefficientTests(fit, { degreesOfFreedom: containment });
    expect(tests.map(({ degreesOfFreedom }) => degreesOfFreedom)).toEqual(outputs.df);
    const limits = tests.map(({ lower, estimate, upper }) => [lower!, estimate, upper!]);
    expectRelative(limits.flat(), outputs.intervals_fixed.flat(), 1e-5);
    for (const [name, values] of Object.entries<number[]>(outputs.ranef)) {
      const effect = name === "(Intercept)" ? "intercept" : name;
      const rows = predictedEffects(fit, { term: "child", effects: { [effect]: 1 } });
      const of = new Map(rows.map(({ group, estimate }) => [group, estimate]));
      expectAbsolute(
        outputs.ranef_groups.map((group: string) => of.get(group)),
        values,
        1e-5,
      );
    }
    const { estimates } = covarianceEstimates(fit);
    const spread = estimates.find(({ parameter }) => parameter === "residual standard deviation")!;
    const [lower, , upper] = outputs.intervals_sigma;
    // nlme's second derivatives are differences, and by CAR(1)'s φ they are 1e-3 to 4e-2 off.
    expectRelative([spread.lower!, spread.upper!], [lower, upper], outputs.corStruct ? 1e-3 : 2e-4);
  });

  it("lme.block: a variance between blocks that is 0, where nlme stops short of it", () => {
    const [{ inputs, outputs }] = referenceEntries("single-case.json", /^lme\.block$/);
    const { y, trt, block } = inputs.data;
    const fit = fitLinearMixedModel({
      scores: y,
      columns: [ones(y.length), column("trtB", trt, "B")],
      randomEffects: [{ name: "block", groups: block.map(String) }],
    });
    expectRelative(fit.coefficients, Object.values(outputs.coef), 1e-9);
    expectRelative(rootsOfDiagonal(fit.covariance), Object.values(outputs.se), 1e-8);
    expect(fit.randomEffects[0].covariance.values[0]).toBe(0);
    expect(fit.logLikelihood).toBeGreaterThan(outputs.logLik);
    expect(fit.warnings.map(({ code }) => code)).toEqual(["variance-at-zero"]);
    const { tests } = coefficientTests(fit, { degreesOfFreedom: containment });
    expect(tests.map(({ degreesOfFreedom }) => degreesOfFreedom)).toEqual(Object.values(outputs.df));
  });

  it("lme.agg5.ar1: slopes of five patients with serial correlation, where nlme by default stops early", () => {
    const fit = aggregated();
    const { outputs } = agg5;
    const [tight] = referenceEntries("kenward-roger.json", /^lme\.agg5\.ar1\.tight$/);
    expect(fit.logLikelihood).toBeGreaterThan(outputs.logLik + 1e-7);
    expectRelative(fit.coefficients, tight.outputs.beta, 1e-7);
    expectRelative(rootsOfDiagonal(fit.covariance), tight.outputs.se, 2e-6);
    expectRelative(fit.randomEffects[0].covariance.values, tight.outputs.G.flat(), 2e-6);
    expectRelative([fit.correlation!], [tight.outputs.phi], 2e-6);
    expectRelative([fit.logLikelihood], [tight.outputs.logLik], 1e-11);
    // What nlme prints by default lies this far from its own tight answer.
    expectRelative(fit.coefficients, Object.values(outputs.coef), 2e-6);
    expectRelative(rootsOfDiagonal(fit.covariance), Object.values(outputs.se), 5e-5);
    const totals = predictedEffects(fit, { term: "patient", effects: { tb: 1 }, coefficients: { tb: 1 } });
    expectAbsolute(
      totals.map(({ estimate }) => estimate),
      outputs.blup_tb,
      1e-3,
    );
  });
});

describe("blocks of two periods", () => {
  it("paired_t.blockmeans: Kenward–Roger is the paired t test", () => {
    const [{ inputs, outputs }] = referenceEntries("single-case.json", /^paired_t\.blockmeans$/);
    const groups = [1, 2, 3, 4, 1, 2, 3, 4].map(String);
    const fit = fitLinearMixedModel({
      scores: [...inputs.A, ...inputs.B],
      columns: [ones(8), column("B", [0, 0, 0, 0, 1, 1, 1, 1])],
      randomEffects: [{ name: "block", groups }],
    });
    // Pairs whose differences vary more than chance leave no variance between blocks: then it is the test without pairs.
    expect(fit.warnings.map(({ code }) => code)).toEqual(["variance-at-zero"]);
    const differences = inputs.B.map((b: number, i: number) => b - inputs.A[i]);
    const paired = fitLinearMixedModel({ scores: differences, columns: [ones(4)] });
    const [test] = coefficientTests(paired, { degreesOfFreedom: kenwardRoger }).tests;
    expectRelative(
      [test.estimate, test.statistic!, test.degreesOfFreedom!, test.pValue!, test.lower!, test.upper!],
      [outputs.estimate, outputs.t, outputs.df, outputs.p, ...outputs.CI],
      1e-9,
    );
  });
});

const folder =
  process.env.NOF1_REFERENCE ?? fileURLToPath(new URL("../../../shared/reference/borrowed", import.meta.url));
const file = `${folder}/single-case.json`;
const found = existsSync(file);
if (!found) console.log(`skipped: no reference folder (${folder})`);

describe("nlme with lmeInfo", () => {
  it.runIf(found || process.env.REQUIRE_ALL === "1")(
    "lme.AR1.Laski: a multiple baseline with its expected information",
    () => {
      const entries = JSON.parse(readFileSync(file, "utf8")).entries as ReferenceEntry[];
      const { inputs, outputs } = entries.find(({ id }) => id === "lme.AR1.Laski")!;
      const { case: cases, time, treatment, outcome } = inputs.data;
      const fit = fitLinearMixedModel({
        scores: outcome,
        columns: [ones(outcome.length), column("treatment", treatment, "treatment")],
        randomEffects: [{ name: "case", groups: cases }],
        errors: { correlation: autoregressiveErrors, series: cases, times: time },
      });
      expectRelative(fit.coefficients, Object.values(outputs.beta), 1e-5);
      expectRelative(rootsOfDiagonal(fit.covariance), Object.values(outputs.se), 1e-5);
      const { values, expected } = covarianceInformation(fit);
      const sigma = Math.sqrt(values[1]);
      expectRelative([values[0], sigma, values[2]], [outputs.tau2, outputs.sigma, outputs.phi], 2e-5);
      expectRelative([fit.logLikelihood], [outputs.logLik_REML], 1e-9);
      const weights = [1, 1, 0];
      const spread = bilinear(weights, choleskyInverse(cholesky(expected)!), weights);
      const degrees = (2 * (values[0] + values[1]) ** 2) / spread;
      expectRelative([degrees], [outputs.nu], 5e-5);
    },
  );
});
