import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/errors.ts";
import { meanFromRange, normalOrderStatistics, wan } from "../../../../src/pooling/index.ts";
import type { SummaryReport } from "../../../../src/schema/summary-report.ts";
import { meanFromRangeSchema } from "../../../../src/schema/summary-result.ts";

describe("mean and SD from a range", () => {
  it("gives the answers printed for 2 to 6 months in 5 patients", () => {
    const { conversions } = meanFromRange(
      { n: 5, minimum: 2, maximum: 6 },
      { conversions: [wan, normalOrderStatistics] },
    );
    expect(conversions.map(({ sd }) => sd!.toFixed(3))).toEqual(["1.695", "1.720"]);
    const { meanLower, meanUpper, sdLower, sdUpper } = conversions[0]!;
    expect([meanLower, meanUpper, sdLower, sdUpper].map((end) => end!.toFixed(3))).toEqual([
      "2.800",
      "5.200",
      "1.414",
      "2.191",
    ]);
  });

  it("takes the richest scenario that report and conversion share", () => {
    const all: SummaryReport = {
      n: 20,
      minimum: 1,
      lowerQuartile: 3,
      median: 4,
      upperQuartile: 6,
      maximum: 9,
    };
    const scenarios = Object.fromEntries(
      meanFromRange(all).conversions.map(({ method, scenario }) => [method, scenario]),
    );
    expect(scenarios).toMatchObject({
      wan: "five-number",
      hozo: "range",
      "quantile-estimation": "five-number",
    });
    const { minimum: _, maximum: __, ...quartiles } = all;
    const found = meanFromRange(quartiles).conversions;
    expect(new Set(found.map(({ scenario }) => scenario))).toEqual(new Set(["quartiles"]));
    expect(found.map(({ method }) => method)).not.toContain("hozo");
  });

  it("leaves logarithms and powers alone where a value isn't above 0, and says so", () => {
    const { conversions, warnings } = meanFromRange({ n: 9, minimum: -3, median: 0, maximum: 4 });
    for (const method of ["box-cox", "unknown-non-normal", "log-normal-order-statistics"]) {
      const row = conversions.find((one) => one.method === method)!;
      expect([row.mean, row.sd]).toEqual([null, null]);
    }
    expect(warnings.filter(({ code }) => code === "conversion-undefined")).toHaveLength(3);
    expect(conversions.find(({ method }) => method === "quantile-estimation")!.mean).not.toBeNull();
  });

  it("needs enough patients", () => {
    const { conversions, warnings } = meanFromRange({ n: 1, minimum: 3, median: 3, maximum: 3 });
    expect(conversions.every(({ mean, sd }) => mean === null && sd === null)).toBe(true);
    expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(["conversion-undefined"]));
  });

  it("is plain JSON of its schema", () => {
    const result = meanFromRange({ n: 5, minimum: 2, median: 3, maximum: 6 });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(() => meanFromRangeSchema.parse(result)).not.toThrow();
  });

  it("refuses a report without range or quartiles, and one that contradicts itself", () => {
    expect(() => meanFromRange({ n: 5, mean: 3 })).toThrow(InputError);
    expect(() => meanFromRange({ n: 5, minimum: 6, maximum: 2 })).toThrow(InputError);
  });
});
