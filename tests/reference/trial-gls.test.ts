import { describe, expect, it } from "vitest";
import {
  allScores,
  autoregressiveErrors,
  continuousAutoregressiveErrors,
  residualDegrees,
  restrictedScores,
  uncorrelatedErrors,
} from "../../src/inference/linear-mixed-model/index.ts";
import type { Estimate } from "../../src/schema/index.ts";
import { generalizedLeastSquares } from "../../src/trial/models/generalized-least-squares/generalized-least-squares.ts";
import { trend } from "../../src/trial/models/generalized-least-squares/terms/index.ts";
import { mixedBlocks } from "../../src/trial/models/mixed-blocks.ts";
import { piecewise } from "../../src/trial/models/piecewise.ts";
import { borrowedEntries } from "../helpers/borrowed-reference.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { datedTrial } from "../helpers/dated-trials.ts";
import { lessPain } from "../helpers/paired-trials.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";
import { phasesOf } from "../helpers/trials.ts";

const named = (entries: readonly ReferenceEntry[]) => entries.map((entry) => [entry.id, entry] as const);
const rowOf = (estimates: readonly Estimate[], parameter: string) =>
  estimates.find((row) => row.parameter === parameter)!;

function modelOf({ inputs }: ReferenceEntry) {
  const { correlation, formula, method } = inputs;
  const continuous = correlation.includes("corCAR1");
  const errors = continuous ? continuousAutoregressiveErrors : autoregressiveErrors;
  return generalizedLeastSquares({
    correlation: correlation === "none" ? uncorrelatedErrors : errors,
    terms: formula.includes("day") ? [trend] : [],
    likelihood: method === "ML" ? allScores : restrictedScores,
    degreesOfFreedom: residualDegrees,
  });
}

describe("generalised least squares of a trial", () => {
  it.each(named(referenceEntries("single-case.json", /^gls\./u)))("%s is nlme's", (_, entry) => {
    const { inputs, outputs } = entry;
    const answer = modelOf(entry).fit(datedTrial(inputs.data), lessPain);
    const effect = rowOf(answer.estimates, "difference");
    // nlme divides by n − p for the covariance of the coefficients under ML too.
    const n = answer.nScores;
    const scale = inputs.method === "ML" ? Math.sqrt(n / (n - Object.keys(outputs.coef).length)) : 1;
    expectRelative(
      [effect.estimate!, effect.standardError! * scale],
      [outputs.coef.trtB, outputs.se.trtB],
      1e-6,
    );
    expectRelative([answer.test!.value / scale], [outputs.t.trtB], 1e-6);
    if (scale === 1) expectRelative([answer.test!.pValue], [outputs.p.trtB], 1e-5);
    expectRelative([rowOf(answer.estimates, "residualStandardDeviation").estimate!], [outputs.sigma], 1e-6);
    if (outputs.phi !== undefined)
      expectAbsolute([rowOf(answer.estimates, "phi").estimate!], [outputs.phi], 1e-6);
    if (outputs.coef.day === undefined) return;
    const drift = rowOf(answer.estimates, "trend");
    expectAbsolute([(drift.estimate! - outputs.coef.day) / outputs.se.day], [0], 1e-6);
    expectRelative([drift.standardError!], [outputs.se.day], 1e-6);
  });

  it.each(named(referenceEntries("single-case.json", /^lme\.block$/u)))(
    "%s is nlme's",
    (_, { inputs, outputs }) => {
      const { estimates, warnings } = mixedBlocks.fit(datedTrial(inputs.data), lessPain);
      const effect = rowOf(estimates, "difference");
      expectRelative([effect.estimate!, effect.standardError!], [outputs.coef.trtB, outputs.se.trtB], 1e-7);
      // nlme stops at 0.00025 where the likelihood is highest at 0.
      expect(rowOf(estimates, "blockStandardDeviation").estimate).toBe(0);
      expect(warnings.map(({ code }) => code)).toContain("variance-at-zero");
    },
  );
});

describe("piecewise regression of a trial", () => {
  const entries = [
    ...referenceEntries("single-case.json", /^scan\.plm\./u),
    ...borrowedEntries("single-case.json", /^scan\.plm\./u),
  ];
  it.each(named(entries))("%s is scan's", (_, { inputs, outputs }) => {
    const { estimates, test } = piecewise.fit(phasesOf(inputs.A, inputs.B), lessPain);
    const rows = ["trend", "levelChange", "slopeChange"].map((name) => rowOf(estimates, name));
    const names = ["mt", "phaseB", "interB"];
    const pick = (from: Record<string, number>) => names.map((name) => from[name]!);
    const errors = pick(outputs.se);
    expectAbsolute(
      rows.map(({ estimate }, i) => (estimate! - pick(outputs.coef)[i]!) / errors[i]!),
      [0, 0, 0],
      1e-9,
    );
    expectRelative(
      rows.map(({ standardError }) => standardError!),
      errors,
      1e-9,
    );
    expectRelative([test!.value, test!.pValue], [outputs.t.phaseB, outputs.p.phaseB], 1e-8);
  });
});
