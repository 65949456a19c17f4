import { describe, expect, it } from "vitest";
import { normalInterval, poolEstimates } from "../../../../src/pooling/index.ts";
import {
  clusterRobustCr1,
  correlatedErrors,
  correlationSensitivity,
  fullLikelihood,
  knownErrors,
  multilevelIntervals,
  poolMultilevel,
} from "../../../../src/pooling/multilevel/index.ts";
import { type MultilevelResult, multilevelResultSchema } from "../../../../src/schema/index.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { nestedEffects } from "../../../helpers/nested-effects.ts";

const yi = [-6, -5.2, -4.1, -3.5, -5.9, -6.4, -2.2, -2.9, -1];
const vi = [0.4, 0.5, 0.6, 0.4, 0.3, 0.5, 0.7, 0.6, 0.5];
const paper = ["a", "a", "a", "b", "b", "b", "c", "c", "d"];
const patient = [1, 1, 2, 1, 1, 2, 1, 2, 1];
const rows = nestedEffects(yi, vi, { paper, patient });
const levels = ["paper", "patient"];

const codes = ({ warnings }: MultilevelResult): string[] => warnings.map(({ code }) => code);

/** All numbers about the mean and the variances. */
const numbers = (result: MultilevelResult): number[] =>
  result.estimates.flatMap((row) => [row.estimate!, row.lower!, row.upper!]);

describe("effects nested in papers and patients", () => {
  it("gives plain JSON that its schema knows, by every interval", () => {
    for (const interval of multilevelIntervals) {
      const result = poolMultilevel(rows, { levels, interval });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      expect(multilevelResultSchema.safeParse(result).error).toBeUndefined();
      expect(result.levels).toEqual([
        { level: "paper", nGroups: 4 },
        { level: "patient", nGroups: 7 },
      ]);
    }
  });

  it("does not depend on the order of rows or the names of groups", () => {
    const turned = nestedEffects([...yi].reverse(), [...vi].reverse(), {
      paper: [...paper].reverse().map((name) => `paper ${name}`),
      patient: [...patient].reverse(),
    });
    expectRelative(
      numbers(poolMultilevel(turned, { levels })),
      numbers(poolMultilevel(rows, { levels })),
      1e-6,
    );
  });

  it.each([1e-4, 1e3])("scales with the unit of the effects: × %s", (by) => {
    const scaled = nestedEffects(
      yi.map((y) => y * by),
      vi.map((v) => v * by * by),
      { paper, patient },
    );
    const plain = poolMultilevel(rows, { levels });
    const [mean, first, second] = poolMultilevel(scaled, { levels }).estimates;
    expectRelative(
      [mean!.lower! / by, first!.estimate! / by ** 2, second!.estimate! / by ** 2],
      [plain.estimates[0]!.lower!, plain.estimates[1]!.estimate!, plain.estimates[2]!.estimate!],
      1e-6,
    );
  });

  it("with rows as the only level is the ordinary random-effects pool", () => {
    const result = poolMultilevel(rows);
    const pool = poolEstimates(rows, { interval: normalInterval });
    const companion = result.companions.find(({ row }) => row.method === "known-variances")!.row;
    expectRelative(
      [companion.lower!, companion.upper!],
      [pool.estimates[0]!.lower!, pool.estimates[0]!.upper!],
      1e-7,
    );
    const tauSquared = pool.estimates.find(({ parameter }) => parameter === "tauSquared")!;
    expectRelative([result.estimates[1]!.estimate!], [tauSquared.estimate!], 1e-7);
  });

  it("a variance lies within its profile limits, and maximum likelihood makes it smaller", () => {
    const [, first] = poolMultilevel(rows, { levels }).estimates;
    expect(first!.lower).toBeGreaterThanOrEqual(0);
    expect(first!.lower).toBeLessThan(first!.estimate!);
    expect(first!.upper).toBeGreaterThan(3 * first!.estimate!);
    expect(poolMultilevel(rows, { levels, likelihood: fullLikelihood }).estimates[1]!.estimate).toBeLessThan(
      first!.estimate!,
    );
  });
});

