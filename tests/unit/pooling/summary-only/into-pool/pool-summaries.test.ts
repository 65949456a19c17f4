import { describe, expect, it } from "vitest";
import {
  averagedImputation,
  commonEffect,
  henmiCopas,
  logMean,
  mean,
  meanDifference,
  multipleImputation,
  normalInterval,
  poolSeries,
  spreadBetween,
  spreadMeasures,
} from "../../../../../src/pooling/index.ts";
import { readSeries } from "../../../../../src/read/index.ts";
import { apart, file, HEAD, integral, limits, pool } from "../../../../helpers/summaries-without-sd.ts";

describe("a pool without some standard deviations", () => {
  it("tends to the same by imputation and by the integral, with one effect for all series", () => {
    const shared = { tauSquared: commonEffect, interval: normalInterval };
    const imputed = pool(file(0, 2, 3), { ...shared, combination: averagedImputation });
    const integrated = pool(file(0, 2, 3), { combination: integral(1e-4) });
    expect(apart(integrated, imputed)).toBeLessThan(0.005);
  });

  it("is the same in another unit", () => {
    const scaled = `${HEAD}A,5,734,,0,1000\nC,8,600,200,,\nD,7,480,250,,`;
    const pairs = [
      [averagedImputation, averagedImputation],
      [multipleImputation, multipleImputation],
      [integral(10), integral(100)],
    ] as const;
    for (const [one, ten] of pairs) {
      const [own, other] = [pool(file(0, 2, 3), { combination: one }), pool(scaled, { combination: ten })];
      for (const [i, limit] of limits(own!).entries()) expect(limits(other!)[i]! / limit).toBeCloseTo(10, 6);
      expect(other.missing.varianceShare).toBeCloseTo(own.missing.varianceShare!, 6);
    }
  });

  it("has limits between those of the pools at known standard deviations", () => {
    const result = pool(file(0, 2, 3, 4));
    const { lower, upper } = result.unknown[0]!;
    const known = Array.from({ length: 41 }, (_, i) => {
      const sd = Math.max(lower + (i / 40) * (upper! - lower), 1e-4);
      return poolSeries(readSeries(file(0, 2, 3, 4).replace("73.4,,", `73.4,${sd},`)), { measure: mean })
        .estimates[0]!;
    });
    const [low, high] = limits(result);
    expect(low).toBeGreaterThan(Math.min(...known.map((row) => row.lower!)));
    expect(low).toBeLessThan(Math.max(...known.map((row) => row.lower!)));
    expect(high).toBeLessThan(Math.max(...known.map((row) => row.upper!)));
    expect(high).toBeGreaterThan(Math.min(...known.map((row) => row.upper!)));
  });

  it("shows as extremes the ordinary pools at the ends of the law", () => {
    const text = `${HEAD}A,5,73.4,,0,100\nC,8,60,20,,\nD,7,48,25,,`;
    const result = pool(text, { law: spreadBetween(10, 30) });
    const rows = result.companions.slice(-2).map(({ row }) => row);
    [10, 30].forEach((sd, i) => {
      const [ordinary] = poolSeries(readSeries(text.replace("73.4,,", `73.4,${sd},`)), {
        measure: mean,
      }).estimates;
      expect(rows[i]?.lower).toBeCloseTo(ordinary!.lower!, 10);
      expect(rows[i]?.upper).toBeCloseTo(ordinary!.upper!, 10);
    });
  });

  it("reaches the limit of no spread without a number that is none", () => {
    const [one] = pool(file(0, 2, 3)).unknown;
    expect([one?.lower, one?.lawLower]).toEqual([0, 0]);
    expect(one!.narrowest.upper - one!.narrowest.lower).toBeLessThan(1e-3);
    const lowest = pool(file(0, 2, 3)).companions.at(-2)!.row;
    expect([lowest.bound, lowest.given]).toEqual(["closed", "A: no spread at all, in the limit"]);
  });

  it("knows its limits to 1 % of their distance, and says so", () => {
    for (const seed of [1, 2, 3]) {
      const result = pool(file(0, 1, 2, 3), { seed });
      expect(result.average.nSets).toBeGreaterThanOrEqual(128);
      expect(result.average.limitError).toBeLessThanOrEqual(0.01);
      expect(result.provenance.seed).toBe(seed);
    }
    const [first, ...others] = [1, 2, 3, 4, 5].map((seed) => pool(file(0, 1, 2, 3), { seed }));
    for (const other of others) expect(apart(first!, other)).toBeLessThan(0.01);
  });

  it("integrates three standard deviations by evenly spread points, with their error", () => {
    const text = `${file(0, 1, 2, 3)}\nG,6,62,,0,100`;
    const result = pool(text, { combination: integral(10) });
    expect(result.provenance.seed).toBe(1);
    expect(result.average.limitError).toBeLessThan(0.01);
    expect(apart(result, pool(text, { combination: integral(10), seed: 9 }))).toBeLessThan(0.01);
  });

  it("warns that Barnard and Rubin's degrees of freedom are too few for two series, and not for six", () => {
    const codes = (...rows: number[]): string[] =>
      pool(file(...rows), { combination: multipleImputation }).warnings.map(({ code }) => code);
    expect(codes(0, 2)).toContain("few-degrees-of-freedom");
    const many = `${file(0, 2, 3, 4, 5)}\n${Array.from({ length: 25 }, (_, i) => `S${i},20,${50 + i},20,,`).join("\n")}`;
    expect(pool(many, { combination: multipleImputation }).warnings.map(({ code }) => code)).not.toContain(
      "few-degrees-of-freedom",
    );
  });

  it("leaves the mean of one series without limits, as every pool does, and gives those of the series", () => {
    const result = pool(file(0));
    expect([result.estimates[0]?.lower, result.estimates[0]?.bound]).toEqual([null, "open"]);
    expect(result.missing.widthShare).toBeNull();
    expect(result.unknown[0]!.widest.upper).toBeGreaterThan(100);
  });

  it("takes an interval that has no standard normal or t distribution", () => {
    const result = pool(file(0, 2, 3, 4), { interval: henmiCopas });
    expect(result.estimates[0]?.bound).toBe("closed");
  });

  it("pools logs of means and differences to a control group the same way", () => {
    const logs = pool(file(0, 2, 3), { measure: logMean });
    expect(logs.natural?.estimates[0]?.estimate).toBeGreaterThan(50);
    const text =
      "series,n,mean,sd,n_control,mean_control,sd_control,lower_bound,upper_bound\nA,5,3,,6,7,1.5,0,10\nB,8,4,1.8,9,6,2,0,10\nC,7,3.5,2,7,6.5,1.6,,";
    expect(pool(text, { measure: meanDifference }).estimates[0]?.estimate).toBeCloseTo(-3, 0);
  });

  it("applies to measures whose estimate needs no standard deviation", () => {
    for (const { measure, mean: column, sd } of spreadMeasures) {
      const summary = { n: 8, [column]: 4, n_control: 8, mean_control: 6, sd_control: 2 };
      const [one, other] = [1, 3].map((value) => measure.compute({ ...summary, [sd]: value }).estimate);
      expect(one).toBe(other);
    }
  });
});
