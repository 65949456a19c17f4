import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Distribution, distributions } from "../../src/math/distributions/index.ts";
import { expectRelative, relativeError } from "../helpers/closeness.ts";
import { derivative } from "../helpers/differences.ts";

const seed = 20_040_601;

/** Parameters that each family is tried with: ordinary, small and large. */
const parametersOf: Record<string, number[][]> = {
  normal: [[], [3, 0.2], [-1e5, 40]],
  studentT: [[1], [2.5], [0.3], [30], [1e6], [Infinity]],
  chiSquared: [[1], [0.2], [7], [1e4]],
  fDistribution: [
    [1, 10],
    [3.5, 4.5],
    [0.4, 0.7],
    [200, 1e5],
  ],
  beta: [
    [2, 3],
    [0.5, 0.5],
    [0.02, 5],
    [40, 1.5],
    [2e4, 3e5],
  ],
  gamma: [[1], [0.05, 3], [4.2, 0.1], [25, 2], [1e6]],
  weibull: [[1.5, 3], [0.3], [40, 100]],
  logNormal: [[], [2, 0.05], [-3, 2.5]],
  logistic: [[], [-2, 30]],
  logLogistic: [[1], [2.5, 30], [0.4, 0.01], [60, 2]],
  exponential: [[], [0.01]],
  binomial: [
    [1, 0.3],
    [12, 0.5],
    [40, 0.01],
    [2000, 0.7],
    [5, 0],
    [5, 1],
    [0, 0.4],
  ],
  poisson: [[0.05], [3.3], [150], [1e6], [0]],
  hypergeometric: [
    [5, 7, 4],
    [30, 3, 20],
    [400, 600, 100],
    [3, 0, 2],
    [0, 3, 2],
  ],
  noncentralT: [
    [10, 1],
    [3, -2.5],
    [60, 4],
  ],
  noncentralChiSquared: [
    [3, 2],
    [0.5, 1],
    [20, 30],
  ],
  studentizedRange: [
    [3, 10],
    [2, 4],
  ],
};

/** Probabilities from 1e-12 up, as many small as middling. */
const probability = fc.oneof(
  fc.double({ min: 1e-9, max: 0.5, noNaN: true }),
  fc.double({ min: -27.6, max: -0.7, noNaN: true }).map(Math.exp),
);

function runsFor(name: string): number {
  return name === "studentizedRange" ? 8 : name.startsWith("noncentral") ? 30 : 150;
}

/** The digits asked of a tail: 1e-13 in the body, 1e-12 down to 1e-12. */
function tolerance(tail: number): number {
  return tail > 1e-3 ? 1e-13 : 1e-12;
}

function continuousLaws({ name, ...law }: Distribution<number[]>, parameters: number[]): void {
  const numRuns = runsFor(name);

  it("is undone by its quantiles within their conditioning", () => {
    const check = (x: number, back: number, tail: number): void => {
      // An error of the tail moves x by the tail over the density; x itself is rounded.
      const sensitivity = tail / law.density(x, ...parameters);
      expect(Math.abs(back - x)).toBeLessThanOrEqual(tolerance(tail) * (Math.abs(x) + sensitivity));
    };
    fc.assert(
      fc.property(probability, (p) => {
        const x = law.quantile(p, ...parameters);
        if (law.density(x, ...parameters) === Infinity || Math.abs(x) < 1e-290) return; // at an end of the support
        const lower = law.cdf(x, ...parameters);
        check(x, law.quantile(lower, ...parameters), lower);
        const y = law.survivalQuantile(p, ...parameters);
        const upper = law.survival(y, ...parameters);
        if (Number.isFinite(y) && upper > 0) check(y, law.survivalQuantile(upper, ...parameters), upper);
      }),
      { seed, numRuns },
    );
  });

  it("has its density as the slope of its distribution function", () => {
    const [minimum, maximum] = law.support(...parameters);
    for (const p of [0.02, 0.2, 0.45, 0.9]) {
      const x = law.quantile(p, ...parameters);
      const density = law.density(x, ...parameters);
      // A step that moves the smaller tail by 2 %, but stays clear of the ends, where the slope may be infinite.
      const step = 0.02 * Math.min(Math.min(p, 1 - p) / density, x - minimum, maximum - x);
      const slope = derivative((u) => law.cdf(u, ...parameters), x, step);
      expectRelative([slope], [density], 1e-9, `at ${x}`);
    }
  });

  it("orders its quantiles", () => {
    fc.assert(
      fc.property(probability, probability, (p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)].map((u) => law.quantile(u, ...parameters));
        expect(low).toBeLessThanOrEqual(high! + tolerance(low!) * Math.abs(high!));
      }),
      { seed, numRuns },
    );
  });
}

