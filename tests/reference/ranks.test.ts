import { describe, expect, it } from "vitest";
import { kendallTest } from "../../src/math/ranks/kendall-test.ts";
import type { LocationEstimate } from "../../src/math/ranks/location-estimate.ts";
import { locationShift } from "../../src/math/ranks/location-shift.ts";
import { pseudomedian } from "../../src/math/ranks/pseudomedian.ts";
import { rankSumTest } from "../../src/math/ranks/rank-sum-test.ts";
import type { Alternative, RankTest, RankTestOptions } from "../../src/math/ranks/rank-test.ts";
import { signedRankTest } from "../../src/math/ranks/signed-rank-test.ts";
import { signedSumDistribution, subsetSumDistribution } from "../../src/math/ranks/subset-sums.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

// Made by ranks.R. R writes a vector of one as a number.
const entries = (pattern: RegExp): ReferenceEntry[] => referenceEntries("ranks.json", pattern);
const vector = (values: number | number[]): number[] => [values].flat();
const ranks = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

// Sums of up to 2,000 probabilities, each with a rounding or two a step. R's own exact values carry as much.
const exact = 1e-13;
// The two error functions of the normal tail, and the roundings of z in R's own order.
const normal = 1e-12;

function expectPValues(
  test: (options: RankTestOptions) => RankTest,
  statistic: number,
  pValues: Partial<Record<Alternative, number>>,
  method: RankTest["method"],
): void {
  const sides = Object.keys(pValues) as Alternative[];
  expect(sides.length).toBeGreaterThan(1);
  for (const alternative of sides) {
    const found = test({ alternative, exact: method === "exact" });
    expect([found.statistic, found.method, found.reason]).toEqual([statistic, method, null]);
    expectRelative(
      [found.pValue!],
      [pValues[alternative]!],
      method === "exact" ? exact : normal,
      alternative,
    );
  }
}

const methodOf = ({ id }: ReferenceEntry): RankTest["method"] =>
  id.includes("_normal_") ? "normal" : "exact";

describe("null distributions agree with R", () => {
  it.each(entries(/^psignrank_/))("$id", ({ inputs: { n, q }, outputs: { cdf } }) => {
    const { probabilities } = signedSumDistribution(ranks(n))!;
    const found = vector(q).map((last) => probabilities.slice(0, last + 1).reduce((sum, p) => sum + p, 0));
    expectRelative(found, vector(cdf), exact);
  });

  it.each(entries(/^pwilcox_/))("$id", ({ inputs: { m, n, q }, outputs: { cdf } }) => {
    const probabilities = subsetSumDistribution(ranks(m + n), m)!.probabilities.slice((m * (m + 1)) / 2);
    const found = vector(q).map((last) => probabilities.slice(0, last + 1).reduce((sum, p) => sum + p, 0));
    expectRelative(found, vector(cdf), exact);
  });
});

describe("the signed-rank test agrees", () => {
  it.each(entries(/^signed_(exact|normal)/))("with R: $id", (entry) => {
    const { statistic, pValue } = entry.outputs;
    const differences = vector(entry.inputs.differences);
    expectPValues((options) => signedRankTest(differences, options), statistic, pValue, methodOf(entry));
  });

  it.each(entries(/^signed_enumerated/))("with all signs: $id", ({ inputs, outputs }) => {
    for (const zeros of ["dropped", "pratt"] as const) {
      const { statistic, expected, pValue } = outputs[zeros];
      const test = (options: RankTestOptions) => signedRankTest(inputs.differences, { ...options, zeros });
      expectPValues(test, statistic, pValue, "exact");
      expect(test({}).expected).toBe(expected);
    }
  });
});

describe("the rank-sum test agrees", () => {
  it.each(entries(/^sum_/))("$id", (entry) => {
    const { statistic, pValue } = entry.outputs;
    const [first, second] = [vector(entry.inputs.first), vector(entry.inputs.second)];
    expectPValues((options) => rankSumTest(first, second, options), statistic, pValue, methodOf(entry));
  });
});

describe("Kendall's test agrees", () => {
  it.each(entries(/^kendall_/))("$id", (entry) => {
    const { x, y } = entry.inputs;
    const { statistic, tauB, pValue } = entry.outputs;
    expectPValues((options) => kendallTest(x, y, options), statistic, pValue, methodOf(entry));
    expectRelative([kendallTest(x, y).tauB!], [tauB], 1e-14);
  });
});

describe("Hodges–Lehmann estimates and limits agree with R", () => {
  it.each(entries(/^limits_/))("$id", ({ inputs: { first, second, level }, outputs }) => {
    const found: LocationEstimate = Array.isArray(second)
      ? locationShift(first, second, { level })
      : pseudomedian(first, { level });
    // One subtraction or mean of numbers up to 200, in another order.
    const tolerance = 1e-13;
    expect(found.estimate).toBeCloseTo(outputs.estimate, 12);
    expectRelative([found.lower!, found.upper!], [outputs.lower, outputs.upper], tolerance);
    expect(found.coverage).toBeGreaterThanOrEqual(level);
  });
});
