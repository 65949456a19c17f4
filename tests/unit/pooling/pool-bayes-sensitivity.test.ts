import { describe, expect, it } from "vitest";
import {
  halfNormal,
  normalMean,
  poolBayes,
  poolBayesSensitivity,
  priorsAround,
  riskRatio,
  unitInformationDeviation,
} from "../../../src/pooling/index.ts";
import { pooledBayesSensitivitySchema } from "../../../src/schema/pooled-bayes-sensitivity.ts";
import { effectRows } from "../../helpers/pools.ts";

const two = effectRows([-3.5, -1], [0.25, 0.4]);

describe("poolBayesSensitivity", () => {
  const result = poolBayesSensitivity(two, { priors: priorsAround(1), mean: normalMean(0, 10) });

  it("is plain JSON that the schema accepts", () => {
    expect(pooledBayesSensitivitySchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  it("has a row for each prior, as poolBayes has it alone", () => {
    expect(result.rows.map(({ priors }) => priors.tau.label)).toEqual([
      "Half-normal, scale 0.5",
      "Half-normal, scale 1",
      "Half-normal, scale 2",
      "Half-Cauchy, scale 0.5",
      "Half-Cauchy, scale 1",
      "Half-Cauchy, scale 2",
    ]);
    const alone = poolBayes(two, { prior: halfNormal(1), mean: normalMean(0, 10) });
    expect(result.rows[1]?.estimates).toEqual(alone.estimates.slice(0, 3));
    expect(result.rows[1]?.logBayesFactor).toBe(alone.logBayesFactor);
  });

  it("holds every interval in its band, and widens the mean with the scale", () => {
    const widths = result.rows.map(({ estimates: [mean] }) => mean!.upper! - mean!.lower!);
    expect(widths[0]!).toBeLessThan(widths[1]!);
    expect(widths[1]!).toBeLessThan(widths[2]!);
    result.band.forEach(({ lower, upper, lowest, highest }, i) => {
      for (const { estimates } of result.rows) {
        const row = estimates[i]!;
        expect(lower).toBeLessThanOrEqual(row.lower!);
        expect(upper).toBeGreaterThanOrEqual(row.upper!);
        expect(lowest).toBeLessThanOrEqual(row.estimate!);
        expect(highest).toBeGreaterThanOrEqual(row.estimate!);
      }
    });
  });

  it("says where the prior decides whether there is an effect", () => {
    expect(result.meanExcludesZero).toBe("some");
    expect(result.warnings.map(({ code }) => code)).toEqual(["prior-decides"]);
    const clear = poolBayesSensitivity(effectRows([-9, -9.2, -9.1], [0.1, 0.1, 0.1]), {
      priors: priorsAround(0.2),
    });
    expect([clear.meanExcludesZero, clear.warnings]).toEqual(["all", []]);
    const nothing = poolBayesSensitivity(effectRows([-1, 1], [1, 1]), { priors: priorsAround(1) });
    expect([nothing.meanExcludesZero, nothing.warnings]).toEqual(["none", []]);
  });

  it("has the numbers on the scale that people read, where it is told", () => {
    const ratios = poolBayesSensitivity(two, {
      priors: priorsAround(1),
      backTransform: "exp",
      natural: riskRatio.natural,
    });
    expect(pooledBayesSensitivitySchema.parse(ratios)).toEqual(ratios);
    for (const { estimates, natural } of ratios.rows) {
      expect(natural!.map(({ parameter }) => parameter)).toEqual(["mean", "prediction"]);
      expect(natural![0]!.estimate).toBeCloseTo(Math.exp(estimates[0]!.estimate!), 14);
    }
  });

  it("needs a prior", () => {
    expect(() => poolBayesSensitivity(two, { priors: [] })).toThrow(RangeError);
  });
});

describe("unitInformationDeviation", () => {
  it("is what one patient's worth of information has, and null where patients are not known", () => {
    expect(unitInformationDeviation([{ variance: 9 / 4, n: 4 }])).toBe(3);
    expect(
      unitInformationDeviation([
        { variance: 9 / 4, n: 4 },
        { variance: 9 / 16, n: 16 },
      ]),
    ).toBeCloseTo(3, 14);
    expect(unitInformationDeviation(two)).toBeNull();
    expect(unitInformationDeviation([])).toBeNull();
  });
});
