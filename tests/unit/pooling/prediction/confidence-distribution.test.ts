import { expect, it } from "vitest";
import { effectData } from "../../../../src/inference/random-effects/effect-data.ts";
import { generalizedQByVariance, qProfile } from "../../../../src/pooling/index.ts";
import { confidenceDistribution } from "../../../../src/pooling/prediction/confidence-distribution.ts";

const data = effectData([-1.3, -0.8, -1.2, -0.5, -0.7], [0.04, 0.09, 0.16, 0.05, 0.12]);

it("its quantiles are the upper limits of generalised Q intervals, to the interpolation", () => {
  const tauSquaredAt = confidenceDistribution(data, 1e-4);
  for (const level of [0.5, 0.8, 0.95, 0.99]) {
    const { upper } = generalizedQByVariance.limits(data, level);
    expect(tauSquaredAt(0.5 + 0.5 * level) / upper).toBeCloseTo(1, 2);
  }
});

it("rises from 0, which has a probability of its own, and ends where it was asked to", () => {
  const tauSquaredAt = confidenceDistribution(data, 1e-4);
  const values = [0, 0.001, 0.3, 0.5, 0.9, 0.999, 0.9999, 1].map(tauSquaredAt);
  expect(values.slice(0, 2)).toEqual([0, 0]);
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(values.every(Number.isFinite)).toBe(true);
});

it("is 0 up to the level at which the interval is empty", () => {
  const alike = effectData([-2, -2.01, -1.99], [1, 1, 1]);
  expect(qProfile.limits(alike, 0.95).set).toBe("empty");
  const tauSquaredAt = confidenceDistribution(alike, 1e-6);
  expect(tauSquaredAt(0.95)).toBe(0);
  expect(tauSquaredAt(0.99999)).toBeGreaterThan(0);
});
