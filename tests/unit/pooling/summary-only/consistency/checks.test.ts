import { describe, expect, it } from "vitest";
import { checkSummary, consistencyChecks, grim } from "../../../../../src/pooling/index.ts";
import type { SummaryReport } from "../../../../../src/schema/summary-report.ts";

function find(report: SummaryReport, name: string): { consistent: boolean; message: string } {
  const { checks } = checkSummary(report, consistencyChecks);
  return checks.find(({ check }) => check === name)!;
}

describe("grim", () => {
  it.each([
    [28, 5.19, 2, false],
    [28, 5.18, 2, true],
    [5, 73.4, 1, true],
    [3, 1.33, 2, true],
    [3, 1.34, 2, false],
    [1, 4, 0, true],
    [1, 4.5, 1, false],
  ])("n = %d, mean %d with %d decimals: %s", (n, mean, decimals, consistent) => {
    expect(grim({ n, mean, decimals, step: 1 })[0]?.consistent).toBe(consistent);
  });

  it("gives the nearest means there are", () => {
    const [answer] = grim({ n: 28, mean: 5.19, decimals: 2, step: 1 });
    expect(answer?.nearest).toEqual([145 / 28, 146 / 28]);
    expect(answer?.message).toContain("5.17857 and 5.21429");
  });

  it("counts steps from the scale's lower end", () => {
    expect(grim({ n: 2, mean: 1.25, decimals: 2, step: 1, lower: 0.5 })[0]?.consistent).toBe(false);
    expect(grim({ n: 2, mean: 1, decimals: 2, step: 1, lower: 0.5 })[0]?.consistent).toBe(true);
  });

  it("reads a percentage of change both ways where the report does not say which", () => {
    const scores = { lower: 0, upper: 10, step: 1, beforeAtLeast: 4 };
    const answers = grim({ n: 5, mean: 73.4, decimals: 1, scores });
    expect(answers.map(({ estimand, consistent }) => [estimand, consistent])).toEqual([
      ["ratio-of-means", false],
      ["mean-of-ratios", true],
    ]);
    expect(grim({ n: 5, mean: 73.4, decimals: 1, scores, estimand: "mean-of-ratios" })).toHaveLength(1);
  });

  it("has no answer without a scale", () => {
    expect(grim({ n: 5, mean: 73.4, decimals: 1 })).toEqual([]);
    expect(grim({ n: 5, step: 1 })).toEqual([]);
  });

  it("refuses numbers that are none", () => {
    expect(() => grim({ n: 0, mean: 1, step: 1 })).toThrow(RangeError);
  });
});

describe("the other checks", () => {
  it("grimmer tells apart sums of squares by being even or odd", () => {
    const report = { n: 20, mean: 4.3, decimals: 2, sdDecimals: 2, step: 1 };
    expect(find({ ...report, sd: 2.5 }, "grimmer").consistent).toBe(false);
    const sd = Math.sqrt((490 - 369.8) / 19);
    expect(find({ ...report, sd: Number(sd.toFixed(2)) }, "grimmer").consistent).toBe(true);
  });

  it("grimmer refuses an SD below the least that the sum allows", () => {
    expect(
      find({ n: 2, mean: 1.5, sd: 0.1, decimals: 1, sdDecimals: 1, step: 1 }, "grimmer").consistent,
    ).toBe(false);
    expect(
      find({ n: 2, mean: 1.5, sd: 0.7, decimals: 1, sdDecimals: 1, step: 1 }, "grimmer").consistent,
    ).toBe(true);
  });

  it("debit wants the SD that the share gives", () => {
    const report = { n: 10, mean: 0.3, decimals: 1, sdDecimals: 2, lower: 0, upper: 1, step: 1 };
    expect(find({ ...report, sd: 0.48 }, "debit").consistent).toBe(true);
    expect(find({ ...report, sd: 0.4 }, "debit").consistent).toBe(false);
    expect(find({ ...report, mean: 1.2, sd: 0.4 }, "debit").message).toContain("from 0 to 1");
  });

  it("83.5 % of 38 is no whole number, and the nearest is 32", () => {
    const { consistent, message } = find({ n: 38, percent: 83.5 }, "percent-of-count");
    expect(consistent).toBe(false);
    expect(message).toBe(
      "83.5 % of 38 patients is no whole number; the nearest is 32 of 38, which is 84.2105 %",
    );
    expect(find({ n: 22, percent: 81.8, events: 18 }, "percent-of-count").consistent).toBe(true);
    expect(find({ n: 22, percent: 81.8, events: 17 }, "percent-of-count").consistent).toBe(false);
  });

  it("a t must be the mean over its standard error", () => {
    const report = { n: 9, mean: 6, sd: 3 };
    expect(find({ ...report, t: 6 }, "t-statistic").consistent).toBe(true);
    expect(find({ ...report, t: 2 }, "t-statistic").consistent).toBe(false);
    expect(find({ ...report, t: -6 }, "t-statistic").consistent).toBe(false);
    expect(find({ n: 9, mean: 6, standardError: 1, t: 6 }, "t-statistic").consistent).toBe(true);
    expect(find({ n: 9, mean: 6, sd: 0, t: 6 }, "t-statistic").message).toContain("at least");
  });

  it("an interval is told by t or by the normal law", () => {
    const report = { n: 5, mean: 73.4, sd: 10, decimals: 1, sdDecimals: 0 };
    expect(find({ ...report, intervalLower: 61, intervalUpper: 85.8 }, "interval-of-mean").message).toMatch(
      /by t$/u,
    );
    expect(find({ ...report, intervalLower: 64.6, intervalUpper: 82.2 }, "interval-of-mean").message).toMatch(
      /by normal law$/u,
    );
    expect(find({ ...report, intervalLower: 70, intervalUpper: 75 }, "interval-of-mean").consistent).toBe(
      false,
    );
  });

  it("a percentage of change is a ratio of the printed means, or something else", () => {
    const report = { n: 5, meanBefore: 7.8, meanAfter: 2.1, mean: 73.1, decimals: 1 };
    expect(find(report, "percent-change").message).toContain("it can be the ratio of means");
    expect(find({ ...report, mean: 80 }, "percent-change")).toMatchObject({ consistent: true });
    expect(find({ ...report, mean: 80 }, "percent-change").message).toContain("mean of the patients' ratios");
    expect(find({ ...report, mean: 80, estimand: "ratio-of-means" }, "percent-change").consistent).toBe(
      false,
    );
  });

  it("takes the decimals that a number shows where they are not given", () => {
    expect(checkSummary({ n: 22, percent: 81.8 }, consistencyChecks).consistent).toBe(true);
    expect(
      checkSummary({ n: 3, mean: 1.33, step: 1, lower: 0, upper: 10 }, consistencyChecks).consistent,
    ).toBe(true);
  });

  it("refuses a level that is none", () => {
    const report = { n: 5, mean: 4, sd: 1, intervalLower: 3, intervalUpper: 5, intervalLevel: 95 };
    expect(() => checkSummary(report, consistencyChecks)).toThrow(RangeError);
  });
});
