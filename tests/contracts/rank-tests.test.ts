import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kendallTest } from "../../src/math/ranks/kendall-test.ts";
import { rankSumTest } from "../../src/math/ranks/rank-sum-test.ts";
import type { RankTest, RankTestOptions } from "../../src/math/ranks/rank-test.ts";
import { signedRankTest } from "../../src/math/ranks/signed-rank-test.ts";
import { permutations } from "../../src/math/resampling/permutations.ts";
import { subsets } from "../../src/math/resampling/subsets.ts";
import { expectAbsolute } from "../helpers/closeness.ts";

const seed = 20_040_601;

/** A rank test of a list of numbers, and all lists that are as likely without an effect. */
interface Tested {
  name: string;
  test: (values: number[], options?: RankTestOptions) => RankTest;
  arrangements: (values: number[]) => number[][];
  /** The list that says the opposite. */
  opposite: (values: number[]) => number[];
  /** A rising transform that the test can't see. */
  unseen: (value: number) => number;
  /** A list too long for the exact test. */
  long: number[];
}

const third = (values: number[]): number => Math.ceil(values.length / 3);
const wave = (n: number): number[] => Array.from({ length: n }, (_, i) => Math.sin(i * i));

const tests: Tested[] = [
  {
    name: "signed-rank",
    test: signedRankTest,
    arrangements: (values) =>
      Array.from({ length: 2 ** values.length }, (_, signs) =>
        values.map((value, i) => ((signs >> i) & 1 ? -value : value)),
      ),
    opposite: (values) => values.map((value) => -value),
    unseen: (value) => value ** 3,
    long: wave(1000),
  },
  {
    name: "rank-sum",
    test: (values, options) =>
      rankSumTest(values.slice(0, third(values)), values.slice(third(values)), options),
    arrangements: (values) =>
      Array.from(subsets(values.length, third(values)), ({ members }) => {
        const chosen = new Set(members);
        return [...values.filter((_, i) => chosen.has(i)), ...values.filter((_, i) => !chosen.has(i))];
      }),
    opposite: (values) => values.map((value) => -value),
    unseen: Math.exp,
    long: wave(600),
  },
  {
    name: "Kendall's",
    test: (values, options) =>
      kendallTest(
        values.map((_, i) => i >> 1),
        values,
        options,
      ),
    arrangements: (values) =>
      Array.from(permutations(values.length), ({ order }) => Array.from(order, (i) => values[i]!)),
    opposite: (values) => values.map((value) => -value),
    unseen: Math.exp,
    long: wave(300),
  },
];

const fewScores = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 2, maxLength: 6 });
const sides = ["two-sided", "greater", "less"] as const;

describe.each(tests)("the $name test", ({ test, arrangements, opposite, unseen, long }) => {
  it("rejects a true hypothesis no more often than it says, ties or not", () => {
    fc.assert(
      fc.property(fewScores, fc.constantFrom(...sides), (values, alternative) => {
        const pValues = arrangements(values).map((each) => test(each, { alternative }).pValue!);
        for (const p of new Set(pValues)) {
          const share = pValues.filter((other) => other <= p + 1e-12).length / pValues.length;
          // Each p-value is a share of all arrangements, so the largest that rejects is reached.
          expect(Math.abs(share - p)).toBeLessThan(1e-12);
        }
      }),
      { seed, numRuns: 30 },
    );
  });

  it("has an expectation that is the mean of all arrangements", () => {
    fc.assert(
      fc.property(fewScores, (values) => {
        const all = arrangements(values).map((each) => test(each));
        const mean = all.reduce((sum, { statistic }) => sum + statistic / all.length, 0);
        expectAbsolute([mean], [all[0]!.expected], 1e-12);
      }),
      { seed, numRuns: 20 },
    );
  });

  it("counts what it found on both one-sided sides", () => {
    fc.assert(
      fc.property(fewScores, (values) => {
        const [two, greater, less] = sides.map((alternative) => test(values, { alternative }).pValue!);
        expect([two! > 0 && two! <= 1, greater! + less! > 1]).toEqual([true, true]);
        expect(two!).toBeGreaterThanOrEqual(Math.min(greater!, less!) - 1e-12);
      }),
      { seed, numRuns: 100 },
    );
  });

  it.each([true, false])("gives the opposite the other side's p-value (exact: %s)", (exact) => {
    const values = [3, -1, 4, 2, 5, 5, -2, 1];
    const p = (list: number[], alternative: (typeof sides)[number]): number =>
      test(list, { alternative, exact }).pValue!;
    expectAbsolute([p(opposite(values), "less")], [p(values, "greater")], 1e-14);
    expectAbsolute([p(opposite(values), "two-sided")], [p(values, "two-sided")], 1e-14);
  });

  it("sees ranks only", () => {
    const values = [3, -1, 4, 2, 5, 5, -2, 1];
    expect(test(values.map(unseen))).toEqual(test(values));
  });

  it("is close to its normal approximation for some tens of values", () => {
    for (const alternative of sides) {
      const values = wave(60).map((value, i) => value + i / 100);
      const exact = test(values, { alternative, exact: true }).pValue!;
      const normal = test(values, { alternative, exact: false });
      expect(normal.method).toBe("normal");
      expect(Math.abs(normal.pValue! - exact)).toBeLessThan(0.003);
    }
  });

  it("is normal where exact would take too long, and says so", () => {
    expect(test(long)).toMatchObject({ method: "normal", reason: null });
    expect(test(long)).toEqual(test(long, { exact: false }));
    expect(test(long, { exact: true })).toMatchObject({
      method: "exact",
      pValue: null,
      reason: "too-many-arrangements",
    });
  });

  it("is plain JSON", () => {
    for (const found of [test([1, 2, 2]), test([1, 2, 2], { exact: false })])
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});
