import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import {
  allScores,
  autoregressiveErrors,
  coefficientTests,
  continuousAutoregressiveErrors,
  covarianceEstimates,
  errorCorrelations,
  fitLinearMixedModel,
  type MixedModel,
  predictedEffects,
  restrictedScores,
} from "../../../../src/inference/linear-mixed-model/index.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { column, madeUpPatient, ones } from "../../../helpers/mixed-models.ts";

/** The code and message with which a fit is refused. */
function refusal(model: MixedModel): string {
  try {
    fitLinearMixedModel(model);
  } catch (error) {
    if (error instanceof EstimationError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "fitted";
}

const serial = { correlation: autoregressiveErrors };

describe("fitLinearMixedModel", () => {
  it("refuses columns that follow from the others, by name", () => {
    const columns = [ones(5), column("a", [1, 2, 3, 4, 6]), column("twice a", [2, 4, 6, 8, 12])];
    const said = refusal({ scores: [1, 3, 2, 5, 4], columns });
    expect(said).toMatch(
      /^not-identifiable: Cannot fit: needs 3 independent columns, got 2; "(a|twice a)" follows/u,
    );
  });

  it("refuses as many columns as scores", () => {
    expect(refusal({ scores: [1], columns: [ones(1)] })).toBe(
      "too-few-observations: Cannot fit: needs at least 2 scores for 1 column, got 1",
    );
    expect(refusal({ scores: [null, null], columns: [ones(2)] })).toMatch(/got 0$/u);
  });

  it.each([0, 7, 0.1])("refuses scores that are all %s", (score) => {
    for (const correlation of errorCorrelations) {
      const model = { scores: [score, score, score, score], columns: [ones(4)] };
      const said = refusal({ ...model, errors: { correlation, times: [1, 2, 4, 7] } });
      expect(said).toMatch(/^not-identifiable: .*reproduces exactly$/u);
    }
  });

  it("refuses random intercepts of a single group and of groups of one", () => {
    const model = { scores: [1, 3, 2, 5], columns: [ones(4)] };
    expect(refusal({ ...model, randomEffects: [{ name: "g", groups: ["a", "a", "a", "a"] }] })).toMatch(
      /^not-id/u,
    );
    expect(refusal({ ...model, randomEffects: [{ name: "g", groups: ["a", "b", "c", "d"] }] })).toMatch(
      /^not-id/u,
    );
  });

  it("refuses serial correlation beside random intercepts with two scores a group: they can't be told apart", () => {
    const groups = ["a", "a", "b", "b", "c", "c", "d", "d"];
    const model = { scores: [1, 2, 5, 6, 3, 5, 8, 7], columns: [ones(8)] };
    const randomEffects = [{ name: "g", groups }];
    expect(refusal({ ...model, randomEffects })).toBe("fitted");
    expect(refusal({ ...model, randomEffects, errors: { ...serial, series: groups } })).toMatch(
      /^not-identifiable: .* that the scores can tell apart/u,
    );
  });

  it("refuses a correlation where one degree of freedom is left, and where the likelihood grows without end", () => {
    const columns = [ones(3), column("b", [0, 1, 1])];
    expect(refusal({ scores: [1, 3, 4], columns, errors: serial })).toMatch(
      /^not-identifiable: Cannot fit the correlation/u,
    );
    const swinging = {
      scores: [1, -1, 1, -1, 1, -1],
      columns: [column("zero-free", [1, 1, 1, 1, 1, 1.001])],
    };
    expect(refusal({ ...swinging, errors: serial })).toMatch(
      /grows without end towards -1$|reproduces exactly$/u,
    );
  });

  it("refuses groups without any variation inside", () => {
    const groups = ["a", "a", "b", "b", "c", "c"];
    const said = refusal({
      scores: [1, 1, 4, 4, 2, 2],
      columns: [ones(6)],
      randomEffects: [{ name: "g", groups }],
    });
    expect(said).toMatch(/reproduces exactly$/u);
  });

  it("refuses a stratum without any spread", () => {
    const strata = ["a", "a", "a", "a", "b", "b", "b", "b"];
    const said = refusal({ scores: [5, 5, 5, 5, 3, 6, 7, 4], columns: [ones(8)], errors: { strata } });
    expect(said).toMatch(/^not-identifiable: .*(one of them is 0|reproduces exactly)$/u);
  });

  it("answers at φ = 1, where errors are a random walk, with a warning", () => {
    const walk = [0, 1, 3, 4, 6, 5, 7, 8, 10, 12, 13, 15];
    const fit = fitLinearMixedModel({ scores: walk, columns: [ones(12)], errors: serial });
    expect(fit.warnings.map(({ code }) => code)).toEqual(["correlation-at-limit"]);
    expect(fit.correlation).toBeGreaterThan(1 - 1e-6);
    // In the limit the likelihood is that of the steps, which are independent.
    const steps = walk.slice(1).map((value, i) => value - walk[i]);
    const square = steps.reduce((sum, step) => sum + step * step, 0) / 11;
    expectRelative([fit.logLikelihood], [-5.5 * (1 + Math.log(2 * Math.PI * square))], 1e-6);
    expect(coefficientTests(fit).tests[0].pValue).not.toBeNaN();
  });

  it("leaves out rows without a score, keeps their place in time, and says so", () => {
    const { scores, columns } = madeUpPatient(24);
    const holed = scores.map((score, i) => (i % 5 === 2 ? null : score));
    const fit = fitLinearMixedModel({ scores: holed, columns, errors: serial });
    const kept = holed.flatMap((score, i) => (score === null ? [] : [i]));
    const without = fitLinearMixedModel({
      scores: kept.map((i) => scores[i]),
      columns: columns.map(({ name, values }) => ({ name, values: kept.map((i) => values[i]) })),
      errors: { ...serial, times: kept.map((i) => i + 1) },
    });
    expect(fit.nMissing).toBe(5);
    expect(fit.warnings.map(({ code }) => code)).toEqual(["scores-missing"]);
    expectRelative(fit.coefficients, without.coefficients, 1e-12);
    expectRelative(
      [fit.correlation!, fit.logLikelihood],
      [without.correlation!, without.logLikelihood],
      1e-12,
    );
  });

  it("has the same answer whatever the order of rows and the units of scores, columns and time", () => {
    const { scores, columns } = madeUpPatient(20);
    const days = scores.map((_, i) => i + 0.3 * Math.sin(i));
    const correlation = continuousAutoregressiveErrors;
    const fit = fitLinearMixedModel({ scores, columns, errors: { correlation, times: days } });
    const order = scores.map((_, i) => (7 * i) % 20);
    const other = fitLinearMixedModel({
      scores: order.map((i) => 1000 * scores[i]!),
      columns: columns.map(({ name, values }) => ({ name, values: order.map((i) => 0.01 * values[i]) })),
      errors: { correlation, times: order.map((i) => days[i] * 24) },
    });
    expectRelative(
      other.coefficients.map((value) => value / 1e5),
      fit.coefficients,
      1e-6,
    );
    expectAbsolute([other.correlation! ** 24], [fit.correlation!], 1e-6);
    const [a, b] = [coefficientTests(fit).tests[1], coefficientTests(other).tests[1]];
    expectRelative([b.degreesOfFreedom!, b.pValue!], [a.degreesOfFreedom!, a.pValue!], 1e-5);
  });

  it("has a score of 0 and a likelihood no lower than nearby, by ML and REML", () => {
    const { scores, columns } = madeUpPatient(20);
    for (const likelihood of [restrictedScores, allScores]) {
      const errors = { ...serial, strata: scores.map((_, i) => (i < 9 ? "early" : "late")) };
      const fit = fitLinearMixedModel({ scores, columns, errors }, { likelihood });
      expect(fit.converged).toBe(true);
      for (const { lower, estimate, upper } of covarianceEstimates(fit).estimates) {
        expect(lower!).toBeLessThan(estimate);
        expect(upper!).toBeGreaterThan(estimate);
      }
    }
  });

  it("finds the balanced one-way analysis of variance", () => {
    const groups = ["a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d"];
    const scores = [3, 4, 5, 7, 9, 8, 4, 6, 5, 9, 9, 12];
    const fit = fitLinearMixedModel({ scores, columns: [ones(12)], randomEffects: [{ name: "g", groups }] });
    const means = [0, 1, 2, 3].map((g) => (scores[3 * g] + scores[3 * g + 1] + scores[3 * g + 2]) / 3);
    const grand = means.reduce((sum, mean) => sum + mean, 0) / 4;
    const between = means.reduce((sum, mean) => sum + 3 * (mean - grand) ** 2, 0) / 3;
    const within = scores.reduce((sum, score, i) => sum + (score - means[Math.floor(i / 3)]) ** 2, 0) / 8;
    const variances = [fit.residualVariances[0].variance, fit.randomEffects[0].covariance.values[0]];
    expectRelative(variances, [within, (between - within) / 3], 1e-7);
    const [test] = coefficientTests(fit).tests;
    expectRelative([test.standardError!, test.degreesOfFreedom!], [Math.sqrt(between / 12), 3], 1e-7);
    const shrink = 1 - within / between;
    expectRelative(
      predictedEffects(fit, { term: "g" }).map(({ estimate }) => estimate),
      means.map((mean) => shrink * (mean - grand)),
      1e-7,
    );
    const spread = (between - within) / 3;
    const totals = predictedEffects(fit, { term: "g", coefficients: { intercept: 1 } });
    const departures = predictedEffects(fit, { term: "g" });
    expectRelative(
      [departures[0].standardError ** 2, totals[0].standardError ** 2],
      [spread * (1 - (shrink * 3) / 4), spread * (1 - shrink) + ((1 - shrink) ** 2 * between) / 12],
      1e-6,
    );
    expectRelative([totals[2].estimate], [grand + shrink * (means[2] - grand)], 1e-7);
  });

  it("refuses arguments that are wrong", () => {
    const model = { scores: [1, 2, 4], columns: [ones(3)] };
    expect(() => fitLinearMixedModel({ ...model, columns: [ones(2)] })).toThrow(RangeError);
    expect(() => fitLinearMixedModel({ ...model, columns: [ones(3), ones(3)] })).toThrow(/differ/u);
    expect(() => fitLinearMixedModel({ ...model, scores: [1, Number.NaN, 3] })).toThrow(/finite or null/u);
    const correlation = continuousAutoregressiveErrors;
    expect(() => fitLinearMixedModel({ ...model, errors: { correlation } })).toThrow(/times must be given/u);
    expect(() => fitLinearMixedModel({ ...model, errors: { correlation, times: [1, 1, 2] } })).toThrow(
      /differ within/u,
    );
    expect(() => fitLinearMixedModel({ ...model, errors: { ...serial, times: [1, 1.5, 2] } })).toThrow(
      /whole/u,
    );
  });
});
