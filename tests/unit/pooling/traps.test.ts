import { describe, expect, it } from "vitest";
import { effectData } from "../../../src/inference/random-effects/effect-data.ts";
import {
  logLikelihood,
  restrictedLogLikelihood,
} from "../../../src/inference/random-effects/log-likelihood.ts";
import { fitAt } from "../../../src/inference/random-effects/weighted-fit.ts";
import {
  bootstrapPrediction,
  dersimonianLaird,
  empiricalBayes,
  hartungKnappMinusTwoPrediction,
  maximumLikelihood,
  pauleMandel,
  poolEstimates,
  reml,
  studentTMinusTwoPrediction,
} from "../../../src/pooling/index.ts";
import { codesOf, effectRows, limitsOf, rowOf } from "../../helpers/pools.ts";

describe("traps", () => {
  it("an untruncated DerSimonian–Laird τ² of −42 would pool −70, −75 and −72 to −84.6: ours is 0 and inside the data", () => {
    const result = poolEstimates(effectRows([-70, -75, -72], [36, 64, 49]), { tauSquared: dersimonianLaird });
    expect(rowOf(result, "tauSquared").estimate).toBe(0);
    expect(rowOf(result, "mean").estimate).toBeCloseTo(-71.86396446, 8);
  });

  it("Hartung–Knapp narrower than z is said, with the floored and the normal interval beside it", () => {
    const result = poolEstimates(effectRows([-70, -75, -72], [36, 64, 49]));
    expect(codesOf(result)).toContain("hartung-knapp-narrow");
    expect(result.companions.map(({ row }) => row.method)).toEqual(["hartung-knapp-floored", "z"]);
    const [narrow, floored, normal] = [rowOf(result, "mean"), ...result.companions.map(({ row }) => row)].map(
      ({ lower, upper }) => upper! - lower!,
    ) as [number, number, number];
    expect(narrow).toBeLessThan(normal);
    expect(floored).toBeGreaterThan(normal);
  });

  it("one series is not pooled: no interval for the mean, its own for the series, and a warning", () => {
    const result = poolEstimates([{ series: "Kizawa 2006", estimate: -5, variance: 0.25 }]);
    expect(result.estimates).toHaveLength(1);
    expect(rowOf(result, "mean")).toMatchObject({ estimate: -5, lower: null, upper: null, bound: "open" });
    expect(result.series[0]!.lower).toBeCloseTo(-5.97998199, 8);
    expect(result.series[0]!.weight).toBe(1);
    expect(codesOf(result)).toEqual(["one-series"]);
    expect(result.warnings[0]!.message).toMatch(/Kizawa 2006 stands alone/);
    expect(result.heterogeneity).toEqual({ q: 0, degreesOfFreedom: 0, pValue: null, tauSquaredSet: null });
  });

  it("two series that agree have τ² = 0, and are told that the prediction collapses", () => {
    const result = poolEstimates(effectRows([-2.1, -2.4], [0.3, 0.45]));
    expect(rowOf(result, "tauSquared").estimate).toBe(0);
    expect(rowOf(result, "tauSquared").upper).toBeCloseTo(45.4466221, 6);
    expect(result.heterogeneity.tauSquaredSet).toBe("reaches-zero");
    expect(codesOf(result)).toEqual(["few-series", "prediction-collapsed"]);
  });

  it("two series have no prediction interval with k − 2 degrees of freedom", () => {
    for (const prediction of [studentTMinusTwoPrediction, hartungKnappMinusTwoPrediction]) {
      const result = poolEstimates(effectRows([-3.5, -1], [0.25, 0.4]), { prediction });
      expect(rowOf(result, "prediction")).toMatchObject({ lower: null, upper: null, bound: "open" });
      expect(codesOf(result)).toContain("prediction-undefined");
    }
  });

  it("a bootstrap prediction does not collapse where τ² is estimated as 0", () => {
    const rows = effectRows([-2.1, -2.4], [0.3, 0.45]);
    const result = poolEstimates(rows, { prediction: bootstrapPrediction() });
    expect(codesOf(result)).not.toContain("prediction-collapsed");
    const [lower, upper] = limitsOf(result, "prediction");
    const [from, to] = limitsOf(poolEstimates(rows), "mean");
    expect(upper - lower).toBeGreaterThan(2 * (to - from));
  });

  it("empirical Bayes converges where metafor's iteration cycles for ever", () => {
    // metafor 3.8-1: "Fisher scoring algorithm did not converge", with 100 steps or 100,000.
    const effects = [0, 0.08, -0.11, 0.38, -0.45];
    const variances = [0.659, 0.523, 0.48, 0.042, 0.025];
    const { tauSquared } = empiricalBayes.estimate(effects, variances);
    expect(tauSquared).toBeGreaterThan(0);
    expect(fitAt(effectData(effects, variances), tauSquared).q).toBeCloseTo(4, 12);
    expect(pauleMandel.estimate(effects, variances).tauSquared).toBe(tauSquared);
  });

  it("equal effects have τ² = 0, no compatible τ² by Q, and an interval of no width that is warned about", () => {
    const result = poolEstimates(effectRows([-2, -2, -2], [0.3, 0.2, 0.4]));
    expect(limitsOf(result, "mean")).toEqual([-2, -2]);
    expect(codesOf(result)).toEqual([
      "few-series",
      "hartung-knapp-narrow",
      "tau-squared-interval-empty",
      "prediction-collapsed",
    ]);
    expect(limitsOf(result, "tauSquared")).toEqual([0, 0]);
    expect(result.test).toBeNull();
  });

  it("of several peaks of the likelihood the highest is taken", () => {
    // One precise outlier: the restricted likelihood has peaks at 0 and far from it.
    const data = effectData([0, 0.02, -0.01, 3], [1e-4, 1e-4, 1e-4, 2]);
    for (const [estimator, likelihood] of [
      [reml, restrictedLogLikelihood],
      [maximumLikelihood, logLikelihood],
    ] as const) {
      const { tauSquared } = estimator.estimate(data.effects, data.variances);
      const found = likelihood(fitAt(data, tauSquared));
      for (let x = -6; x <= 2; x += 0.01) {
        expect(found).toBeGreaterThanOrEqual(likelihood(fitAt(data, 10 ** x)) - 1e-9);
      }
    }
  });

  it("stays exact far from 0, and for variances eight powers of ten apart", () => {
    const near = poolEstimates(effectRows([0.1, 0.9, -0.3], [0.02, 0.3, 0.08]));
    const far = poolEstimates(effectRows([1e6 + 0.1, 1e6 + 0.9, 1e6 - 0.3], [0.02, 0.3, 0.08]));
    expect(rowOf(far, "tauSquared").estimate! / rowOf(near, "tauSquared").estimate!).toBeCloseTo(1, 7);
    for (const estimator of [reml, pauleMandel, maximumLikelihood]) {
      const { tauSquared } = estimator.estimate([0, 1, 5], [1e-8, 1, 1e-2]);
      expect(tauSquared).toBeGreaterThan(0);
      expect(Number.isFinite(tauSquared)).toBe(true);
    }
  });
});

