import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../src/errors.ts";
import { subsets } from "../../../src/math/resampling/subsets.ts";
import { logRank } from "../../../src/relapse/log-rank.ts";
import { logRankScores } from "../../../src/relapse/nonparametric/log-rank/log-rank-scores.ts";
import { assignments, countAssignments } from "../../../src/relapse/nonparametric/log-rank/permute-labels.ts";
import { relapseSpans } from "../../../src/relapse/relapse-span.ts";
import { logRankResultSchema } from "../../../src/schema/relapse-comparison.ts";
import { exactRows, spanRows } from "../../helpers/relapse-rows.ts";

const codes = ({ warnings }: { warnings: { code: string }[] }): string[] => warnings.map(({ code }) => code);

describe("the log-rank test", () => {
  it("agrees with its documented example", () => {
    const test = logRank({ first: exactRows(20, 31, 40), later: exactRows(55, 70, 90) });
    expect(test.permutation).toEqual({ method: "exact", pValue: 0.1, nAssignments: 20, units: "patient" });
  });

  it("has scores that sum to a group's relapses less the expected ones", () => {
    const rows = spanRows([3, 3], [5, null], [5, 5], [8, 8], [9, null]);
    const scores = logRankScores(relapseSpans(rows));
    expect(scores.reduce((sum, score) => sum + score)).toBeCloseTo(0, 14);
    const [first] = logRank({ a: rows.slice(0, 2), b: rows.slice(2) }).groups;
    expect(scores[0]! + scores[1]!).toBeCloseTo(first!.observed - first!.expected, 14);
  });

  it("is exact under the null: over all labels at most a share α has a p-value of at most α", () => {
    const rows = spanRows([10, 10], [12, null], [15, 15], [15, 15], [21, 21], [30, 30], [34, null], [40, 40]);
    const pValues = Array.from(subsets(8, 4), ({ members }) => {
      const chosen = new Set(members);
      const first = rows.filter((_, i) => chosen.has(i));
      return logRank({ first, second: rows.filter((_, i) => !chosen.has(i)) }).permutation!.pValue;
    });
    for (const alpha of new Set(pValues)) {
      const share = pValues.filter((p) => p <= alpha + 1e-12).length / pValues.length;
      expect(share).toBeCloseTo(alpha, 12);
    }
  });

  it("counts every way in which labels can fall, each once", () => {
    const labeled = { scores: [0, 0, 0, 0, 0, 0], labels: [0, 0, 1, 1, 1, 2], nGroups: 3 };
    const ways = Array.from(assignments(labeled), (labels) => labels.join(""));
    expect(countAssignments(labeled)).toBe(60n);
    expect(new Set(ways).size).toBe(60);
    expect(ways.every((way) => way.split("").sort().join("") === "001112")).toBe(true);
  });

  it("draws labels where they are too many, never with a p-value of 0, and close to the exact one", () => {
    const groups = { a: exactRows(1, 2, 3, 4, 5, 6), b: exactRows(11, 12, 13, 14, 15, 16) };
    const exact = logRank(groups).permutation!;
    const drawn = logRank(groups, { maxAssignments: 10, nPermutations: 1999, seed: 3 });
    expect(drawn.permutation).toMatchObject({ method: "monte-carlo", nAssignments: 1999 });
    expect(drawn.provenance.seed).toBe(3);
    expect(drawn.permutation!.pValue).toBeGreaterThanOrEqual(1 / 2000);
    expect(Math.abs(drawn.permutation!.pValue - exact.pValue)).toBeLessThan(0.004);
    expect(logRank(groups, { maxAssignments: 10, nPermutations: 99, seed: 3 })).toEqual(
      logRank(groups, { maxAssignments: 10, nPermutations: 99, seed: 3 }),
    );
  });

  it("moves whole patients between the groups, and courses where a patient is in both", () => {
    const own = { a: exactRows(1, 2, 9).map((row) => ({ ...row, patient: "A" })), b: exactRows(4, 8) };
    expect(logRank(own).permutation).toMatchObject({ units: "patient", nAssignments: 3 });
    expect(codes(logRank(own))).toEqual(["clustered-courses"]);
    const shared = { a: own.a, b: exactRows(4, 8).map((row) => ({ ...row, patient: "A" })) };
    expect(logRank(shared).permutation).toMatchObject({ units: "course", nAssignments: 10 });
    expect(logRank(shared).warnings[0]!.message).toContain("both tests");
  });

  it.each([
    ["without a relapse", { a: spanRows([3, null]), b: spanRows([5, null]) }],
    ["where all relapse at once", { a: exactRows(3, 3), b: exactRows(3) }],
    [
      "where one group is over before the other's first relapse",
      { a: spanRows([3, null]), b: exactRows(5, 7) },
    ],
  ])("has no statistic %s", (_, groups) => {
    const test = logRank(groups);
    expect([test.chiSquared, test.pValue, test.permutation]).toEqual([null, null, null]);
    expect(codes(test)).toEqual(["no-comparison"]);
    expect(logRankResultSchema.parse(JSON.parse(JSON.stringify(test)))).toEqual(test);
  });

  it("comes back from JSON as it was", () => {
    const test = logRank({ a: exactRows(1, 2), b: exactRows(3, 4), c: spanRows([2, null]) });
    expect(logRankResultSchema.parse(JSON.parse(JSON.stringify(test)))).toEqual(test);
  });

  it("refuses fewer than two groups, empty ones and intervals", () => {
    expect(() => logRank({ a: exactRows(1) })).toThrow(
      "Cannot compute a log-rank test: needs at least 2 groups, got 1",
    );
    expect(() => logRank({ a: exactRows(1), b: [] })).toThrow(
      'needs at least 1 row in each group, got 0 in "b"',
    );
    expect(() => logRank({ a: exactRows(1), b: spanRows([2, 3]) })).toThrow(EstimationError);
    expect(() => logRank({ a: exactRows(1), b: spanRows([2, 3]) })).toThrow("in row 2; turnbull");
    expect(() => logRank({ a: exactRows(1), b: exactRows(2) }, { nPermutations: -1 })).toThrow(RangeError);
    expect(() => logRank({ a: exactRows(1), b: exactRows(2) }, { seed: 0.1 })).toThrow(RangeError);
  });
});
