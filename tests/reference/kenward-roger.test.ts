import { describe, expect, it } from "vitest";
import {
  coefficientTests,
  diagonalCovariance,
  fitLinearMixedModel,
  jointCoefficientTest,
  kenwardRoger,
  type LinearMixedFit,
  type RandomEffects,
  satterthwaite,
} from "../../src/inference/linear-mixed-model/index.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { column, ones, rootsOfDiagonal } from "../helpers/mixed-models.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

/** Random effects of the five trials. */
function randomEffects({ id, inputs }: ReferenceEntry): RandomEffects[] {
  const { patient, block, treated } = inputs;
  const byPatient = { name: "patient", groups: patient };
  const columns = [ones(patient.length), column("treated", treated)];
  const structures: Record<string, RandomEffects[]> = {
    "trial.intercepts": [byPatient],
    "trial.slopes": [{ ...byPatient, columns }],
    "singular.slopes": [{ ...byPatient, columns }],
    "trial.nested.missing": [byPatient, { name: "block", groups: block }],
    "trial.diagonal": [{ ...byPatient, columns, covariance: diagonalCovariance }],
    "trial.crossed": [byPatient, { name: "block", groups: block }],
  };
  return structures[id];
}

function fitTrial(entry: ReferenceEntry): LinearMixedFit {
  const { treated, trend, y } = entry.inputs;
  const columns = [ones(y.length), column("treated", treated), column("trend", trend)];
  return fitLinearMixedModel({
    scores: y,
    columns: columns.slice(0, entry.outputs.beta.length),
    randomEffects: randomEffects(entry),
  });
}

const entries = referenceEntries("kenward-roger.json", /^trial\./).map((entry) => [entry.id, entry] as const);

describe("pbkrtest and lmerTest on made-up trials", () => {
  it("has five of them", () => {
    expect(entries).toHaveLength(5);
  });

  it.each(entries)("%s: fit", (_, entry) => {
    const { outputs } = entry;
    const fit = fitTrial(entry);
    expectRelative(fit.coefficients, outputs.beta, 1e-6);
    expectRelative(rootsOfDiagonal(fit.covariance), outputs.se, 1e-6);
    expectRelative(
      [Math.sqrt(fit.residualVariances[0].variance), fit.logLikelihood],
      [outputs.sigma, outputs.logLik],
      1e-6,
    );
    expect(fit.logLikelihood).toBeGreaterThan(outputs.logLik - 1e-9);
    expect(fit.warnings).toEqual([]);
  });

  it.each(entries)("%s: Kenward–Roger", (_, entry) => {
    const { outputs } = entry;
    const { tests } = coefficientTests(fitTrial(entry), { degreesOfFreedom: kenwardRoger });
    expectRelative(
      tests.map(({ standardError }) => standardError!),
      outputs.kr_se,
      1e-5,
    );
    expectRelative(
      tests.map(({ degreesOfFreedom }) => degreesOfFreedom!),
      outputs.kr_df,
      1e-5,
    );
    expectRelative(
      tests.map(({ pValue }) => pValue!),
      outputs.kr_p,
      1e-4,
    );
  });

  // lmerTest takes first and second derivatives by differences.
  it.each(entries)("%s: Satterthwaite", (_, entry) => {
    const { outputs } = entry;
    const { tests } = coefficientTests(fitTrial(entry), { degreesOfFreedom: satterthwaite });
    expectRelative(
      tests.map(({ degreesOfFreedom }) => degreesOfFreedom!),
      outputs.sat_df,
      1e-4,
    );
    expectRelative(
      tests.map(({ pValue }) => pValue!),
      outputs.sat_p,
      2e-4,
    );
  });

  it.each(entries)("%s: all columns but the intercept at once", (_, entry) => {
    const { joint, beta } = entry.outputs;
    const fit = fitTrial(entry);
    const contrasts = fit.names.slice(1, beta.length).map((name) => ({ name, weights: { [name]: 1 } }));
    const kr = jointCoefficientTest(fit, contrasts, kenwardRoger);
    const sat = jointCoefficientTest(fit, contrasts, satterthwaite);
    expectRelative([kr.statistic, kr.denominatorDegreesOfFreedom!], [joint.kr_F, joint.kr_df], 1e-5);
    expectRelative([kr.pValue!], [joint.kr_p], 1e-4);
    expectRelative([sat.statistic, sat.denominatorDegreesOfFreedom!], [joint.sat_F, joint.sat_df], 1e-4);
    expectRelative([sat.pValue!], [joint.sat_p], 2e-4);
  });
});

describe("slopes and intercepts that go together perfectly", () => {
  const [entry] = referenceEntries("kenward-roger.json", /^singular\.slopes$/);

  it("singular.slopes: warns, and has pbkrtest's and lmerTest's degrees of freedom", () => {
    const { outputs } = entry;
    const fit = fitTrial(entry);
    expect(fit.warnings.map(({ code }) => code)).toEqual(["random-correlation-at-limit"]);
    expectRelative([...fit.coefficients, fit.logLikelihood], [...outputs.beta, outputs.logLik], 1e-5);
    const kr = coefficientTests(fit, { degreesOfFreedom: kenwardRoger }).tests;
    const sat = coefficientTests(fit, { degreesOfFreedom: satterthwaite }).tests;
    expectRelative(
      kr.map(({ standardError }) => standardError!),
      outputs.kr_se,
      1e-5,
    );
    expectRelative(
      kr.map(({ degreesOfFreedom }) => degreesOfFreedom!),
      outputs.kr_df,
      1e-5,
    );
    expectRelative(
      sat.map(({ degreesOfFreedom }) => degreesOfFreedom!),
      outputs.sat_df,
      1e-3,
    );
  });
});
