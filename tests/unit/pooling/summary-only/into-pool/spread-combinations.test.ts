import { describe, expect, it } from "vitest";
import {
  averagedImputation,
  bayesianIntegral,
  halfNormal,
  mean,
  multipleImputation,
  poolBayes,
  poolSeries,
  spreadBetween,
} from "../../../../../src/pooling/index.ts";
import { readSeries } from "../../../../../src/read/index.ts";
import { pooledSummariesResultSchema } from "../../../../../src/schema/index.ts";
import { apart, combinations, file, HEAD, limits, pool } from "../../../../helpers/summaries-without-sd.ts";

describe.each(combinations.map((combination) => ({ name: combination.name, combination })))(
  "a pool without some standard deviations, by $name",
  ({ combination }) => {
    it("is plain JSON of its shape, with one, two and four series", () => {
      for (const rows of [[0], [0, 1], [0, 2], [0, 1, 2, 4]]) {
        const result = pool(file(...rows), { combination });
        expect(pooledSummariesResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
        expect(result.nSeries).toBe(rows.length);
        expect(result.unknown.map(({ series }) => series)).toEqual(rows.includes(1) ? ["A", "B"] : ["A"]);
      }
    });

    it("gives the same bytes for the same seed", () => {
      const twice = [7, 7].map((seed) => JSON.stringify(pool(file(0, 1, 2), { combination, seed })));
      expect(twice[0]).toBe(twice[1]);
    });

    it("doesn't hang on the order of the series", () => {
      const [one, other] = [pool(file(0, 2, 3, 4), { combination }), pool(file(4, 2, 0, 3), { combination })];
      expect(apart(one!, other!)).toBeLessThan(1e-9);
    });

    it("says what was assumed in every row, and both extremes beside", () => {
      const result = pool(file(0, 1, 2, 3), { combination });
      for (const { given } of result.estimates)
        expect(given).toBe("standard deviations: uniform on the feasible set");
      const labels = result.companions.map(({ label }) => label);
      expect(labels.slice(-6)).toEqual([
        "Lowest standard deviations",
        "Highest standard deviations",
        "A at its lowest",
        "A at its highest",
        "B at its lowest",
        "B at its highest",
      ]);
      expect(result.warnings.map(({ code }) => code)).toEqual(
        expect.arrayContaining(["spread-unknown", "zero-spread-limit"]),
      );
    });

    it("widens with the level", () => {
      const [narrow, wide] = [0.8, 0.95].map((level) =>
        limits(pool(file(0, 2, 3, 4), { combination, level })),
      );
      expect(wide![0]).toBeLessThan(narrow![0]!);
      expect(wide![1]).toBeGreaterThan(narrow![1]!);
    });
  },
);

describe("a pool in which the law leaves one standard deviation", () => {
  const law = spreadBetween(20, 20);
  const filled = (k: number): string =>
    [HEAD.trim(), "A,5,73.4,20,0,100", "C,8,60,20,,", "D,7,48,25,,"].slice(0, k + 1).join("\n");
  const unknown = (k: number): string =>
    [HEAD.trim(), "A,5,73.4,,0,100", "C,8,60,20,,", "D,7,48,25,,"].slice(0, k + 1).join("\n");

  it.each([1, 2, 3])("is the ordinary pool of %i series, by imputation", (k) => {
    const ordinary = poolSeries(readSeries(filled(k)), { measure: mean });
    for (const combination of [averagedImputation, multipleImputation]) {
      const result = pool(unknown(k), { law, combination });
      for (const [i, row] of ordinary.estimates.entries()) {
        const own = result.estimates[i]!;
        expect(own.parameter).toBe(row.parameter);
        for (const field of ["estimate", "lower", "upper"] as const) {
          if (row[field] === null) expect(own[field]).toBeNull();
          else expect(own[field]).toBeCloseTo(row[field], 9);
        }
      }
      expect(result.missing.missingInformation).toBe(k === 1 ? null : 0);
      expect([result.average.nSets, result.provenance.seed]).toEqual([1, null]);
    }
  });

  it.each([1, 2, 3])("is the ordinary Bayesian pool of %i series, by the integral", (k) => {
    const prior = halfNormal(10);
    const ordinary = poolBayes(
      poolSeries(readSeries(filled(k)), { measure: mean }).series.map((row) => ({
        ...row,
        variance: row.standardError ** 2,
        n: 5,
      })),
      { prior },
    );
    const result = pool(unknown(k), { law, combination: bayesianIntegral({ prior }) });
    result.estimates.forEach((own, i) => {
      for (const field of ["estimate", "standardError", "lower", "upper"] as const)
        expect(own[field]).toBeCloseTo(ordinary.estimates[i]![field]!, 9);
    });
  });

  it("takes a printed standard error for what it says", () => {
    const text = "series,n,mean,sd,standard_error\nA,5,73.4,,10\nC,8,60,20,";
    const [one] = pool(text).unknown;
    expect(one?.lower).toBeCloseTo(10 * Math.sqrt(5), 12);
    expect(one?.upper).toBe(one?.lower);
  });
});