describe("few and lonely groups", () => {
  it("two papers have an answer, with a warning about its degrees of freedom", () => {
    const result = poolMultilevel(
      nestedEffects([1, 2, 4, 5], [1, 1, 1, 1], { paper: ["a", "a", "b", "b"] }),
      {
        levels: ["paper", "series"],
      },
    );
    expect(result.estimates[0]!.bound).toBe("closed");
    expect(result.estimates[0]!.estimate).toBeCloseTo(3, 9);
    expect(codes(result)).toEqual(expect.arrayContaining(["few-groups", "few-degrees-of-freedom"]));
  });

  it("one paper is refused: nothing tells its effect from the mean", () => {
    const one = nestedEffects([1, 2], [1, 1], { paper: ["a", "a"] });
    expect(() => poolMultilevel(one, { levels: ["paper", "series"] })).toThrow(
      'Cannot pool by "paper": needs at least 2 groups, got 1',
    );
    expect(() => poolMultilevel([{ estimate: 1, variance: 1 }])).toThrow("needs at least 2 groups, got 1");
  });

  it("a level of singletons that repeats the one above is refused", () => {
    const same = nestedEffects([1, 2], [1, 1], { paper: ["a", "b"] });
    expect(() => poolMultilevel(same, { levels: ["paper", "series"] })).toThrow(
      'Cannot tell "series" from "paper"',
    );
  });

  it("equal effects have variances of 0 and a warning", () => {
    const result = poolMultilevel(
      nestedEffects([2, 2, 2, 2], [1, 1, 1, 1], { paper: ["a", "a", "b", "b"] }),
      {
        levels: ["paper", "series"],
      },
    );
    expect(result.estimates.slice(1).map(({ estimate }) => estimate)).toEqual([0, 0]);
    expect(codes(result).filter((code) => code === "variance-at-zero")).toHaveLength(2);
    expect(JSON.stringify(result)).not.toContain("NaN");
  });

  it("a row without its group, and patients shared across papers, are told with their rows", () => {
    expect(() => poolMultilevel(rows, { levels: ["paper", "ward"] })).toThrow("needs ward, got none");
    const shared = rows.map((row, i) => ({ ...row, overlaps: i === 0 ? ["Series 9"] : [] }));
    expect(() => poolMultilevel(shared, { levels })).toThrow(
      "they share patients, but not an outermost group",
    );
  });
});

describe("sampling errors that go together", () => {
  it("a known covariance with the imputed one's numbers gives the same answer", () => {
    const covariance = yi.map((_, i) =>
      yi.map((__, j) => {
        if (i === j) return vi[i]!;
        return paper[i] === paper[j] ? 0.6 * Math.sqrt(vi[Math.min(i, j)]! * vi[Math.max(i, j)]!) : 0;
      }),
    );
    const known = poolMultilevel(rows, { levels, sampling: knownErrors(covariance) });
    const imputed = poolMultilevel(rows, { levels, sampling: correlatedErrors(0.6) });
    expectRelative(numbers(known), numbers(imputed), 1e-7);
  });

  it("a covariance that can't be is refused with its place", () => {
    const two = nestedEffects([1, 2, 3], [1, 1, 1], { paper: ["a", "a", "b"] });
    const pool = (covariance: number[][]) => () =>
      poolMultilevel(two, { levels: ["paper"], sampling: knownErrors(covariance) });
    expect(
      pool([
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 1],
      ]),
    ).toThrow("positive definite");
    expect(
      pool([
        [1, 0, 0.5],
        [0, 1, 0],
        [0.5, 0, 1],
      ]),
    ).toThrow("needs 0 between outermost groups");
    expect(
      pool([
        [1, 0.5, 0],
        [0.4, 1, 0],
        [0, 0, 1],
      ]),
    ).toThrow("symmetric");
    expect(
      pool([
        [2, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
    ).toThrow("needs the variance 1, got 2");
    expect(
      pool([
        [1, 0, 0],
        [0, 1, 0],
      ]),
    ).toThrow("got none for 2");
  });

  it("a correlation of 1 is refused, since estimates would be one and the same", () => {
    expect(() => correlatedErrors(1)).toThrow("must lie in [0, 1), got 1");
    expect(() => correlatedErrors(-0.1)).toThrow("must lie in [0, 1), got -0.1");
  });

  it("the sensitivity holds one pool for each correlation, the first without any", () => {
    const pool = (sampling: ReturnType<typeof correlatedErrors>) =>
      poolMultilevel(rows, { levels, sampling, interval: clusterRobustCr1 });
    const table = correlationSensitivity(pool, [0, 0.5]);
    expect(table.map(({ parameter, given }) => [parameter, given])).toEqual(
      ["0", "0.5"].flatMap((rho) =>
        ["mean", "sigmaSquared.paper", "sigmaSquared.patient"].map((parameter) => [
          parameter,
          `sampling errors correlated by ${rho}`,
        ]),
      ),
    );
    expect(table[0]!.estimate).toBeCloseTo(poolMultilevel(rows, { levels }).estimates[0]!.estimate!, 9);
  });
});

it("refuses a level in percent", () => {
  expect(() => poolMultilevel(rows, { levels, level: 95 })).toThrow("level must lie in (0, 1), got 95");
  expect(() => poolMultilevel(rows, { levels: [] })).toThrow("at least one column");
});
