import fc from "fast-check";
import { expect, it } from "vitest";
import { expectRelative } from "../helpers/closeness.ts";
import { derivative } from "../helpers/differences.ts";
import { describeLaws, probability, runsFor, seed, tolerance } from "../helpers/distribution-laws.ts";

describeLaws((law, parameters) => {
  const [minimum, maximum] = law.support(...parameters);

  it("is undone by its quantiles within their conditioning", () => {
    const check = (x: number, back: number, tail: number): void => {
      // An error of the tail moves x by the tail over the density; x itself is rounded.
      const sensitivity = tail / law.density(x, ...parameters);
      expect(Math.abs(back - x)).toBeLessThanOrEqual(tolerance(tail) * (Math.abs(x) + sensitivity));
    };
    fc.assert(
      fc.property(probability, (p) => {
        const x = law.quantile(p, ...parameters);
        const lower = law.cdf(x, ...parameters);
        // An end of the support, or of the doubles, has swallowed what lies beyond it.
        if (Math.abs(x) > 1e-290 && Math.abs(x) < 1e290 && x !== maximum && lower > 1e-290)
          check(x, law.quantile(lower, ...parameters), lower);
        const y = law.survivalQuantile(p, ...parameters);
        const upper = law.survival(y, ...parameters);
        if (Math.abs(y) > 1e-290 && Math.abs(y) < 1e290 && y !== maximum && upper > 1e-290)
          check(y, law.survivalQuantile(upper, ...parameters), upper);
      }),
      { seed, numRuns: runsFor(law) },
    );
  });

  it("has the probability asked for below, or above, its quantile", () => {
    for (const p of [1e-12, 1e-3, 0.2, 0.5]) {
      for (const [f, tail] of [
        [law.quantile, law.cdf],
        [law.survivalQuantile, law.survival],
      ] as const) {
        // biome-ignore format: two tails
        const x = f(p, ...parameters);
        if (x === minimum || x === maximum || Math.abs(x) < 1e-290) continue;
        // The rounding of x moves the tail by its elasticity.
        const elasticity = (Math.abs(x) * law.density(x, ...parameters)) / p;
        expectRelative([tail(x, ...parameters)], [p], tolerance(p) + 4e-16 * elasticity, `${p}`);
      }
    }
  });

  it("has its density as the slope of its distribution function", () => {
    for (const p of [0.02, 0.2, 0.45, 0.9]) {
      const x = law.quantile(p, ...parameters);
      const density = law.density(x, ...parameters);
      // A step that moves the smaller tail by 2 %, but stays clear of the ends, where the slope may be infinite.
      const step = 0.02 * Math.min(Math.min(p, 1 - p) / density, x - minimum, maximum - x);
      const slope = derivative((u) => law.cdf(u, ...parameters), x, step);
      expectRelative([slope], [density], 1e-9, `at ${x}`);
    }
  });

  it("has logarithms that go on where its tails underflow", () => {
    const middle = law.quantile(0.5, ...parameters);
    const low = law.quantile(1e-300, ...parameters);
    const below = minimum === -Infinity ? middle - 3 * (middle - low) : minimum + (low - minimum) * 1e-60;
    if (below > minimum && Math.abs(below) < Infinity && below !== 0) {
      const [log, least] = [law.logCdf(below, ...parameters), law.logCdf(low, ...parameters)];
      expect(log > -Infinity && log < least, `${log} at ${below}, ${least} at ${low}`).toBe(true);
    }
    const high = law.survivalQuantile(1e-300, ...parameters);
    const above = maximum === Infinity ? middle + 3 * (high - middle) : maximum;
    if (above < maximum) {
      const [log, least] = [law.logSurvival(above, ...parameters), law.logSurvival(high, ...parameters)];
      expect(log > -Infinity && log < least, `${log} at ${above}, ${least} at ${high}`).toBe(true);
      expect(law.logDensity(above, ...parameters)).toBeGreaterThan(-Infinity);
    }
  });
}, "continuous");
