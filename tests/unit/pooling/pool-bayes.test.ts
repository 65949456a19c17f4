import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../../src/errors.ts";
import { integrate } from "../../../src/math/quadrature/integrate.ts";
import {
  commonEffect,
  effectsOfPool,
  flatMean,
  halfCauchy,
  halfNormal,
  halfT,
  normalInterval,
  normalMean,
  poolBayes,
  poolEstimates,
  poolSeries,
  riskRatio,
  type TauPrior,
  uniform,
} from "../../../src/pooling/index.ts";
import { readSeries } from "../../../src/read/index.ts";
import { pooledBayesResultSchema } from "../../../src/schema/pooled-bayes-result.ts";
import type { EffectEstimate } from "../../../src/schema/series.ts";
import { bayesNumbers, bayesRow } from "../../helpers/bayes-pools.ts";
import { expectAbsolute, expectRelative } from "../../helpers/closeness.ts";
import { effectRows } from "../../helpers/pools.ts";

const three: EffectEstimate[] = [
  { series: "A", estimate: -3.2, variance: 0.3, n: 5 },
  { series: "B", estimate: -1.1, variance: 0.5, n: 4 },
  { series: "C", estimate: -2.4, variance: 0.2 },
];
const prior = halfNormal(1);

describe("poolBayes", () => {
  it("has the mean first, then prediction, τ and the effect of each series", () => {
    const { estimates } = poolBayes(three, { prior });
    expect(estimates.map(({ parameter, series }) => [parameter, series])).toEqual([
      ["mean", undefined],
      ["prediction", undefined],
      ["tau", undefined],
      ["seriesEffect", "A"],
      ["seriesEffect", "B"],
      ["seriesEffect", "C"],
    ]);
  });

  it("is the common effect where the prior leaves no room for differences", () => {
    const common = poolEstimates(three, { tauSquared: commonEffect, interval: normalInterval });
    const { estimate, standardError, lower, upper } = common.estimates[0]!;
    const result = poolBayes(three, { prior: halfNormal(1e-9) });
    const row = bayesRow(result, "mean");
    expectRelative(
      [row.estimate!, row.standardError!, row.lower!, row.upper!],
      [estimate!, standardError!, lower!, upper!],
      1e-9,
    );
    expectRelative(
      result.series.map(({ weight }) => weight),
      common.series.map(({ weight }) => weight),
      1e-9,
    );
    expectAbsolute(
      result.shrinkage.map(({ shrinkage }) => shrinkage),
      [1, 1, 1],
      1e-9,
    );
  });

  it("leaves each series as it is where the prior insists that they differ without end", () => {
    // ln τ near ln 1e8: nothing is borrowed.
    const apart: TauPrior = { ...uniform(1e8), logDensity: (tau) => -0.5 * (Math.log(tau / 1e8) / 0.1) ** 2 };
    const result = poolBayes(three, { prior: apart });
    for (const { series, estimate, standardError } of three.map((row) => ({
      ...row,
      standardError: Math.sqrt(row.variance),
    }))) {
      const row = bayesRow(result, "seriesEffect", series);
      expectRelative([row.estimate!, row.standardError!], [estimate, standardError], 1e-9);
    }
  });

  it("shares out the mean among series and prior", () => {
    const total = (mean = flatMean): number =>
      poolBayes(three, { prior, mean }).series.reduce((sum, { weight }) => sum + weight, 0);
    expect(total()).toBeCloseTo(1, 12);
    const share = total(normalMean(0, 0.5));
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.9);
  });

  it("has a Bayes factor under a normal prior of the mean, by the ratio of its densities at 0", () => {
    // With one series and hardly any τ: the Savage–Dickey ratio of two normal densities.
    const one = effectRows([2], [1]);
    const { logBayesFactor, warnings } = poolBayes(one, { prior: halfNormal(1e-9), mean: normalMean(0, 3) });
    const density = (x: number, variance: number): number => -0.5 * (Math.log(variance) + x ** 2 / variance);
    expect(logBayesFactor).toBeCloseTo(density(2, 1 + 9) - density(2, 1), 9);
    expect(warnings.map(({ code }) => code)).toEqual(["one-series"]);
  });

  it("has no Bayes factor under a flat prior of the mean, and says so", () => {
    const { logBayesFactor, warnings } = poolBayes(three, { prior });
    expect(logBayesFactor).toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(["few-series", "bayes-factor-undefined"]);
  });

  it("is an answer for one series that is mostly the prior, without moments that do not exist", () => {
    const one = three.slice(0, 1);
    const proper = poolBayes(one, { prior });
    expect(bayesRow(proper, "tau").estimate!).toBeCloseTo(prior.median, 9);
    expect(proper.warnings[0]?.code).toBe("one-series");
    const heavy = poolBayes(one, { prior: halfCauchy(1) });
    expect(bayesRow(heavy, "tau").estimate!).toBeCloseTo(1, 9);
    expect(heavy.posteriorMeans).toEqual({ mean: null, tau: null });
    expect(bayesRow(heavy, "mean").standardError).toBeNull();
    expect(heavy.warnings.map(({ code }) => code)).toContain("no-standard-deviation");
    expect(
      poolBayes(one, { prior: halfCauchy(1), mean: normalMean(0, 4) }).posteriorMeans.mean,
    ).not.toBeNull();
  });

  it("has the standard deviation of the mean where it just exists, and none where it just does not", () => {
    // Two series, a flat mean and half-t: the density falls like τ^−(df + 2). Equal variances leave a density by hand.
    const [variance, apart, prior] = [0.4, 1.5, halfT(1, 2)] as const;
    const two = effectRows([0, apart], [variance, variance]);
    const density = (tau: number): number => {
      const sum = variance + tau * tau;
      return Math.exp(prior.logDensity(tau) - 0.5 * Math.log(sum) - apart ** 2 / (4 * sum));
    };
    const options = { relativeTolerance: 1e-12, maxPanels: 4000 };
    const total = integrate(density, 0, Infinity, options).value;
    const spread = integrate((t) => 0.5 * (variance + t * t) * density(t), 0, Infinity, options).value;
    const { standardError } = bayesRow(poolBayes(two, { prior }), "mean");
    expect(standardError!).toBeCloseTo(Math.sqrt(spread / total), 9);
    expect(bayesRow(poolBayes(two, { prior: halfT(1, 1) }), "mean").standardError).toBeNull();
    expect(halfT(1, 1).logDensity(0.7)).toBeCloseTo(halfCauchy(1).logDensity(0.7), 14);
  });

  it.each([
    ["a variance of 1e-12", effectRows([0.5, 1, 3], [1e-12, 0.2, 0.3])],
    ["variances of 1e-12", effectRows([1, 1 + 1e-6, 1 - 1e-6], [1e-12, 1e-12, 1e-12])],
    ["equal effects", effectRows([2, 2, 2], [0.1, 0.1, 0.1])],
    ["effects of 1e8", effectRows([1e8, 1e8 + 1, 1e8 + 3], [0.2, 0.3, 0.4])],
    ["effects far beyond the prior", effectRows([0, 1e4], [1, 1])],
    [
      "40 series",
      effectRows(
        Array.from({ length: 40 }, (_, i) => Math.sin(i * i)),
        Array(40).fill(0.1),
      ),
    ],
    [
      "400 series",
      effectRows(
        Array.from({ length: 400 }, (_, i) => 3 * Math.sin(i * i)),
        Array(400).fill(0.01),
      ),
    ],
  ])("has an answer for %s, under every kind of prior", (_, rows) => {
    for (const tau of [halfNormal(1), halfCauchy(1), uniform(5), halfNormal(1e-6), halfCauchy(1e6)]) {
      const result = poolBayes(rows, { prior: tau, mean: normalMean(0, 10) });
      expect(pooledBayesResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
      for (const { lower, estimate, upper } of result.estimates) {
        expect(lower!).toBeLessThanOrEqual(estimate!);
        expect(estimate!).toBeLessThanOrEqual(upper!);
      }
      expect(Number.isFinite(result.logBayesFactor)).toBe(true);
    }
  });

  it("keeps two precise series apart from τ = 0 in the closed form for many equal ones", () => {
    // Equal variances v → 0: the posterior of τ given s² is (τ²)^{-(k-1)/2} exp(−S/2τ²) times the prior; uniform prior, so
    // that 1/τ² is a gamma variable with shape (k − 2)/2 and rate S/2.
    const effects = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    const result = poolBayes(effectRows(effects, Array(10).fill(1e-14)), { prior: uniform(1e9) });
    // Median of a chi-squared variable with 8 degrees of freedom: R qchisq(.5, 8).
    expect(bayesRow(result, "tau").estimate!).toBeCloseTo(Math.sqrt(82.5 / 7.344121497701792), 8);
  });

  it("puts the numbers on the scale that people read, where it is told", () => {
    const series = readSeries("series,events,n,events_control,n_control\nA,7,11,1,12\nB,12,30,9,30");
    const pooled = poolSeries(series, { measure: riskRatio });
    const { measure, backTransform } = pooled;
    const result = poolBayes(effectsOfPool(pooled), {
      prior: halfNormal(0.5),
      measure,
      backTransform,
      natural: riskRatio.natural,
    });
    expect(pooledBayesResultSchema.parse(result)).toEqual(result);
    const [mean, prediction] = result.natural!.estimates;
    expect([mean!.unit, prediction!.parameter]).toEqual(["ratio", "prediction"]);
    expect(mean!.upper).toBeCloseTo(Math.exp(bayesRow(result, "mean").upper!), 12);
    expect(result.natural!.series).toEqual(pooled.natural!.series);
  });

  it("writes the priors into the provenance, by which it can be computed again", () => {
    const { provenance, priors } = poolBayes(three, { prior, mean: normalMean(0, 4), level: 0.9 });
    expect(provenance).toMatchObject({
      seed: null,
      options: {
        level: 0.9,
        prior: { name: "half-normal", scale: 1 },
        mean: { name: "normal", mean: 0, standardDeviation: 4 },
      },
    });
    expect(priors.tau.label).toBe("Half-normal, scale 1");
  });

  it("widens with the level", () => {
    const widths = [0.5, 0.8, 0.95, 0.999, 1 - 1e-9].map((level) => {
      const { lower, upper } = bayesRow(poolBayes(three, { prior, level }), "mean");
      return upper! - lower!;
    });
    expect([...widths].sort((a, b) => a - b)).toEqual(widths);
    expect(bayesNumbers(poolBayes(three, { prior, level: 1 - 1e-9 })).every(Number.isFinite)).toBe(true);
  });

  it("refuses what no prior can mend", () => {
    expect(() => poolBayes([], { prior })).toThrow(EstimationError);
    expect(() => poolBayes(effectRows([1, Number.NaN], [1, 0]), { prior })).toThrow(InputError);
    expect(() => poolBayes([{ ...three[0]!, overlaps: ["B"] }, three[1]!], { prior })).toThrow(InputError);
    expect(() => poolBayes(three, { prior, level: 95 })).toThrow(RangeError);
    expect(() => halfNormal(0)).toThrow("The half-normal prior of τ needs a positive scale, got 0");
    expect(() => normalMean(0, -1)).toThrow(RangeError);
  });
});
