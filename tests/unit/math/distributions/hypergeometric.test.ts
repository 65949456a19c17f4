import { describe, expect, it } from "vitest";
import { binomial } from "../../../../src/math/distributions/binomial.ts";
import { hypergeometric } from "../../../../src/math/distributions/hypergeometric.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { choose, expectWeights } from "./exact-counts.ts";

const { cdf, survival, density, quantile, survivalQuantile, support, mean, variance } = hypergeometric;

describe("the hypergeometric distribution", () => {
  it.each([
    [5, 7, 4],
    [30, 3, 20],
    [2, 3, 5],
    [400, 600, 100],
    [50, 50, 50],
    [1, 999, 500],
    [300, 20, 290],
  ])("is counted exactly: %s successes, %s failures, %s draws", (successes, failures, draws) => {
    // biome-ignore format: a table
    const length = Math.min(successes!, draws!) + 1;
    const weights = Array.from({ length }, (_, k) => choose(successes!, k) * choose(failures!, draws! - k));
    expectWeights(hypergeometric, [successes!, failures!, draws!], weights);
    const total = successes! + failures!;
    const expected = (draws! * successes!) / total;
    expectRelative([mean(successes!, failures!, draws!)!], [expected], 1e-15);
    const spread = (expected * failures! * (total - draws!)) / (total * (total - 1));
    expectRelative([variance(successes!, failures!, draws!)!], [spread], 1e-15);
  });

  it("gives Fisher's tea taster 1/70", () => {
    // Fisher (1935), The Design of Experiments, section 7.
    expectRelative([survival(3, 4, 4, 4), density(4, 4, 4, 4)], [1 / 70, 1 / 70], 1e-14);
  });

  it("is the same with draws and successes exchanged", () => {
    for (const k of [0, 2, 5]) {
      const one = [cdf(k, 9, 21, 12), survival(k, 9, 21, 12), density(k, 9, 21, 12)];
      expectRelative([cdf(k, 12, 18, 9), survival(k, 12, 18, 9), density(k, 12, 18, 9)], one, 4e-15);
    }
  });

  it("is the binomial for an urn that draws hardly empty", () => {
    // The probabilities differ by a factor 1 + O(n²/total).
    for (const k of [0, 3, 7]) expectRelative([cdf(k, 3e11, 7e11, 20)], [binomial.cdf(k, 20, 0.3)], 1e-9);
  });

  it("is a single point where there is no choice", () => {
    const urns = [[0, 3, 2, 0], [3, 0, 2, 2], [4, 5, 0, 0], [4, 5, 9, 4], [0, 0, 0, 0]] as const; // biome-ignore format: a table
    for (const [successes, failures, draws, only] of urns) {
      const urn = [successes, failures, draws] as const;
      expect(support(...urn)).toEqual([only, only]);
      expect([density(only, ...urn), cdf(only, ...urn), survival(only, ...urn)]).toEqual([1, 1, 0]);
      expect([density(only + 1, ...urn), cdf(only - 1, ...urn)]).toEqual([0, 0]);
      for (const p of [0, 0.4, 1])
        expect([quantile(p, ...urn), survivalQuantile(p, ...urn)]).toEqual([only, only]);
      expect(variance(...urn)).toBe(0);
    }
  });

  it("sums the tail of a large urn, and refuses a larger one", () => {
    expect(quantile(0.5, 4e11, 4e11, 4e11)).toBe(2e11);
    expect(() => cdf(1, 1e12, 1, 5)).toThrow(
      "hypergeometric needs successes + failures <= 1e12, got 1000000000001",
    );
  });

  it("refuses draws that the urn doesn't hold, and what is no count", () => {
    expect(() => cdf(1, 2, 3, 6)).toThrow("hypergeometric needs draws <= successes + failures, got 6");
    for (const bad of [-1, 0.5, Number.NaN, Infinity]) {
      const needs = `to be a whole number in [0, 2^53), got ${bad}`;
      expect(() => cdf(1, bad, 3, 1)).toThrow(`hypergeometric needs successes ${needs}`);
      expect(() => cdf(1, 3, bad, 1)).toThrow(`hypergeometric needs failures ${needs}`);
      expect(() => cdf(1, 3, 3, bad)).toThrow(`hypergeometric needs draws ${needs}`);
    }
  });
});
