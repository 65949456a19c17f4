import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distributions } from "../../src/math/distributions/index.ts";
import {
  describeLaws,
  domainsOf,
  parametersOf,
  probability,
  runsFor,
  seed,
  tolerance,
} from "../helpers/distribution-laws.ts";

describe("the registry of distributions", () => {
  it("is tried here from the first to the last", () => {
    const names = distributions.map(({ name }) => name).sort();
    expect(Object.keys(parametersOf).sort()).toEqual(names);
    expect(Object.keys(domainsOf).sort()).toEqual(names);
    expect(distributions.map(({ parameters }) => parameters.length)).toEqual(
      distributions.map(({ name }) => domainsOf[name]!.length),
    );
  });
});

describeLaws((law, parameters) => {
  const [minimum, maximum] = law.support(...parameters);

  it("has tails that add to 1, agree with their logarithms and never turn back", () => {
    fc.assert(
      fc.property(probability, probability, (p, q) => {
        const ends = [law.quantile(p, ...parameters), law.survivalQuantile(q, ...parameters)];
        for (const x of ends) {
          const [lower, upper] = [law.cdf(x, ...parameters), law.survival(x, ...parameters)];
          expect(Math.abs(lower + upper - 1)).toBeLessThan(1e-15);
          const logs = [
            [law.logCdf(x, ...parameters), lower],
            [law.logSurvival(x, ...parameters), upper],
            [law.logDensity(x, ...parameters), law.density(x, ...parameters)],
          ] as const;
          for (const [log, value] of logs) {
            // A logarithm of −690 carries 1e-13, and exp of it as much.
            if (value > 1e-290 && value < Infinity)
              expect(Math.abs(Math.exp(log) / value - 1)).toBeLessThan(tolerance(value));
          }
        }
        const [x, y] = [Math.min(...ends), Math.max(...ends)];
        const [low, high] = [x, y].map((point) => law.cdf(point, ...parameters));
        expect(low).toBeLessThanOrEqual(high! * (1 + tolerance(low!)));
        const [above, beyond] = [x, y].map((point) => law.survival(point, ...parameters));
        expect(beyond).toBeLessThanOrEqual(above! * (1 + tolerance(beyond!)));
      }),
      { seed, numRuns: runsFor(law) },
    );
  });

  it("orders its quantiles", () => {
    fc.assert(
      fc.property(probability, probability, (p, q) => {
        const [small, large] = [Math.min(p, q), Math.max(p, q)];
        const [low, high] = [small, large].map((u) => law.quantile(u, ...parameters)) as [number, number];
        expect(low).toBeLessThanOrEqual(high + tolerance(small) * Math.abs(high));
        const [top, middle] = [small, large].map((u) => law.survivalQuantile(u, ...parameters)) as [
          number,
          number,
        ];
        expect(middle).toBeLessThanOrEqual(top + tolerance(small) * Math.abs(top));
        expect([low, high, middle, top].every((x) => x >= minimum && x <= maximum)).toBe(true);
      }),
      { seed, numRuns: runsFor(law) },
    );
  });

  it("is 0 and 1 at and beyond the ends of its support", () => {
    expect([law.cdf(maximum, ...parameters), law.survival(maximum, ...parameters)]).toEqual([1, 0]);
    expect([law.logCdf(maximum, ...parameters), law.logSurvival(maximum, ...parameters)]).toEqual([
      0,
      -Infinity,
    ]);
    const bottom = law.kind === "discrete" ? minimum - 1 : minimum;
    expect([law.cdf(bottom, ...parameters), law.survival(bottom, ...parameters)]).toEqual([0, 1]);
    expect([law.logCdf(bottom, ...parameters), law.logSurvival(bottom, ...parameters)]).toEqual([
      -Infinity,
      0,
    ]);
    for (const x of [-Infinity, Infinity]) {
      expect([law.density(x, ...parameters), law.logDensity(x, ...parameters)]).toEqual([0, -Infinity]);
      expect([law.cdf(x, ...parameters), law.survival(x, ...parameters)]).toEqual(x < 0 ? [0, 1] : [1, 0]);
    }
    expect([0, 1].map((p) => law.quantile(p, ...parameters))).toEqual([minimum, maximum]);
    expect([1, 0].map((p) => law.survivalQuantile(p, ...parameters))).toEqual([minimum, maximum]);
  });

  it("names what is wrong: the law, the argument or parameter, and what was found", () => {
    const ofPoint = [law.density, law.logDensity, law.cdf, law.survival, law.logCdf, law.logSurvival];
    const ofProbability = [law.quantile, law.survivalQuantile];
    for (const f of ofPoint)
      expect(() => f(Number.NaN, ...parameters)).toThrow(/needs \w+ to be a number, got NaN$/u);
    for (const f of ofProbability) {
      for (const p of [Number.NaN, -0.1, 1.1, 95, -Infinity]) {
        expect(() => f(p, ...parameters)).toThrow(new RegExp(`^${law.name} needs .*got ${p}$`, "u"));
      }
    }
    law.parameters.forEach((parameter, i) => {
      for (const found of domainsOf[law.name]![i]!.wrong) {
        const wrong = law.parameters.map((_, j) => (i === j ? found : (parameters[j] ?? 1)));
        const message = new RegExp(`^${law.name} needs ${parameter} .*got ${found}$`, "u");
        for (const f of ofPoint) expect(() => f(1, ...wrong)).toThrow(message);
        for (const f of ofProbability)
          for (const p of [0, 0.3, 1]) expect(() => f(p, ...wrong)).toThrow(message);
        for (const f of [law.support, law.mean, law.variance]) expect(() => f(...wrong)).toThrow(message);
        expect(() => law.cdf(0, ...wrong)).toThrow(RangeError);
      }
    });
  });
});
