import { describe, expect, it } from "vitest";
import {
  allScores,
  autoregressiveErrors,
  coefficientTests,
  continuousAutoregressiveErrors,
  covarianceEstimates,
  type ErrorModel,
  fitLinearMixedModel,
  type MixedModel,
  residualDegrees,
  restrictedScores,
} from "../../src/inference/linear-mixed-model/index.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { column, ones, rootsOfDiagonal } from "../helpers/mixed-models.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

const likelihoods = { REML: restrictedScores, ML: allScores };
const named = (file: string, pattern: RegExp) =>
  referenceEntries(file, pattern).map((entry) => [entry.id, entry] as const);

/** nlme divides by n − p for the covariance of the coefficients under ML too. */
function nlmeScale({ inputs }: ReferenceEntry, n: number, p: number): number {
  return inputs.method === "ML" ? Math.sqrt(n / (n - p)) : 1;
}

function curveModel({ inputs }: ReferenceEntry): MixedModel {
  const { y, day, post, dpost, x } = inputs;
  const columns = x
    ? [ones(y.length), column("log(x)", x.map(Math.log))]
    : [ones(y.length), column("post", post), ...(dpost ? [column("dpost", dpost)] : [])];
  const times = day ?? x;
  const errors: ErrorModel = times
    ? { correlation: continuousAutoregressiveErrors, times }
    : { correlation: autoregressiveErrors };
  return { scores: y, columns, errors };
}

function trialModel({ inputs }: ReferenceEntry): MixedModel {
  const { y, day, trt } = inputs.data;
  const trend = inputs.formula.includes("day") ? [column("day", day)] : [];
  const correlation = inputs.correlation.includes("corCAR1")
    ? continuousAutoregressiveErrors
    : autoregressiveErrors;
  const errors = inputs.correlation === "none" ? {} : { correlation, times: day };
  return { scores: y, columns: [ones(y.length), column("trtB", trt, "B"), ...trend], errors };
}

function expectFit(entry: ReferenceEntry, model: MixedModel): void {
  const { inputs, outputs } = entry;
  const fit = fitLinearMixedModel(model, {
    likelihood: likelihoods[inputs.method as keyof typeof likelihoods],
  });
  const n = fit.nObservations;
  const scale = nlmeScale(entry, n, fit.names.length);
  const errors: number[] = Object.values(outputs.se ?? outputs.std_errors);
  const coefficients: number[] = Object.values(outputs.coef);
  // A trend of 0.01 in scores of 60 is 6,000 times less exact in relative terms than the scores' own coefficients.
  expectAbsolute(
    Array.from(fit.coefficients, (value, j) => (value - coefficients[j]) / errors[j]),
    errors.map(() => 0),
    1e-6,
  );
  expectRelative(
    rootsOfDiagonal(fit.covariance).map((error) => error * scale),
    errors,
    1e-6,
  );
  expectRelative(
    [Math.sqrt(fit.residualVariances[0].variance), fit.logLikelihood, fit.aic],
    [outputs.sigma, outputs.logLik, outputs.AIC],
    1e-6,
  );
  expectAbsolute([fit.correlation ?? 0], [outputs.phi ?? 0], 1e-6);
  expect(fit.logLikelihood).toBeGreaterThan(outputs.logLik - 2e-9);
  if (scale !== 1) return;
  const { tests } = coefficientTests(fit, { degreesOfFreedom: residualDegrees });
  expectRelative(
    tests.map(({ pValue }) => pValue!),
    Object.values(outputs.p),
    2e-5,
  );
}

