import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  averagedImputation,
  bayesianIntegral,
  commonEffect,
  feasibleSet,
  halfNormal,
  multipleImputation,
  normalInterval,
  poolSummaries,
  reliefMeanOfRatios,
  rubinsRules,
  spreadBetween,
} from "../../src/pooling/index.ts";
import type { Series } from "../../src/schema/index.ts";

interface MiceCase {
  estimates: number[];
  variances: number[];
  complete: number | null;
  qbar: number;
  t: number;
  df: number;
  fmi: number;
}

interface PoolCase {
  name: string;
  rows: { n: number; mean: number; sd?: number }[];
  range: [number, number];
  scale: number;
  bayes: { mean: number[]; prediction: number[] };
  common: { rubinMean: number; rubinStandardError: number; average: number[] };
}

const read = (name: string) => JSON.parse(readFileSync(`tests/reference/${name}`, "utf8"));
const mice: { cases: MiceCase[] } = read("pool-summaries.mice.json");
const scipy: { cases: PoolCase[] } = read("pool-summaries.json");

/** Morozumi 2009 as published, the other series SYNTHETIC. */
function seriesOf({ rows, range: [lower, upper] }: PoolCase): Series[] {
  return rows.map(({ n, mean, sd }, i) => ({
    series: i === 0 ? "Morozumi 2009" : `SYNTHETIC ${i}`,
    summary: {
      n,
      mean_percent: mean,
      ...(sd === undefined ? { lower_bound: 0, upper_bound: 100 } : { sd_percent: sd }),
    },
    overlaps: [],
    moderators: {},
    note: lower === 0 ? null : `SD from ${lower} to ${upper}`,
  }));
}

const lawOf = ({ range: [lower, upper] }: PoolCase) =>
  lower === 0 ? {} : { law: spreadBetween(lower, upper) };

describe("Rubin's rules", () => {
  it.each(mice.cases)(
    "agree with mice on $estimates",
    ({ estimates, variances, complete, qbar, t, df, fmi }) => {
      const found = rubinsRules(estimates, variances, complete ?? Number.POSITIVE_INFINITY);
      expect(found.estimate).toBeCloseTo(qbar, 12);
      expect(found.standardError ** 2).toBeCloseTo(t, 12);
      expect(found.degreesOfFreedom / df).toBeCloseTo(1, 12);
      expect(found.missingInformation).toBeCloseTo(fmi, 12);
    },
  );
});

describe("a pool with Morozumi 2009, which gives no standard deviation", () => {
  it("takes it from 0 to that of a sample at the bounds", () => {
    const sd = feasibleSet({ n: 5, mean: 73.4, lower: 0, upper: 100 }).quantities.find(
      ({ quantity }) => quantity === "sd",
    );
    expect(sd?.lower).toBe(0);
    expect(sd?.upper).toBeCloseTo(scipy.cases[0]!.range[1], 10);
  });

  it.each(scipy.cases)("has the Bayesian integral of nested quadrature: $name", (one) => {
    const { estimates } = poolSummaries(seriesOf(one), {
      measure: reliefMeanOfRatios,
      ...lawOf(one),
      combination: bayesianIntegral({ prior: halfNormal(one.scale) }),
    });
    // The reference stops at 1e-7 near a standard deviation of 0, where its own panels over tau are coarse.
    for (const [i, key] of (["mean", "prediction"] as const).entries()) {
      const row = estimates[i]!;
      expect(row.parameter).toBe(key);
      for (const [j, value] of [row.lower, row.estimate, row.upper].entries())
        expect(value).toBeCloseTo(one.bayes[key][j]!, 5);
    }
  });

  it.each(scipy.cases)("has the limits of endless imputations with one effect for all: $name", (one) => {
    const shared = {
      measure: reliefMeanOfRatios,
      ...lawOf(one),
      tauSquared: commonEffect,
      interval: normalInterval,
    };
    const rubin = poolSummaries(seriesOf(one), { ...shared, combination: multipleImputation });
    const average = poolSummaries(seriesOf(one), { ...shared, combination: averagedImputation });
    const width = one.common.average[2]! - one.common.average[0]!;
    const [row] = average.estimates;
    for (const [j, value] of [row!.lower, row!.estimate, row!.upper].entries())
      expect(Math.abs(value! - one.common.average[j]!) / width).toBeLessThan(0.01);
    const m = rubin.average.nSets;
    expect(rubin.estimates[0]!.estimate).toBeCloseTo(one.common.rubinMean, 3);
    expect(Math.abs(rubin.estimates[0]!.standardError! / one.common.rubinStandardError - 1)).toBeLessThan(
      1.5 / m,
    );
  });
});
