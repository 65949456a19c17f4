import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../../src/errors.ts";
import {
  mean,
  poolSummaries,
  proportion,
  spreadBetween,
  uniformSpread,
} from "../../../../../src/pooling/index.ts";
import type { Series } from "../../../../../src/schema/index.ts";
import { file, HEAD, issuesOf, pool } from "../../../../helpers/summaries-without-sd.ts";

describe("what can't be pooled without a standard deviation", () => {
  it("names the numbers of a series that no patients can have, with their column", () => {
    const impossible: Series[] = [
      {
        series: "A",
        summary: { n: 5, mean: 73.4, minimum: 80, upper_bound: 100 },
        overlaps: [],
        moderators: {},
        note: null,
      },
      {
        series: "B",
        summary: { n: 4, mean: 10, minimum: 0, maximum: 30, median: 29 },
        overlaps: [],
        moderators: {},
        note: null,
      },
    ];
    const issues = issuesOf(() => poolSummaries(impossible, { measure: mean }));
    expect(issues.map(({ path, column }) => [path, column])).toEqual([
      ["A", "mean"],
      ["B", "mean"],
    ]);
    expect(issues[0]?.message).toContain("No patients can have these numbers");
  });

  it("asks for an upper end, or another law", () => {
    const issues = issuesOf(() => pool(`${HEAD}A,5,73.4,,,\nC,8,60,20,,`));
    expect(issues).toEqual([expect.objectContaining({ path: "A", column: "sd" })]);
    expect(issues[0]?.message).toContain("without an upper end");
    expect(
      pool(`${HEAD}A,5,73.4,,,\nC,8,60,20,,`, { law: spreadBetween(5, 20) }).unknown[0]?.upper,
    ).toBeNull();
  });

  it("refuses by name a series with a range and no mean, one patient, and patients all alike", () => {
    const text = "series,n,mean,sd,minimum,maximum\nA,5,,,2,6\nB,1,4,,2,6\nC,4,3,,3,3\nD,5,4,1,,";
    const issues = issuesOf(() => pool(text));
    expect(issues.map(({ path, column }) => [path, column])).toEqual([
      ["B", "n"],
      ["C", "sd"],
      ["A", "mean"],
    ]);
    expect(issues[2]?.message).toContain("without it the mean is as open as sd");
  });

  it("refuses a file in which nothing is missing, a measure that can't miss it, and no series", () => {
    expect(() => pool(file(2, 3))).toThrow("needs a series without sd");
    expect(() => pool(file(0, 2), { measure: proportion })).toThrow(RangeError);
    expect(() => poolSummaries([], { measure: mean })).toThrow(EstimationError);
    expect(() => pool(file(0, 2), { level: 95 })).toThrow(RangeError);
  });

  it("leaves out what shares patients with a kept series, and refuses what is not declared", () => {
    const text =
      "series,n,mean,sd,lower_bound,upper_bound,overlaps\nA,5,73.4,,0,100,C\nB,6,55,,0,100,\nC,8,60,20,,,";
    expect(issuesOf(() => pool(text))[0]?.message).toContain("they share patients");
    const result = pool(text, { keep: ["C"] });
    expect(result.leftOut.map(({ series }) => series)).toEqual(["A"]);
    expect(result.unknown.map(({ series }) => series)).toEqual(["B"]);
    expect(result.law.name).toBe(uniformSpread.name);
  });
});
