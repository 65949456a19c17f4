import { describe, expect, it } from "vitest";
import {
  adaptiveQuadrature,
  betaBinomial,
  conditionalLogit,
  countLimits,
  countModels,
  laplace,
  logitNormal,
  poissonNormal,
  poolCounts,
  unconditionalLogit,
  waldLimits,
} from "../../../../src/pooling/counts/index.ts";
import type { PooledCountsResult, Series } from "../../../../src/schema/index.ts";
import { pooledCountsResultSchema } from "../../../../src/schema/index.ts";
import { countedSeries, proportions, tables } from "../../../helpers/counted-series.ts";

const codes = ({ warnings }: PooledCountsResult): string[] => warnings.map(({ code }) => code);
const rowOf = (result: PooledCountsResult, parameter: string) =>
  result.estimates.find((row) => row.parameter === parameter)!;

const rates = (events: number[], times: number[]): Series[] =>
  countedSeries(events.map((x, i) => ({ events: x, time: times[i]! })));

/** Small pools of every kind: ordinary, one series, all events, none, and both ends mixed. */
const pools: { [model: string]: Series[][] } = {
  "logit-normal": [
    proportions([18, 5], [22, 5]),
    proportions([3], [7]),
    proportions([5], [5]),
    proportions([5, 1, 4], [5, 1, 4]),
    proportions([0, 0], [3, 9]),
    proportions([5, 0], [5, 4]),
    proportions([2, 40, 0, 7], [3, 41, 12, 7]),
  ],
  "poisson-normal": [
    rates([3, 0], [2, 5]),
    rates([0, 0], [2, 5]),
    rates([4], [9]),
    rates([900, 3], [1000, 1e-3]),
  ],
  "conditional-logit": [
    tables([7, 12], [11, 30], [0, 9], [12, 30]),
    tables([7, 4], [7, 4], [0, 0], [6, 5]),
    tables([0, 3], [4, 3], [0, 0], [4, 3]),
    tables([7, 0], [7, 4], [0, 4], [6, 4]),
    tables([2], [5], [1], [5]),
  ],
};
pools["beta-binomial"] = pools["logit-normal"]!;
pools["unconditional-logit"] = pools["conditional-logit"]!;

describe("every model of counts", () => {
  it.each(countModels.map((model) => [model.name, model] as const))(
    "%s answers small pools with plain JSON and no NaN, by every method of limits",
    (name, model) => {
      for (const series of pools[name]!) {
        for (const limits of countLimits) {
          const result = poolCounts(series, { model, limits, quadrature: adaptiveQuadrature(9) });
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
          expect(pooledCountsResultSchema.safeParse(result).error).toBeUndefined();
          const mean = result.estimates[0]!;
          expect(Number.isFinite(mean.estimate), JSON.stringify(series)).toBe(true);
          if (mean.lower !== null) expect(mean.lower).toBeLessThan(mean.estimate!);
          if (mean.upper !== null) expect(mean.upper).toBeGreaterThan(mean.estimate!);
        }
      }
    },
  );

  it.each(countModels.map((model) => [model.name, model] as const))(
    "%s does not depend on the order",
    (name, model) => {
      const series = pools[name]!.at(-2)!;
      const [a, b] = [series, [...series].reverse()].map((rows) =>
        poolCounts(rows, { model, limits: waldLimits }),
      );
      expect(a!.estimates[0]!.estimate).toBeCloseTo(b!.estimates[0]!.estimate!, 8);
    },
  );
});

