import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beta } from "../../../../src/math/distributions/beta.ts";
import { binomial } from "../../../../src/math/distributions/binomial.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { tailTolerance } from "../special/high-precision.ts";
import { choose, expectWeights } from "./exact-counts.ts";

const seed = 20_040_601;
const { cdf, survival, density, quantile, survivalQuantile, support, mean, variance, logCdf } = binomial;

describe("the binomial distribution", () => {
  // Probabilities of successes/(successes + failures) that are exact doubles.
  it.each([
    [1, 1, 1],
    [5, 1, 1],
    [12, 1, 3],
    [40, 7, 1],
    [30, 1, 1023],
    [200, 3, 1],
  ])("is counted exactly: n = %s, odds %s to %s", (n, a, b) => {
    // biome-ignore format: a table
    const weights = Array.from({ length: n! + 1 }, (_, k) => choose(n!, k) * BigInt(a!) ** BigInt(k) * BigInt(b!) ** BigInt(n! - k)); // biome-ignore format: the terms
    expectWeights(binomial, [n!, a! / (a! + b!)], weights);
    expectRelative([mean(n!, a! / (a! + b!))!], [(n! * a!) / (a! + b!)], 1e-15);
    expectRelative([variance(n!, a! / (a! + b!))!], [(n! * a! * b!) / (a! + b!) ** 2], 1e-15);
  });

  it("is the tail of a beta law in p: P(X > k) = I_p(k + 1, n − k)", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 1023 }), (k, more, i) => {
        const [n, p] = [k + more + 1, i / 1024];
        expectRelative([survival(k, n, p)], [beta.cdf(p, k + 1, n - k)], 1e-15);
      }),
      { seed },
    );
  });

  it("mirrors: failures are successes of 1 − p", () => {
    for (const [k, n, p] of [
      [3, 10, 0.25],
      [0, 4, 0.125],
      [600, 1000, 0.5],
    ] as const) {
      // biome-ignore format: a table
      expectRelative([cdf(k, n, p), density(k, n, p)], [survival(n - k - 1, n, 1 - p), density(n - k, n, 1 - p)], 4e-14);
    }
  });

  it("is a single point without trials, and for p = 0 or 1", () => {
    for (const [n, p, only] of [
      [0, 0.3, 0],
      [7, 0, 0],
      [7, 1, 7],
      [0, 1, 0],
    ] as const) {
      // biome-ignore format: a table
      expect(support(n, p)).toEqual([only, only]);
      expect([density(only, n, p), cdf(only, n, p), survival(only, n, p)]).toEqual([1, 1, 0]);
      expect([density(only + 1, n, p), cdf(only - 1, n, p), survival(only - 1, n, p)]).toEqual([0, 0, 1]);
      for (const u of [0, 0.2, 1])
        expect([quantile(u, n, p), survivalQuantile(u, n, p)]).toEqual([only, only]);
      expect(variance(n, p)).toBe(0);
    }
  });

  it("keeps its digits for the smallest p and the largest n", () => {
    expectRelative([survival(0, 5, 1e-300)], [5e-300], tailTolerance(5e-300));
    expectRelative([logCdf(0, 2 ** 53 - 1, 0.5)], [-(2 ** 53) * Math.LN2], 1e-15);
    expect(quantile(0.5, 2 ** 53 - 1, 0.5)).toBe(2 ** 52 - 1);
  });

  it("refuses what is no number of trials", () => {
    for (const n of [-1, 2.5, 2 ** 53, Number.NaN, Infinity])
      expect(() => cdf(1, n, 0.5)).toThrow(`binomial needs n to be a whole number in [0, 2^53), got ${n}`);
    for (const p of [-0.1, 1.1, Number.NaN])
      expect(() => cdf(1, 3, p)).toThrow(`binomial needs p in [0, 1], got ${p}`);
  });
});