describe("squared by mistake", () => {
  const effects = [-0.5, -0.43, -0.61, -0.55, -0.4];
  const errors = [0.06, 0.08, 0.05, 0.1, 0.07];

  it("standard errors given as variances are suspected where the series agree too well", () => {
    const right = poolEstimates(
      effectRows(
        effects,
        errors.map((x) => x * x),
      ),
    );
    expect(codesOf(right)).not.toContain("variance-looks-like-standard-error");
    const wrong = poolEstimates(effectRows(effects, errors));
    expect(codesOf(wrong)).toContain("variance-looks-like-standard-error");
    expect(wrong.warnings[0]!.message).toMatch(/it looks as if standard errors were given/);
  });

  it("variances given as standard errors are suspected likewise, above 1", () => {
    const percent = [-70, -75, -72];
    const squared = poolEstimates(effectRows(percent, [36 ** 2, 64 ** 2, 49 ** 2]));
    expect(codesOf(squared)).toContain("standard-error-looks-like-variance");
    const right = poolEstimates(effectRows(percent, [36, 64, 49]));
    expect(codesOf(right)).not.toContain("standard-error-looks-like-variance");
  });

  it("series that differ raise no such suspicion, since true differences look the same", () => {
    const result = poolEstimates(effectRows([-20, -2, -55], [40, 2, 16]));
    expect(codesOf(result).filter((code) => code.includes("looks"))).toEqual([]);
  });
});
