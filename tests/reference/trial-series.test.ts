import { describe, expect, it } from "vitest";
import { autoregressiveErrors, residualDegrees } from "../../src/inference/linear-mixed-model/index.ts";
import { reml } from "../../src/inference/random-effects/reml.ts";
import { dersimonianLaird, pauleMandel } from "../../src/pooling/tau-squared/index.ts";
import type { Trial } from "../../src/schema/index.ts";
import { trialSeriesResultSchema } from "../../src/schema/index.ts";
import { generalizedLeastSquares } from "../../src/trial/models/generalized-least-squares/generalized-least-squares.ts";
import { analyzeSeries } from "../../src/trial/series/analyze-series.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { datedTrial } from "../helpers/dated-trials.ts";
import { referenceEntries } from "../helpers/reference.ts";

const [mixed] = referenceEntries("single-case.json", /^lme\.agg5\.ar1$/u);
const [tight] = referenceEntries("kenward-roger.json", /^lme\.agg5\.ar1\.tight$/u);
const { id, day, trt, y } = mixed!.inputs.data;
const trials: Trial[] = [...new Set<string>(id)].map((patient) => {
  const rows = (id as string[]).flatMap((one, i) => (one === patient ? [i] : []));
  const pick = (values: unknown[]) => rows.map((i) => values[i]);
  return datedTrial(
    { day: pick(day), trt: pick(trt), y: pick(y) } as Parameters<typeof datedTrial>[0],
    patient,
  );
});
/** Standard errors as nlme has them: without Kenward and Roger's correction. */
const model = generalizedLeastSquares({
  correlation: autoregressiveErrors,
  degreesOfFreedom: residualDegrees,
});

describe("a series of five trials", () => {
  const result = analyzeSeries(trials, { improvement: "decrease", model, threshold: 20 });

  it("lme.agg5.ar1: mean, spread between patients and shrunken effects are nlme's", () => {
    const rowOf = (name: string) => result.estimates.find(({ parameter }) => parameter === name)!;
    const { beta, G, phi } = tight!.outputs;
    expectRelative([rowOf("meanEffect").estimate!], [beta[1]], 1e-7);
    expectRelative(
      [rowOf("effectStandardDeviation").estimate! ** 2, rowOf("levelStandardDeviation").estimate! ** 2],
      [G[1][1], G[0][0]],
      2e-6,
    );
    expectRelative([rowOf("phi").estimate!], [phi], 2e-6);
    expectAbsolute(
      result.patients.map(({ shrunken }) => shrunken!.estimate!),
      mixed!.outputs.blup_tb,
      1e-3,
    );
  });

  it.each(
    referenceEntries("single-case.json", /^rma\.agg5\..*knha$/u).map((entry) => [entry.id, entry] as const),
  )("%s is metafor's", (_, { inputs, outputs }) => {
    const estimators = { REML: reml, DL: dersimonianLaird, PM: pauleMandel };
    const tauSquared = estimators[inputs.method as keyof typeof estimators];
    const { pool, patients } = analyzeSeries(trials, { improvement: "decrease", model, tauSquared });
    // nlme's own search for φ stops this far from the highest likelihood.
    expectRelative(
      patients.map(({ own }) => own!.estimate!),
      inputs.yi,
      1e-6,
    );
    expectRelative(
      patients.map(({ own }) => own!.standardError! ** 2),
      inputs.vi,
      1e-5,
    );
    const [mean, next, tau] = pool;
    expectRelative(
      [mean!.estimate!, mean!.standardError!, mean!.lower!, mean!.upper!],
      [outputs.beta, outputs.se, outputs.ci_lower, outputs.ci_upper],
      1e-6,
    );
    expectRelative([tau!.estimate! ** 2], [outputs.tau2], 1e-5);
    expectRelative([next!.lower!, next!.upper!], [outputs.pi_lower, outputs.pi_upper], 1e-5);
  });

  it("is plain JSON of its shape", () => {
    expect(trialSeriesResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  it("draws effects towards their mean, and is surer of a benefit than of a benefit of 20 points", () => {
    const mean = result.estimates[0]!.estimate!;
    const squares = (kind: "own" | "shrunken") =>
      result.patients.reduce((sum, patient) => sum + (patient[kind]!.estimate! - mean) ** 2, 0);
    expect(squares("shrunken")).toBeLessThan(squares("own"));
    for (const { probabilityOfBenefit, probabilityBeyondThreshold } of result.patients)
      expect(probabilityOfBenefit!).toBeGreaterThan(probabilityBeyondThreshold!);
    const [benefit, beyond] = result.probabilities;
    expect(benefit!.probability).toBeGreaterThan(beyond!.probability);
    expect(beyond!.probability).toBeGreaterThan(0.5);
  });
});
