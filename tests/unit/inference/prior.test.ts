import { describe, expect, it } from "vitest";
import { prior } from "../../../src/inference/index.ts";
import { priorOfQuantities } from "../../../src/inference/prior.ts";
import { fitResponse } from "../../../src/response/index.ts";
import { patientOf } from "../../helpers/patients.ts";

const Z = 1.959963984540054;
const one = patientOf([0, 3, 14, 45, 80, 110, 150], [9, 6, 3, 2, 4, 7, 9]);
const result = fitResponse(one, { interval: prior });
const row = (name: string) => result.estimates.find(({ parameter }) => parameter === name)!;

describe("the priors alone", () => {
  it("have the quantiles that the default set states", () => {
    // log T50 ~ N(log 105, .7), log D ~ N(log 60, .7), log h ~ N(log 4, .6), to a few per cent of Monte-Carlo error.
    for (const [name, median, sd] of [
      ["T50", 105, 0.7],
      ["wearOffDuration", 60, 0.7],
      ["onsetHalfTime", 4, 0.6],
    ] as const) {
      expect(Math.abs(Math.log(row(name).estimate! / median))).toBeLessThan(0.05);
      expect(Math.abs(Math.log(row(name).lower! / median) + Z * sd)).toBeLessThan(0.15);
      expect(Math.abs(Math.log(row(name).upper! / median) - Z * sd)).toBeLessThan(0.15);
    }
    // A fifth of the probability stands at no effect: the upper limit is the .96875 quantile of the rest.
    expect(row("relief").lower).toBe(0);
    expect(row("relief").upper).toBeCloseTo(1 / (1 + Math.exp(-(0.4 + 1.5 * 1.8627))), 1);
  });

  it("don't depend on the scores, and say so", () => {
    const other = fitResponse(patientOf([0, 3, 14, 45, 80, 110, 150], [2, 2, 9, 9, 9, 1, 1]), {
      interval: prior,
    });
    for (const name of ["T50", "relief", "baseline"]) {
      const theirs = other.estimates.find(({ parameter }) => parameter === name)!;
      const width = row(name).upper! - row(name).lower!;
      expect(Math.abs(theirs.upper! - row(name).upper!) / width, name).toBeLessThan(0.1);
    }
    expect(result.warnings.map(({ code }) => code)).toContain("priors-alone");
  });

  it("leave the probability of no effect as it was, and draw prior predictive curves", () => {
    expect(result.posterior!.nullModel!.probability).toBeCloseTo(0.2, 1);
    const late = result.fitted.at(-1)!;
    expect(late.upper! - late.lower!).toBeGreaterThan(5);
    expect(result.bandMethod).toBe("prior");
  });

  it("know every quantity to the same digits where the curve is left out", () => {
    const alone = fitResponse(one, { interval: priorOfQuantities });
    expect(alone.estimates).toEqual(result.estimates);
    expect(alone.fitted.every(({ lower, upper }) => lower === null && upper === null)).toBe(true);
  });

  it("are known to 3 % of every interval's width from seed to seed", () => {
    const seeds = [1, 2, 3, 4, 5, 6];
    const fits = seeds.map((seed) => fitResponse(one, { interval: priorOfQuantities, seed }).estimates);
    for (const [k, { parameter, lower, upper }] of result.estimates.entries()) {
      for (const end of ["estimate", "lower", "upper"] as const) {
        const values = fits.map((rows) => rows[k]![end]!);
        const mean = values.reduce((sum, value) => sum + value, 0) / seeds.length;
        const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (seeds.length - 1);
        expect(Math.sqrt(variance) / (upper! - lower!), `${end} of ${parameter}`).toBeLessThan(0.03);
      }
    }
  });
});