function discreteLaws(law: Distribution<number[]>, parameters: number[]): void {
  const [minimum, maximum] = law.support(...parameters);
  const points = fc
    .maxSafeInteger()
    .map((u) => law.quantile(Math.abs(u) / Number.MAX_SAFE_INTEGER, ...parameters));

  it("has its probabilities as the steps of its distribution function", () => {
    fc.assert(
      fc.property(points, (k) => {
        if (k === Infinity) return;
        const step = law.cdf(k, ...parameters) - law.cdf(k - 1, ...parameters);
        expect(Math.abs(step - law.density(k, ...parameters))).toBeLessThan(1e-13);
      }),
      { seed },
    );
  });

  it("gives back the point that a step of the distribution function came from", () => {
    fc.assert(
      fc.property(points, (k) => {
        if (k === Infinity) return;
        const tails = [law.cdf(k, ...parameters), law.survival(k, ...parameters)];
        if (tails[0]! < 0.999) expect(law.quantile(tails[0]!, ...parameters)).toBe(k);
        if (tails[1]! < 0.999 && tails[1]! > 0)
          expect(law.survivalQuantile(tails[1]!, ...parameters)).toBe(k);
      }),
      { seed },
    );
  });

  it("takes the smallest point that reaches a probability", () => {
    fc.assert(
      fc.property(probability, (p) => {
        const k = law.quantile(p, ...parameters);
        expect(law.cdf(k, ...parameters)).toBeGreaterThanOrEqual(p * (1 - 1e-13));
        if (k > minimum) expect(law.cdf(k - 1, ...parameters)).toBeLessThan(p);
        const upper = law.survivalQuantile(p, ...parameters);
        expect(law.survival(upper, ...parameters)).toBeLessThanOrEqual(p * (1 + 1e-13));
        if (upper > minimum) expect(law.survival(upper - 1, ...parameters)).toBeGreaterThan(p);
      }),
      { seed },
    );
  });

  it("lives on whole numbers", () => {
    const k = law.quantile(0.4, ...parameters);
    expect(law.cdf(k + 0.5, ...parameters)).toBe(law.cdf(k, ...parameters));
    expect(law.survival(k + 0.999, ...parameters)).toBe(law.survival(k, ...parameters));
    expect(law.density(k + 0.5, ...parameters)).toBe(0);
    expect(law.density(minimum - 1, ...parameters)).toBe(0);
    if (maximum < Infinity) expect(law.density(maximum + 1, ...parameters)).toBe(0);
  });
}

