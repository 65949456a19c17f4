import { describe, expect, it } from "vitest";
import { integrate } from "../../src/math/quadrature/integrate.ts";
import {
  poolBayes,
  rhodesAnyOutcome,
  rhodesPain,
  type TauPrior,
  tauPriors,
  turnerAnyOutcome,
  turnerPain,
} from "../../src/pooling/index.ts";
import { pooledBayesResultSchema } from "../../src/schema/pooled-bayes-result.ts";
import { bayesNumbers } from "../helpers/bayes-pools.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { effectRows } from "../helpers/pools.ts";

const values: Record<string, number[]> = {
  "half-normal": [0.7],
  "half-cauchy": [0.7],
  "half-t": [0.7, 4],
  uniform: [3],
  "log-normal": [-1.28, 0.87],
  "log-t": [-1.72, 1.295, 5],
};
const priors: TauPrior[] = [
  ...tauPriors.map(({ name, create }) => create(...values[name]!)),
  turnerAnyOutcome,
  turnerPain,
  rhodesAnyOutcome,
  rhodesPain,
];
const rows = effectRows([-3.5, -1, -2.2], [0.25, 0.4, 0.3]);

describe.each(priors.map((prior) => [prior.label, prior] as const))("%s", (_, prior) => {
  const middle = Math.log(prior.median);
  /** Over ln τ, in which every one of them is smooth; what lies beyond e^±680 is less than 1e-12. */
  const mass = (from: number, to: number): number =>
    integrate((x) => Math.exp(prior.logDensity(Math.exp(x)) + x), from, to, {
      splitAt: [-64, -16, -4, -1, 1, 4, 16, 64].map((x) => middle + x),
    }).value;

  it("has half of its mass on each side of its median", () => {
    const end = Math.min(Math.log(prior.upper), 680);
    expect(Math.abs(mass(-680, middle) - 0.5)).toBeLessThan(1e-9);
    expect(Math.abs(mass(middle, end) - 0.5)).toBeLessThan(1e-9);
  });

  it("has no mass above its upper limit, and falls like its tail's power", () => {
    if (prior.upper < Infinity) expect(prior.logDensity(1.001 * prior.upper)).toBe(-Infinity);
    else {
      const fall = (tau: number): number => (prior.logDensity(tau) - prior.logDensity(2 * tau)) / Math.LN2;
      const far = 1e30 * prior.median;
      if (prior.tailPower === Infinity) expect(fall(far)).toBeGreaterThan(20);
      else expect(Math.abs(fall(far) - prior.tailPower)).toBeLessThan(0.1);
    }
  });

  it("makes an answer in plain JSON, even for one series", () => {
    for (const some of [rows, rows.slice(0, 2), rows.slice(0, 1)]) {
      const result = poolBayes(some, { prior });
      expect(pooledBayesResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
      for (const { lower, estimate, upper } of result.estimates) {
        expect(lower!).toBeLessThan(estimate!);
        expect(estimate!).toBeLessThan(upper!);
      }
    }
  });

  it("does not care about the order of series, and moves with them", () => {
    const before = poolBayes(rows, { prior });
    const backwards = poolBayes([...rows].reverse(), { prior });
    expectRelative(bayesNumbers(backwards).slice(0, 9), bayesNumbers(before).slice(0, 9), 1e-10);
    const moved = poolBayes(
      rows.map((row) => ({ ...row, estimate: row.estimate + 100 })),
      { prior },
    );
    const shift = (i: number): number => (i >= 6 && i < 9 ? 0 : 100);
    expectRelative(
      bayesNumbers(moved),
      bayesNumbers(before).map((value, i) => value + shift(i)),
      1e-10,
    );
  });
});

describe("tauPriors", () => {
  it("names every family once, each with its parameters", () => {
    expect(new Set(tauPriors.map(({ name }) => name)).size).toBe(tauPriors.length);
    for (const { name, parameters, create } of tauPriors) {
      expect(Object.keys(create(...values[name]!).parameters)).toEqual(parameters);
      expect(() => create()).toThrow(RangeError);
      expect(() => create(...parameters.map(() => Number.NaN))).toThrow(RangeError);
    }
  });

  it.each(["half-normal", "half-cauchy", "half-t", "uniform"])(
    "%s scales with the data where its first parameter does",
    (name) => {
      const family = tauPriors.find((one) => one.name === name)!;
      const [scale, ...others] = values[name]!;
      const factor = 25;
      const larger = rows.map(({ estimate, variance }) => ({
        estimate: factor * estimate,
        variance: factor ** 2 * variance,
      }));
      expectRelative(
        bayesNumbers(poolBayes(larger, { prior: family.create(factor * scale!, ...others) })),
        bayesNumbers(poolBayes(rows, { prior: family.create(scale!, ...others) })).map((x) => factor * x),
        1e-10,
      );
    },
  );
});
