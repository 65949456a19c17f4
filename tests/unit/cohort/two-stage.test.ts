import { describe, expect, it } from "vitest";
import { fitCohort } from "../../../src/cohort/index.ts";
import {
  type MultivariateEffect,
  multivariateRandomEffects,
} from "../../../src/cohort/two-stage/multivariate-random-effects.ts";
import { EstimationError } from "../../../src/errors.ts";
import { wald } from "../../../src/inference/index.ts";
import { zeros } from "../../../src/math/linear/matrix.ts";
import { referenceEntries } from "../../helpers/reference.ts";
import { sparseCohort } from "../../helpers/sparse-cohort.ts";

const [{ inputs, outputs }] = referenceEntries("multivariate-pool.json", /./u) as [
  ReturnType<typeof referenceEntries>[number],
];
const effects: MultivariateEffect[] = inputs.estimates.map((estimates: number[], i: number) => ({
  present: inputs.present[i] as number[],
  estimates,
  covariance: {
    rows: estimates.length,
    columns: estimates.length,
    values: Float64Array.from((inputs.covariances[i] as number[][]).flat()),
  },
}));

describe("several quantities pooled together", () => {
  it("has metafor's means, their covariance, the covariance between units and the likelihood", () => {
    const fit = multivariateRandomEffects(effects, 3);
    const near = (values: ArrayLike<number>, expected: readonly number[]): void => {
      expected.forEach((value, i) => {
        // metafor's optimiser stops about 1e-6 from the maximum.
        expect(Math.abs(values[i]! - value)).toBeLessThan(1e-5 * (0.1 + Math.abs(value)));
      });
    };
    near(fit.means, outputs.means);
    near(fit.covariance.values, outputs.covariance.flat());
    near(fit.between.values, outputs.between.flat());
    expect(Math.abs(fit.logLikelihood - outputs.logLik)).toBeLessThan(1e-7);
    expect(fit.logLikelihood).toBeGreaterThan(outputs.logLik - 1e-9);
  });
  it("finds no covariance between identical units", () => {
    const same = effects.slice(0, 2).map((effect) => ({ ...effect, estimates: [1, 2, 3] }));
    const { between, means } = multivariateRandomEffects(same, 3);
    expect(between.values.every((v) => Math.abs(v) < 1e-4)).toBe(true);
    means.forEach((mean, i) => {
      expect(mean).toBeCloseTo([1, 2, 3][i]!, 6);
    });
  });
  it("is refused where a quantity is known of one unit only", () => {
    const one = [
      { present: [0], estimates: [1], covariance: { ...zeros(1, 1), values: Float64Array.of(1) } },
    ];
    expect(() => multivariateRandomEffects(one, 1)).toThrow(EstimationError);
  });
});

describe("the two-stage answer", () => {
  const { patients } = sparseCohort();
  const { twoStage } = fitCohort(patients, { interval: wald });
  const { joint, estimates } = twoStage!;
  it("pools relief, its duration and its area together, each close to what it is alone", () => {
    expect(joint!.parameters).toEqual(["relief", "T50", "relapseDay", "reliefDays"]);
    for (const parameter of joint!.parameters) {
      const [together, alone] = [joint!.estimates, estimates].map(
        (rows) => rows.find((row) => row.parameter === parameter)!,
      );
      expect(together!.estimate!).toBeGreaterThan(alone!.lower!);
      expect(together!.estimate!).toBeLessThan(alone!.upper!);
      expect(together!.lower!).toBeLessThan(together!.estimate!);
    }
  });
  it("finds that more relief goes with more relief-days", () => {
    expect(joint!.betweenCorrelation[0]![3]!).toBeGreaterThan(0);
    joint!.betweenCorrelation.flat().forEach((r) => {
      expect(Math.abs(r ?? 0)).toBeLessThanOrEqual(1);
    });
  });
  it("is left out below three patients", () => {
    expect(fitCohort(patients.slice(0, 2), { interval: wald }).twoStage!.joint).toBeNull();
  });
});
