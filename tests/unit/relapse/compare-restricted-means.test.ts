import { describe, expect, it } from "vitest";
import { compareRestrictedMeans } from "../../../src/relapse/compare-restricted-means.ts";
import { restrictedMeanComparisonSchema } from "../../../src/schema/relapse-comparison.ts";
import { exactRows, spanRows } from "../../helpers/relapse-rows.ts";

describe("restricted means of two groups", () => {
  it("agree with their documented example", () => {
    const found = compareRestrictedMeans({ first: exactRows(20, 40), later: exactRows(50, 70) });
    expect(found.estimates[2]!.estimate).toBe(-10);
  });

  it("count up to the earlier of the last times unless told otherwise", () => {
    const found = compareRestrictedMeans({ a: exactRows(20, 40), b: exactRows(10, 70) });
    expect(found.restrictedTo).toBe(40);
    expect(found.estimates.map(({ parameter, series, estimate }) => [parameter, series, estimate])).toEqual([
      ["restrictedMean", "a", 30],
      ["restrictedMean", "b", 25],
      ["restrictedMeanDifference", undefined, 5],
      ["restrictedMeanRatio", undefined, 1.2],
      ["restrictedTimeLostRatio", undefined, 10 / 15],
    ]);
    expect(restrictedMeanComparisonSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  });

  it("have no interval, no p-value and no ratio of nothing lost without relapses in a group", () => {
    const found = compareRestrictedMeans({ a: exactRows(20, 40), b: spanRows([50, null], [60, null]) });
    const [, , difference, , lost] = found.estimates;
    expect(difference).toMatchObject({ estimate: -10, standardError: null, bound: "open" });
    expect(lost!.estimate).toBeNull();
    expect(found.pValues.every(({ pValue }) => pValue === null)).toBe(true);
    expect(found.warnings.map(({ code }) => code)).toEqual(["restricted-mean-without-interval"]);
    expect(restrictedMeanComparisonSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  });

  it("turn round with the groups", () => {
    const a = exactRows(20, 30, 44);
    const b = exactRows(25, 41, 60);
    const [, , difference, ratio] = compareRestrictedMeans({ a, b }, { restrictedTo: 44 }).estimates;
    const [, , turned, inverse] = compareRestrictedMeans({ b, a }, { restrictedTo: 44 }).estimates;
    expect(turned!.upper).toBeCloseTo(-difference!.lower!, 12);
    expect(inverse!.upper).toBeCloseTo(1 / ratio!.lower!, 12);
  });

  it("refuse what they cannot take", () => {
    const a = exactRows(20, 40);
    const b = spanRows([10, 10], [30, null]);
    expect(() => compareRestrictedMeans({ a, b }, { restrictedTo: 35 })).toThrow(
      'Cannot compute a mean within 35 days: needs a curve that long, got one of 30 days in "b"',
    );
    expect(() => compareRestrictedMeans({ a, b, c: a })).toThrow("groups must be two, got 3");
    expect(() => compareRestrictedMeans({ a, b }, { restrictedTo: -1 })).toThrow(RangeError);
    expect(() => compareRestrictedMeans({ a, b }, { level: 1 })).toThrow(RangeError);
    expect(() => compareRestrictedMeans({ a, b: spanRows([0, null]) })).toThrow("needs times above 0");
  });
});
