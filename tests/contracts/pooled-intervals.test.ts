import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectData } from "../../src/inference/random-effects/effect-data.ts";
import { randomEffectsFit } from "../../src/inference/random-effects/random-effects-fit.ts";
import { fitAt } from "../../src/inference/random-effects/weighted-fit.ts";
import { chiSquared } from "../../src/math/distributions/chi-squared.ts";
import {
  generalizedQByStandardError,
  generalizedQByVariance,
  hartungKnapp,
  hartungKnappFloored,
  meanIntervals,
  predictionIntervals,
  qProfile,
  reml,
  studentTInterval,
  tauSquaredIntervals,
} from "../../src/pooling/index.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { backwards, onScale, type RandomPool, randomPools } from "../helpers/random-pools.ts";

const options = { seed: 20_040_601, numRuns: 60 };
const levels = [0.5, 0.8, 0.95, 0.99];
const dataOf = ({ effects, variances }: RandomPool) => effectData(effects, variances);
const fitOf = (pool: RandomPool) => randomEffectsFit(dataOf(pool), reml);

it("every method has a name of its own and cites its source", () => {
  for (const registry of [meanIntervals, predictionIntervals, tauSquaredIntervals]) {
    expect(new Set(registry.map(({ name }) => name)).size).toBe(registry.length);
    for (const { name, label, reference } of registry) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(label).not.toBe("");
      expect(reference).toMatch(/\d{4}/);
    }
  }
});

describe.each(meanIntervals.map((one) => [one.name, one] as const))("the mean by %s", (_, interval) => {
  it("lies inside its limits, which widen with the level", () => {
    fc.assert(
      fc.property(randomPools, (pool) => {
        const fit = fitOf(pool);
        const rows = levels.map((level) => interval.estimate(fit, level));
        for (const { lower, estimate, upper } of rows) {
          expect(lower).toBeLessThanOrEqual(estimate);
          expect(upper).toBeGreaterThanOrEqual(estimate);
        }
        const widths = rows.map(({ lower, upper }) => upper - lower);
        expect(widths).toEqual([...widths].sort((a, b) => a - b));
      }),
      options,
    );
  });

  it("moves with the scale, and not with the order", () => {
    fc.assert(
      fc.property(randomPools, (pool) => {
        const { lower, upper } = interval.estimate(fitOf(pool), 0.95);
        const turned = interval.estimate(fitOf(onScale(pool, 5, -2)), 0.95);
        const reversed = interval.estimate(fitOf(backwards(pool)), 0.95);
        // Kenward–Roger's degrees of freedom can be too few for any limits.
        if (upper === Infinity) {
          expect([turned.lower, turned.upper, reversed.upper]).toEqual([-Infinity, Infinity, Infinity]);
          return;
        }
        const size = Math.abs(lower) + Math.abs(upper) + 5;
        expectAbsolute([turned.upper, turned.lower], [5 - 2 * lower, 5 - 2 * upper], 1e-6 * size);
        expectAbsolute([reversed.lower, reversed.upper], [lower, upper], 1e-6 * size);
      }),
      options,
    );
  });
});

describe("floored Hartung–Knapp", () => {
  it("is the wider of Hartung–Knapp and t", () => {
    fc.assert(
      fc.property(randomPools, (pool) => {
        const fit = fitOf(pool);
        const [floored, plain, t] = [hartungKnappFloored, hartungKnapp, studentTInterval].map((one) => {
          const { lower, upper } = one.estimate(fit, 0.95);
          return upper - lower;
        }) as [number, number, number];
        expectRelative([floored], [Math.max(plain, t)], 1e-12);
      }),
      options,
    );
  });
});

describe.each(tauSquaredIntervals.map((one) => [one.name, one] as const))("τ² by %s", (_, interval) => {
  it("has ordered limits of at least 0 that nest by level, and says whether they reach 0", () => {
    fc.assert(
      fc.property(randomPools, (pool) => {
        const found = levels.map((level) => interval.limits(dataOf(pool), level));
        found.forEach(({ lower, upper, set }, i) => {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeGreaterThanOrEqual(lower);
          if (set === "empty") expect([lower, upper]).toEqual([0, 0]);
          else expect(set).toBe(lower > 0 ? "above-zero" : "reaches-zero");
          if (i === 0) return;
          expect(lower).toBeLessThanOrEqual(found[i - 1]!.lower);
          expect(upper).toBeGreaterThanOrEqual(found[i - 1]!.upper);
        });
      }),
      options,
    );
  });

  it("goes with the square of the scale", () => {
    fc.assert(
      fc.property(randomPools, (pool) => {
        const { lower, upper } = interval.limits(dataOf(pool), 0.95);
        const scaled = interval.limits(dataOf(onScale(pool, 2, 3)), 0.95);
        const rounding = 1e-8 * (upper + Math.max(...pool.variances));
        expectAbsolute([scaled.lower, scaled.upper], [9 * lower, 9 * upper], 9 * rounding);
      }),
      options,
    );
  });
});

describe("Q-profile", () => {
  it("inverts the Q test: at its limits Q is the quantile of χ²", () => {
    fc.assert(
      fc.property(randomPools, (pool) => {
        const data = dataOf(pool);
        const { lower, upper, set } = qProfile.limits(data, 0.9);
        const degrees = pool.effects.length - 1;
        const q = (tauSquared: number): number => fitAt(data, tauSquared).q;
        if (set === "empty") {
          expect(q(0)).toBeLessThan(chiSquared.quantile(0.05, degrees));
          return;
        }
        expectRelative([q(upper)], [chiSquared.quantile(0.05, degrees)], 1e-12);
        if (lower > 0) expectRelative([q(lower)], [chiSquared.quantile(0.95, degrees)], 1e-12);
        else expect(q(0)).toBeLessThanOrEqual(chiSquared.quantile(0.95, degrees) * (1 + 1e-12));
      }),
      { ...options, numRuns: 300 },
    );
  });

  it("is what generalised Q gives for two series, whatever its weights", () => {
    fc.assert(
      fc.property(randomPools, ({ effects, variances }) => {
        const data = effectData(effects.slice(0, 2), variances.slice(0, 2));
        const { lower, upper } = qProfile.limits(data, 0.95);
        for (const one of [generalizedQByVariance, generalizedQByStandardError]) {
          const other = one.limits(data, 0.95);
          expectAbsolute([other.lower, other.upper], [lower, upper], 1e-9 * (upper + 1));
        }
      }),
      options,
    );
  });
});

describe.each(predictionIntervals.map((one) => [one.name, one] as const))("prediction by %s", (_, method) => {
  it("has ordered limits that widen with the level, or none for too few series", () => {
    fc.assert(
      fc.property(randomPools, (pool) => {
        const fit = fitOf(pool);
        const widths = [0.5, 0.95].map((level) => {
          const limits = method.predict(fit, level, 1);
          return limits === null ? null : limits.upper - limits.lower;
        });
        if (widths[0] === null) expect(pool.effects.length).toBe(2);
        else expect(widths[1]).toBeGreaterThanOrEqual(widths[0]!);
      }),
      { ...options, numRuns: 8 },
    );
  });
});