describe("counts whose likelihood has no maximum", () => {
  it("all events: half an event on either side of all patients together, said by name", () => {
    const result = poolCounts(proportions([5, 1, 4], [5, 1, 4]));
    expect(result.estimates[0]!.estimate).toBeCloseTo(Math.log(10.5 / 0.5), 8);
    expect(result.fit.likelihood).toBe("jeffreys-penalized-likelihood");
    expect(codes(result)).toEqual(
      expect.arrayContaining(["likelihood-penalized", "spread-not-identifiable"]),
    );
    expect(rowOf(result, "tauSquared").estimate).toBeNull();
    const [natural] = result.natural.estimates;
    expect(natural!.lower).toBeGreaterThan(0.6);
    expect(natural!.upper).toBeLessThanOrEqual(1);
  });

  it("no event: the mirror image of all events", () => {
    const all = poolCounts(proportions([5, 4], [5, 4])).estimates[0]!;
    const none = poolCounts(proportions([0, 0], [5, 4])).estimates[0]!;
    expect(none.estimate).toBeCloseTo(-all.estimate!, 8);
    expect(none.lower).toBeCloseTo(-all.upper!, 6);
  });

  it("no event in any time at risk: half an event in all of it", () => {
    const result = poolCounts(rates([0, 0], [2, 5]), { model: poissonNormal });
    expect(result.natural.estimates[0]!.estimate).toBeCloseTo(0.5 / 7, 8);
  });

  it("both ends: a half-normal prior holds τ, since the likelihood grows with it for ever", () => {
    const result = poolCounts(proportions([5, 0], [5, 5]));
    expect(result.fit.likelihood).toBe("half-normal-prior-on-tau");
    expect(result.estimates[0]!.estimate).toBeCloseTo(0, 8);
    expect(rowOf(result, "tau").estimate).toBeGreaterThan(1);
    expect(rowOf(result, "tau").estimate).toBeLessThan(4);
  });

  it("both ends under a beta-binomial: patients of one series are then wholly alike", () => {
    const result = poolCounts(proportions([5, 4, 0], [5, 4, 6]), { model: betaBinomial });
    expect(rowOf(result, "intraclassCorrelation").estimate).toBeCloseTo(1, 6);
    expect(rowOf(result, "intraclassCorrelation").upper).toBe(1);
    expect(result.natural.estimates[0]!.estimate).toBeCloseTo(2 / 3, 6);
  });

  it("every treated patient and no control: an odds ratio with a finite lower limit", () => {
    const result = poolCounts(tables([7, 4], [7, 4], [0, 0], [6, 5]), { model: conditionalLogit });
    expect(result.fit.likelihood).toBe("jeffreys-penalized-likelihood");
    expect(result.natural.estimates[0]!.lower).toBeGreaterThan(5);
  });
});

describe("few series", () => {
  it("one series keeps its own estimate, without limits for a mean of others", () => {
    const result = poolCounts(proportions([3], [7]));
    expect(result.estimates[0]).toMatchObject({ lower: null, upper: null, bound: "open" });
    expect(result.estimates[0]!.estimate).toBeCloseTo(Math.log(3 / 4), 9);
    expect(result.heterogeneity).toEqual({ wald: null, likelihoodRatio: null });
    expect(codes(result)).toContain("one-series");
  });

  it("series that agree have τ² = 0 and an upper limit above it", () => {
    const result = poolCounts(proportions([18, 5], [22, 5]));
    expect(rowOf(result, "tauSquared")).toMatchObject({ estimate: 0, lower: 0 });
    expect(rowOf(result, "tauSquared").upper).toBeGreaterThan(1);
    expect(codes(result)).toContain("spread-at-zero");
  });

  it("the profile's limits lie where the likelihood ratio is at its quantile: lopsided, beside all events", () => {
    const profile = poolCounts(proportions([18, 5], [22, 5])).estimates[0]!;
    const wald = poolCounts(proportions([18, 5], [22, 5]), { limits: waldLimits }).estimates[0]!;
    expect(profile.upper! - profile.estimate!).toBeGreaterThan(wald.upper! - wald.estimate!);
  });

  it("Laplace's approximation is close to many points where events are many", () => {
    const series = proportions([20, 55, 70], [100, 100, 100]);
    const rough = poolCounts(series, { quadrature: laplace, limits: waldLimits });
    const fine = poolCounts(series, { limits: waldLimits });
    expect(rowOf(rough, "tau").estimate! / rowOf(fine, "tau").estimate!).toBeCloseTo(1, 2);
  });

  it("a table without any event says nothing to either model of two groups, and that is said", () => {
    const both = tables([7, 12], [11, 30], [1, 9], [12, 30]);
    const more = tables([7, 12, 0], [11, 30, 8], [1, 9, 0], [12, 30, 8]);
    for (const model of [conditionalLogit, unconditionalLogit]) {
      const [a, b] = [both, more].map((series) => poolCounts(series, { model, limits: waldLimits }));
      expect(b!.estimates[0]!.estimate).toBeCloseTo(a!.estimates[0]!.estimate!, 8);
      expect(codes(b!)).toContain("series-uninformative");
    }
  });
});

describe("what is refused", () => {
  it("no series, tables that say nothing, missing columns, unsound counts and a level in percent", () => {
    expect(() => poolCounts([])).toThrow("needs at least 1 series, got 0");
    expect(() => poolCounts(tables([0], [4], [0], [4]), { model: conditionalLogit })).toThrow(
      'Cannot fit "conditional-logit": needs a series in which some had the event and some had not, got none',
    );
    expect(() => poolCounts(proportions([1, 2], [3, 4]), { model: poissonNormal })).toThrow("time");
    expect(() => poolCounts(proportions([4], [3]))).toThrow("at most");
    expect(() => poolCounts(proportions([1], [3]), { model: logitNormal, level: 95 })).toThrow("level");
    expect(() => adaptiveQuadrature(1)).toThrow("2 to 100 points");
  });
});
