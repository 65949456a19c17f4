import { describe, expect, it } from "vitest";
import { InputError, type InputIssue } from "../../../src/errors.ts";
import { readSummary } from "../../../src/read/index.ts";
import { summaryReportSchema } from "../../../src/schema/summary-report.ts";

function issues(text: string): readonly InputIssue[] {
  try {
    readSummary(text, { path: "reports.csv" });
    return [];
  } catch (error) {
    return (error as InputError).issues;
  }
}

describe("reports in JSON", () => {
  const report = { n: 5, mean: 73.4, decimals: 1, lower: 0, upper: 100, sd: null };
  const expected = { n: 5, mean: 73.4, decimals: 1, lower: 0, upper: 100 };

  it("may stand alone, in a list, or in rows; null is not given", () => {
    for (const found of [report, [report], { rows: [report] }])
      expect(readSummary(JSON.stringify(found))).toEqual([expected]);
  });

  it("have exact numbers where no decimals are given", () => {
    expect(readSummary('{"n": 5, "mean": 73.4}')).toEqual([{ n: 5, mean: 73.4 }]);
    expect(readSummary('{"n": 5, "mean": "73.40"}')).toEqual([{ n: 5, mean: 73.4, decimals: 2 }]);
  });

  it("may tell score pairs", () => {
    const text =
      '{"n": 5, "mean": 73.4, "score_lower": 0, "score_upper": 10, "score_step": 1, "score_change": "all-improved"}';
    const [found] = readSummary(text);
    expect(found?.scores).toEqual({ lower: 0, upper: 10, step: 1, change: "all-improved" });
  });
});

describe("reports in CSV", () => {
  it("take the decimals of their text, trailing zeros included", () => {
    expect(readSummary("n,mean,sd\n5,73.40,12\n4,7,NA")).toEqual([
      { n: 5, mean: 73.4, decimals: 2, sd: 12, sdDecimals: 0 },
      { n: 4, mean: 7, decimals: 0 },
    ]);
  });

  it("give way to a column of decimals", () => {
    expect(readSummary("n,mean,decimals\n5,73.4,3")[0]?.decimals).toBe(3);
    expect(readSummary("n,mean,decimals\n5,73.4,")[0]?.decimals).toBe(1);
  });

  it("may have decimal commas", () => {
    expect(readSummary("n;mean\n5;73,4")).toEqual([{ n: 5, mean: 73.4, decimals: 1 }]);
  });

  it("fit the shape in every column", () => {
    const names =
      "n,mean,sd,standard_error,median,lower_quartile,upper_quartile,minimum,maximum,lower,upper,step,estimand,events,percent,interval_lower,interval_upper,interval_level,t,mean_before,mean_after,score_lower,score_upper,score_step,score_before_at_least,score_change,label,unit,source";
    const cells =
      "5,73.4,10,4.47,75,60,80,50,90,0,100,1,mean of ratios,5,100,61.0,85.8,0.95,16.4,7.8,2.1,0,10,1,4,none-worse,Relief,%,Morozumi 2009";
    const [found] = readSummary(`${names}\n${cells}`);
    expect(summaryReportSchema.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      estimand: "mean-of-ratios",
      sdDecimals: 2,
      intervalDecimals: 1,
      scores: { beforeAtLeast: 4 },
    });
  });
});

describe("problems", () => {
  it("are listed all at once, each with its row and column", () => {
    const found = issues("n,mean,sd,events,step,score_lower\n,x,-1,2,0,0\n3,1,1,4,1,");
    expect(found.map(({ row, column }) => [row, column])).toEqual([
      [2, "step"],
      [2, "mean"],
      [2, "sd"],
      [2, "score_upper"],
      [2, "score_step"],
      [2, "n"],
      [3, "events"],
    ]);
  });

  it("name the column that was probably meant", () => {
    expect(issues("n,maen\n5,3")[0]?.message).toContain("mean");
  });

  it.each(["", "[", "[1]", "{}", "n\n2.5", "n\n0", '{"n": 5, "estimand": "x"}'])(
    "are found in %j",
    (text) => {
      expect(issues(text).length).toBeGreaterThan(0);
      expect(() => readSummary(text)).toThrow(InputError);
    },
  );
});
