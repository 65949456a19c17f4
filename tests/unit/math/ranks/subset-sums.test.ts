import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LatticeDistribution } from "../../../../src/math/ranks/rank-test.ts";
import { signedSumDistribution, subsetSumDistribution } from "../../../../src/math/ranks/subset-sums.ts";
import { subsets } from "../../../../src/math/resampling/subsets.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

/** Probabilities by value, of those values that can occur. */
const table = ({ smallest, spacing, probabilities }: LatticeDistribution): [number, number][] =>
  Array.from(probabilities, (p, i): [number, number] => [smallest + spacing * i, p]).filter(([, p]) => p > 0);

function shares(sums: number[]): [number, number][] {
  const values = [...new Set(sums)].sort((a, b) => a - b);
  return values.map((value) => [value, sums.filter((sum) => sum === value).length / sums.length]);
}

function expectSame(found: [number, number][], expected: [number, number][]): void {
  expect(found.map(([value]) => value)).toEqual(expected.map(([value]) => value));
  const probabilities = (rows: [number, number][]): number[] => rows.map(([, p]) => p);
  expectRelative(probabilities(found), probabilities(expected), 1e-14);
}

const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 9 });

describe("subsetSumDistribution", () => {
  it("is the share of all choices with each sum", () => {
    fc.assert(
      fc.property(scores, fc.nat(), (values, any) => {
        const m = any % (values.length + 1);
        const sums = Array.from(subsets(values.length, m), ({ members }) =>
          members.reduce((sum, member) => sum + values[member]!, 0),
        );
        expectSame(table(subsetSumDistribution(values, m)!), shares(sums));
      }),
      { seed: 20_040_601 },
    );
  });

  it("keeps the smallest probabilities to their digits", () => {
    const { probabilities } = subsetSumDistribution(
      Array.from({ length: 60 }, (_, i) => i + 1),
      30,
    )!;
    // One choice of 118,264,581,564,861,424 has the smallest sum, one the largest.
    const one = 1 / 118_264_581_564_861_424;
    expectRelative([probabilities[465]!, probabilities.at(-1)!], [one, one], 1e-14);
  });

  it("divides by what all scores share", () => {
    expect(subsetSumDistribution([4, 8, 12], 2)).toMatchObject({ spacing: 4, smallest: 0 });
    expect(subsetSumDistribution([0, 0], 1)).toEqual({
      smallest: 0,
      spacing: 1,
      probabilities: Float64Array.of(1),
    });
  });

  it("is null where it would take too long", () => {
    expect(
      subsetSumDistribution(
        Array.from({ length: 400 }, (_, i) => i + 1),
        200,
      ),
    ).toBe(null);
  });
});

describe("signedSumDistribution", () => {
  it("is the share of all signs with each sum", () => {
    fc.assert(
      fc.property(scores, (values) => {
        const sums = Array.from({ length: 2 ** values.length }, (_, signs) =>
          values.reduce((sum, value, i) => sum + ((signs >> i) & 1) * value, 0),
        );
        expectSame(table(signedSumDistribution(values)!), shares(sums));
      }),
      { seed: 20_040_601 },
    );
  });

  it("of no score is certain", () => {
    expect(signedSumDistribution([])).toEqual({
      smallest: 0,
      spacing: 1,
      probabilities: Float64Array.of(1),
    });
  });

  it("keeps the smallest probabilities to their digits", () => {
    const { probabilities } = signedSumDistribution(new Array<number>(300).fill(2))!;
    expect([probabilities.length, probabilities[0], probabilities[300]]).toEqual([301, 2 ** -300, 2 ** -300]);
  });

  it("is null where it would take too long", () => {
    expect(signedSumDistribution(Array.from({ length: 1000 }, (_, i) => i + 1))).toBe(null);
  });
});
