import { describe, expect, it } from "vitest";
import { numericalGradient } from "../../../../src/math/derivatives/central-differences.ts";
import { frailtyIntegral } from "../../../../src/relapse/likelihood/frailty-integral.ts";

/** The product of differences, expanded into Laplace transforms of the gamma law. */
function expanded(from: readonly number[], to: readonly (number | null)[], variance: number): number {
  let terms = [{ sign: 1, hazard: 0 }];
  from.forEach((a, j) => {
    const end = to[j] ?? null;
    terms = terms.flatMap(({ sign, hazard }) => [
      { sign, hazard: hazard + a },
      ...(end === null ? [] : [{ sign: -sign, hazard: hazard + end }]),
    ]);
  });
  return Math.log(
    terms.reduce((sum, { sign, hazard }) => sum + sign * (1 + variance * hazard) ** (-1 / variance), 0),
  );
}

const from = [0.2, 0, 0.7];
const to = [0.9, 0.4, null];

describe("the average over a gamma frailty", () => {
  it.each([0.01, 0.3, 1, 5])("agrees with inclusion and exclusion, variance %d", (variance) => {
    expect(frailtyIntegral({ from, to, nExact: 0 }, variance).value).toBeCloseTo(
      expanded(from, to, variance),
      9,
    );
  });

  it("is the plain likelihood where the variance is next to nothing", () => {
    const plain = Math.log(Math.exp(-0.2) - Math.exp(-0.9)) + Math.log(1 - Math.exp(-0.4)) - 0.7;
    expect(frailtyIntegral({ from, to, nExact: 0 }, 1e-9).value).toBeCloseTo(plain, 8);
    expect(frailtyIntegral({ from, to: [null, null, null], nExact: 2 }, 1e-9).value).toBeCloseTo(-0.9, 8);
  });

  it.each([
    [to, 0],
    [to, 2],
    [[null, null, null], 2],
  ] as const)("gives its derivatives, ends %j, %d exact", (ends, nExact) => {
    const at = Float64Array.of(...from, ...ends.map((end) => end ?? 0), Math.log(0.6));
    const value = (x: Float64Array): number =>
      frailtyIntegral(
        {
          from: [...x.subarray(0, 3)],
          to: ends.map((end, j) => (end === null ? null : x[3 + j]!)),
          nExact,
        },
        Math.exp(x[6]!),
      ).value;
    const found = numericalGradient(value, at)!;
    const { byFrom, byTo, byLogVariance } = frailtyIntegral({ from, to: ends, nExact }, 0.6);
    [...byFrom, ...byTo, byLogVariance].forEach((slope, k) => {
      // The rule's own error of 2e-11 is divided by the differences' step of 1e-3.
      expect(Math.abs(slope - found[k]!), `${k}`).toBeLessThan(1e-7);
    });
  });

  it("stays a number at variances that no one has", () => {
    for (const variance of [1e-12, 1e6, 1e12]) {
      const { value, byLogVariance } = frailtyIntegral({ from, to, nExact: 1 }, variance);
      expect(Number.isFinite(value) && Number.isFinite(byLogVariance)).toBe(true);
    }
  });
});
