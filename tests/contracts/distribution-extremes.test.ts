import { describe, expect, it } from "vitest";
import { type Distribution, distributions } from "../../src/math/distributions/index.ts";
import { domainsOf } from "../helpers/distribution-laws.ts";

const points = [-Infinity, -1e300, -1e10, -1, -1e-300, -0, 0, 1e-300, 1e-10, 0.5, 1, 1e10, 1e300, Infinity];
const probabilities = [0, 1e-300, 1e-10, 0.5, 1 - 2 ** -53, 1];

/** Every combination of the ends of the parameters' domains. */
function corners(law: Distribution<number[]>): number[][] {
  const all = domainsOf[law.name]!.reduce<number[][]>(
    (found, { extremes }) => found.flatMap((head) => extremes.map((value) => [...head, value])),
    [[]],
  );
  // An urn holds what is drawn from it.
  return law.parameters[2] === "draws" ? all.filter(([a, b, draws]) => draws! <= a! + b!) : all;
}

const rises = (values: number[], slack: number): boolean =>
  values.every((value, i) => {
    const before = values[i - 1] ?? -Infinity;
    return value >= before || before - value <= slack * Math.abs(value) + 1e-300;
  });

describe.each(distributions)("$name at the ends of its parameters", (law) => {
  const all = corners(law);
  const at = (
    f: (x: number, ...rest: number[]) => number,
    parameters: number[],
    x: readonly number[],
  ): number[] => x.map((value) => f(value, ...parameters));

  it("has probabilities for tails at every point, which add to 1 and never turn back", () => {
    for (const parameters of all) {
      const [lower, upper] = [law.cdf, law.survival].map((f) => at(f, parameters, points)) as [
        number[],
        number[],
      ];
      const message = `${law.name}(${parameters}): ${lower} and ${upper}`;
      expect(
        lower.every((p, i) => p >= 0 && p <= 1 && Math.abs(p + upper[i]! - 1) < 1e-15),
        message,
      ).toBe(true);
      expect(rises(lower, 1e-12) && rises([...upper].reverse(), 1e-12), message).toBe(true);
    }
  });

  it("has logarithms of tails and densities that are numbers and agree with them", () => {
    for (const parameters of all) {
      const pairs = [[law.logCdf, law.cdf], [law.logSurvival, law.survival], [law.logDensity, law.density]] as const; // biome-ignore format: a table
      for (const [log, plain] of pairs) {
        const [logs, values] = [at(log, parameters, points), at(plain, parameters, points)];
        const agree = logs.every((value, i) => {
          const expected = Math.log(values[i]!);
          if (Math.abs(expected) === Infinity || expected < -650) return value === expected || value < -650;
          return Math.abs(value - expected) <= 1e-12 * (1 + Math.abs(value));
        });
        expect(agree, `${law.name}(${parameters}): ${logs} for ${values}`).toBe(true);
      }
    }
  });

  it("has quantiles inside its support, in order", () => {
    for (const parameters of all) {
      const [minimum, maximum] = law.support(...parameters);
      const low = at(law.quantile, parameters, probabilities);
      const high = at(law.survivalQuantile, parameters, probabilities).reverse();
      for (const quantiles of [low, high]) {
        const inside = quantiles.every((x) => x >= minimum && x <= maximum);
        expect(inside && rises(quantiles, 1e-12), `${law.name}(${parameters}): ${quantiles}`).toBe(true);
      }
    }
  });

  it("has moments that are numbers, infinite or missing", () => {
    for (const parameters of all) {
      expect(Number.isNaN(law.mean(...parameters)), `${parameters}`).toBe(false);
      expect(law.variance(...parameters) ?? 0, `${parameters}`).toBeGreaterThanOrEqual(0);
    }
  });
});
