import { describe, expect, it } from "vitest";
import {
  allScores,
  autoregressiveErrors,
  coefficientTests,
  containment,
  continuousAutoregressiveErrors,
  degreesOfFreedomMethods,
  fitLinearMixedModel,
  jointCoefficientTest,
  kenwardRoger,
  normalLaw,
  satterthwaite,
} from "../../../../src/inference/linear-mixed-model/index.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { column, madeUpPatient, ones } from "../../../helpers/mixed-models.ts";

/** Five made-up pairs of periods, the second treated. */
const pairs = { control: [6, 7, 5, 8, 9], treated: [4, 5.5, 4, 5, 7.5] };
const paired = {
  scores: [...pairs.control, ...pairs.treated],
  columns: [ones(10), column("treated", [0, 0, 0, 0, 0, 1, 1, 1, 1, 1])],
  randomEffects: [{ name: "pair", groups: [0, 1, 2, 3, 4, 0, 1, 2, 3, 4].map(String) }],
};

/** t of the paired differences. */
function pairedT(): number {
  const differences = pairs.treated.map((score, i) => score - pairs.control[i]);
  const mean = differences.reduce((sum, d) => sum + d, 0) / 5;
  const variance = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / 4;
  return mean / Math.sqrt(variance / 5);
}

describe("Kenward–Roger and Satterthwaite", () => {
  it.each([kenwardRoger, satterthwaite])("$name is the paired t test where pairs are random", (method) => {
    const { tests } = coefficientTests(fitLinearMixedModel(paired), { degreesOfFreedom: method });
    expectRelative([tests[1].statistic!, tests[1].degreesOfFreedom!], [pairedT(), 4], 1e-7);
  });

  it.each(degreesOfFreedomMethods.map((method) => [method.name, method] as const))(
    "%s: the joint test of one contrast is the square of its t",
    (_, degreesOfFreedom) => {
      const { scores, columns } = madeUpPatient(24);
      const fit = fitLinearMixedModel({ scores, columns, errors: { correlation: autoregressiveErrors } });
      const [test] = coefficientTests(fit, {
        degreesOfFreedom,
        contrasts: [{ name: "effect", weights: { treated: 1 } }],
      }).tests;
      const joint = jointCoefficientTest(
        fit,
        [{ name: "effect", weights: { treated: 1 } }],
        degreesOfFreedom,
      );
      expectRelative([joint.statistic, joint.pValue!], [test.statistic! ** 2, test.pValue!], 1e-9);
    },
  );

  it.each([kenwardRoger, satterthwaite, containment])(
    "$name has n − p degrees of freedom for independent errors, and an unchanged standard error",
    (degreesOfFreedom) => {
      const fit = fitLinearMixedModel(madeUpPatient(20));
      for (const test of coefficientTests(fit, { degreesOfFreedom }).tests)
        expect(test.degreesOfFreedom).toBeCloseTo(18, 9);
      const plain = coefficientTests(fit, { degreesOfFreedom: normalLaw }).tests;
      const adjusted = coefficientTests(fit, { degreesOfFreedom }).tests;
      expectRelative([adjusted[1].standardError!], [plain[1].standardError!], 1e-9);
    },
  );

  it("widens the standard error and loses degrees of freedom where φ is estimated", () => {
    const { scores, columns } = madeUpPatient(20);
    const fit = fitLinearMixedModel({ scores, columns, errors: { correlation: autoregressiveErrors } });
    const [, kr] = coefficientTests(fit).tests;
    expect(kr.degreesOfFreedom!).toBeLessThan(18);
    expect(kr.standardError!).toBeGreaterThan(Math.sqrt(fit.covariance.values[3]));
  });

  it("is the same whatever the unit of time, though V is not linear in φ", () => {
    const { scores, columns } = madeUpPatient(20);
    const correlation = continuousAutoregressiveErrors;
    const [days, hours] = [1, 24].map((unit) => {
      const times = scores.map((_, i) => unit * (i + 0.3 * Math.sin(i)));
      return coefficientTests(fitLinearMixedModel({ scores, columns, errors: { correlation, times } }))
        .tests[1];
    });
    expectRelative(
      [hours.standardError!, hours.degreesOfFreedom!],
      [days.standardError!, days.degreesOfFreedom!],
      1e-7,
    );
  });

  it("refuses a fit by maximum likelihood", () => {
    const fit = fitLinearMixedModel(paired, { likelihood: allScores });
    expect(() => coefficientTests(fit)).toThrow(/restricted maximum likelihood/u);
    expect(coefficientTests(fit, { degreesOfFreedom: satterthwaite }).tests).toHaveLength(2);
  });

  it("refuses contrasts of coefficients that aren't there, or that follow from each other", () => {
    const fit = fitLinearMixedModel(paired);
    const contrasts = [{ name: "x", weights: { trend: 1 } }];
    expect(() => coefficientTests(fit, { contrasts })).toThrow(/among "intercept", "treated", got "trend"/u);
    const twice = [
      { name: "a", weights: { treated: 1 } },
      { name: "b", weights: { treated: 2 } },
    ];
    expect(() => jointCoefficientTest(fit, twice)).toThrow(/follows from the others/u);
    expect(() => coefficientTests(fit, { level: 95 })).toThrow(RangeError);
  });
});
