import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dersimonianLaird,
  empiricalBayes,
  generalizedQInverseStandardError,
  hedges,
  hunterSchmidtCorrected,
  pauleMandel,
  reml,
  tauSquaredEstimators,
} from "../../src/pooling/index.ts";
import { poolEstimates } from "../../src/pooling/pool-estimates.ts";
import { expectAbsolute } from "../helpers/closeness.ts";
import { effectRows, rowOf } from "../helpers/pools.ts";
import { backwards, onScale, type RandomPool, randomPools } from "../helpers/random-pools.ts";

const options = { seed: 20_040_601, numRuns: 200 };

it("estimators of τ² have names of their own and cite their source", () => {
  expect(new Set(tauSquaredEstimators.map(({ name }) => name)).size).toBe(tauSquaredEstimators.length);
  for (const { name, label, reference } of tauSquaredEstimators) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(label).not.toBe("");
    expect(reference).toMatch(/\d{4}/);
  }
});

describe.each(tauSquaredEstimators.map((one) => [one.name, one] as const))("%s", (_, estimator) => {
  const of = ({ effects, variances }: RandomPool) => estimator.estimate(effects, variances);
  /** A root of Q or of a score is known to the rounding of sums of the order of τ² and the variances. */
  const rounding = ({ variances }: RandomPool, tauSquared: number): number =>
    1e-9 * (tauSquared + Math.max(...variances));

  it("is at least 0 and finite, and so is its standard error where there is one", () => {
    fc.assert(
      fc.property(randomPools, (pool) => {
        const { tauSquared, standardError } = of(pool);
        expect(tauSquared).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(tauSquared)).toBe(true);
        if (standardError === null) return;
        expect(standardError).toBeGreaterThan(0);
        expect(Number.isFinite(standardError)).toBe(true);
      }),
      options,
    );
  });

  it("does not change with the order or a common shift, and goes with the square of the scale", () => {
    fc.assert(
      fc.property(randomPools, fc.integer({ min: -40, max: 40 }), (pool, shift) => {
        const { tauSquared } = of(pool);
        const found = [of(backwards(pool)), of(onScale(pool, shift, 1)), of(onScale(pool, shift, -7))];
        const expected = [tauSquared, tauSquared, 49 * tauSquared];
        expectAbsolute(
          found.map((one) => one.tauSquared),
          expected,
          49 * rounding(pool, tauSquared),
        );
      }),
      options,
    );
  });

  it("is 0 where all effects are equal", () => {
    expect(estimator.estimate([2, 2, 2], [0.1, 0.5, 3]).tauSquared).toBe(0);
  });

  it("gives a mean inside the effects that moves with their scale", () => {
    const meanOf = ({ effects, variances }: RandomPool): number =>
      rowOf(poolEstimates(effectRows(effects, variances), { tauSquared: estimator }), "mean").estimate!;
    fc.assert(
      fc.property(randomPools, (pool) => {
        const mean = meanOf(pool);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...pool.effects) - 1e-12);
        expect(mean).toBeLessThanOrEqual(Math.max(...pool.effects) + 1e-12);
        expectAbsolute([meanOf(onScale(pool, 3, -2))], [3 - 2 * mean], 1e-7);
      }),
      { ...options, numRuns: 60 },
    );
  });

  it("refuses lengths that differ, variances of 0 and numbers that are not finite", () => {
    expect(() => estimator.estimate([1, 2], [1])).toThrow(RangeError);
    expect(() => estimator.estimate([1, 2], [1, 0])).toThrow(/Variances must be positive/);
    expect(() => estimator.estimate([1, Number.NaN], [1, 1])).toThrow(/Effects must be finite/);
    expect(() => estimator.estimate([1], [1])).toThrow(/at least 2/);
  });
});

describe("equal variances", () => {
  const same = [
    reml,
    dersimonianLaird,
    hedges,
    hunterSchmidtCorrected,
    empiricalBayes,
    pauleMandel,
    generalizedQInverseStandardError,
  ];

  it("REML, DL, HE, HSk, EB, PM and GENQ all give the variance of the effects minus the sampling variance", () => {
    fc.assert(
      fc.property(randomPools, ({ effects, variances }) => {
        const [v] = variances as [number];
        const k = effects.length;
        const mean = effects.reduce((sum, y) => sum + y, 0) / k;
        const spread = effects.reduce((sum, y) => sum + (y - mean) ** 2, 0) / (k - 1);
        const found = same.map(
          (one) =>
            one.estimate(
              effects,
              effects.map(() => v),
            ).tauSquared,
        );
        expectAbsolute(
          found,
          same.map(() => Math.max(0, spread - v)),
          1e-10 * (spread + v),
        );
      }),
      options,
    );
  });
});