function commonLaws({ name, ...law }: Distribution<number[]>, parameters: number[]): void {
  const [minimum, maximum] = law.support(...parameters);

  it("has tails that add to 1, agree with their logarithms and never turn back", () => {
    fc.assert(
      fc.property(probability, probability, (p, q) => {
        const ends = [law.quantile(p, ...parameters), law.survivalQuantile(q, ...parameters)];
        for (const x of ends) {
          const [lower, upper] = [law.cdf(x, ...parameters), law.survival(x, ...parameters)];
          expect(Math.abs(lower + upper - 1)).toBeLessThan(1e-15);
          expectRelative([Math.exp(law.logCdf(x, ...parameters))], [lower], 1e-13);
          expectRelative([Math.exp(law.logSurvival(x, ...parameters))], [upper], 1e-13);
          const density = law.density(x, ...parameters);
          expect(relativeError(Math.exp(law.logDensity(x, ...parameters)), density)).toBeLessThan(1e-13);
        }
        const [x, y] = ends[0]! < ends[1]! ? ends : ends.reverse();
        expect(law.cdf(x!, ...parameters)).toBeLessThanOrEqual(law.cdf(y!, ...parameters) * (1 + 1e-13));
        expect(law.survival(x!, ...parameters) * (1 + 1e-13)).toBeGreaterThanOrEqual(
          law.survival(y!, ...parameters),
        );
      }),
      { seed, numRuns: runsFor(name) },
    );
  });

  it("is 0 and 1 at and beyond the ends of its support", () => {
    const top = law.kind === "discrete" && maximum === Infinity ? Infinity : maximum;
    expect([law.cdf(top, ...parameters), law.survival(top, ...parameters)]).toEqual([1, 0]);
    expect([law.logCdf(top, ...parameters), law.logSurvival(top, ...parameters)]).toEqual([0, -Infinity]);
    const bottom = law.kind === "discrete" ? minimum - 1 : minimum;
    expect([law.cdf(bottom, ...parameters), law.survival(bottom, ...parameters)]).toEqual([0, 1]);
    expect([law.logCdf(bottom, ...parameters), law.logSurvival(bottom, ...parameters)]).toEqual([
      -Infinity,
      0,
    ]);
    for (const x of [-Infinity, Infinity]) {
      expect(law.density(x, ...parameters)).toBe(0);
      expect(law.logDensity(x, ...parameters)).toBe(-Infinity);
      expect(law.cdf(x, ...parameters)).toBe(x < 0 ? 0 : 1);
    }
    expect([0, 1].map((p) => law.quantile(p, ...parameters))).toEqual([minimum, maximum]);
    expect([1, 0].map((p) => law.survivalQuantile(p, ...parameters))).toEqual([minimum, maximum]);
  });

  it("names what is wrong: the law, the argument or parameter, and what was found", () => {
    const pointFunctions = [law.density, law.logDensity, law.cdf, law.survival, law.logCdf, law.logSurvival];
    for (const f of pointFunctions) expect(() => f(Number.NaN, ...parameters)).toThrow(RangeError);
    for (const f of [law.quantile, law.survivalQuantile]) {
      for (const p of [Number.NaN, -0.1, 1.1, 95]) {
        expect(() => f(p, ...parameters)).toThrow(new RegExp(`^${name} needs .*got ${p}$`));
      }
    }
    law.parameters.forEach((parameter, i) => {
      const wrong = [...parameters];
      for (let j = 0; j < law.parameters.length; j++) wrong[j] ??= 1;
      wrong[i] = Number.NaN;
      const message = new RegExp(`^${name} needs ${parameter} .*got NaN$`);
      for (const f of pointFunctions) expect(() => f(1, ...wrong)).toThrow(message);
      for (const f of [law.quantile, law.survivalQuantile]) expect(() => f(0.3, ...wrong)).toThrow(message);
      for (const f of [law.support, law.mean, law.variance]) expect(() => f(...wrong)).toThrow(message);
    });
  });
}

describe("every family of distributions", () => {
  it("is tried here", () => {
    expect(distributions.map(({ name }) => name).sort()).toEqual(Object.keys(parametersOf).sort());
  });

  for (const law of distributions) {
    for (const parameters of parametersOf[law.name] ?? []) {
      describe(`${law.name}(${parameters.join(", ")})`, () => {
        commonLaws(law, parameters);
        if (law.kind === "discrete") discreteLaws(law, parameters);
        else continuousLaws(law, parameters);
      });
    }
  }
});