describe("nlme's gls", () => {
  it.each(named("curves-and-survival.json", /^gls_/))("%s", (_, entry) => {
    expectFit(entry, curveModel(entry));
  });

  it.each(named("single-case.json", /^gls\./))("%s", (_, entry) => {
    expectFit(entry, trialModel(entry));
  });

  // nlme takes its second derivatives by differences; where φ is .990 ± .05 or the interval reaches from 0.009 to 1 − 1e-6, its own
  // limits move with the step.
  it.each([
    ["gls_synth_corCAR1_ML", 1e-3],
    ["gls_synth_corAR1_REML", 1e-3],
  ])("%s: Wald intervals of φ and σ", (id, tolerance) => {
    const [entry] = referenceEntries("curves-and-survival.json", new RegExp(`^${id}$`));
    const likelihood = likelihoods[entry.inputs.method as keyof typeof likelihoods];
    const { estimates } = covarianceEstimates(fitLinearMixedModel(curveModel(entry), { likelihood }));
    const limits = estimates.flatMap(({ lower, upper }) => [lower!, upper!]);
    const [[sl, , su], [pl, , pu]] = [entry.outputs.intervals_sigma, entry.outputs.intervals_phi[0]];
    expectRelative(limits, [sl, su, pl, pu], tolerance);
  });

  it.each(named("single-case.json", /^gls\.ar1/))("%s: Wald interval of φ", (_, entry) => {
    const likelihood = likelihoods[entry.inputs.method as keyof typeof likelihoods];
    const { estimates } = covarianceEstimates(fitLinearMixedModel(trialModel(entry), { likelihood }));
    const phi = estimates.find(({ parameter }) => parameter === "phi")!;
    expectAbsolute([phi.lower!, phi.upper!], entry.outputs.phi_ci, 1e-4);
  });

  it("gls.car1.missing: the standard error of φ is that of gls.ar1.missing, where nlme's differs by 4 %", () => {
    const errors = referenceEntries("single-case.json", /^gls\.(car1|ar1)\.missing$/).map((entry) => {
      const fit = fitLinearMixedModel(trialModel(entry));
      const { lower, upper } = covarianceEstimates(fit).estimates.find(
        ({ parameter }) => parameter === "phi",
      )!;
      const { toWorking, workingSlope } = fit.prepared.correlation.parameter!;
      return (toWorking(upper!) - toWorking(lower!)) / workingSlope(fit.correlation!);
    });
    expectRelative([errors[0]], [errors[1]], 1e-5);
  });

  it.each(named("kenward-roger.json", /^gls\.varIdent/))("%s: a spread for each treatment", (_, entry) => {
    const { inputs, outputs } = entry;
    const n = inputs.y.length;
    const fit = fitLinearMixedModel(
      {
        scores: inputs.y,
        columns: [ones(n), column("treated", inputs.treated), column("trend", inputs.trend)],
        errors: { correlation: autoregressiveErrors, strata: inputs.stratum },
      },
      { likelihood: likelihoods[inputs.method as keyof typeof likelihoods] },
    );
    const spread = (name: string) =>
      Math.sqrt(fit.residualVariances.find(({ stratum }) => stratum === name)!.variance);
    expectRelative(fit.coefficients, outputs.beta, 1e-6);
    const scale = nlmeScale(entry, n, 3);
    expectRelative(
      rootsOfDiagonal(fit.covariance).map((error) => error * scale),
      outputs.se,
      1e-6,
    );
    expectRelative(outputs.strata.map(spread), outputs.sigma, 1e-6);
    expectRelative([fit.correlation!, fit.logLikelihood], [outputs.phi, outputs.logLik], 5e-6);
  });
});

describe("scan's plm", () => {
  it.each(named("single-case.json", /^scan\.plm\./))("%s: level and slope by least squares", (_, entry) => {
    const { A, B } = entry.inputs;
    const phase = [...A.map(() => 0), ...B.map(() => 1)];
    const time = phase.map((__, i) => i);
    const after = phase.map((one, i) => one * (i - A.length));
    const fit = fitLinearMixedModel({
      scores: [...A, ...B],
      columns: [ones(phase.length), column("mt", time), column("phaseB", phase), column("interB", after)],
    });
    const { tests } = coefficientTests(fit, { degreesOfFreedom: residualDegrees });
    const { coef, se, t, p } = entry.outputs;
    const names = ["(Intercept)", "mt", "phaseB", "interB"];
    const pick = (from: Record<string, number>) => names.map((name) => from[name]);
    expectRelative(fit.coefficients, pick(coef), 1e-9);
    expectRelative(
      tests.map(({ standardError }) => standardError!),
      pick(se),
      1e-9,
    );
    expectRelative(
      tests.map(({ statistic }) => statistic!),
      pick(t),
      1e-9,
    );
    expectRelative(
      tests.map(({ pValue }) => pValue!),
      pick(p),
      1e-9,
    );
  });
});
