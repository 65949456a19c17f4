import { describe, expect, it } from "vitest";
import { meanFromRange, type RangeScenario, rangeConversions } from "../../src/pooling/index.ts";
import type { RangeSummary } from "../../src/pooling/summary-only/range-conversions/range-conversion.ts";
import type { SummaryReport } from "../../src/schema/summary-report.ts";

const SCENARIOS: RangeScenario[] = ["extremes", "range", "quartiles", "five-number"];

const summaries: RangeSummary[] = [
  { n: 12, minimum: 10, lowerQuartile: 30, median: 42, upperQuartile: 60, maximum: 95 },
  { n: 5, minimum: 2, lowerQuartile: 3, median: 4, upperQuartile: 5, maximum: 6 },
  { n: 3, minimum: 1, lowerQuartile: 2.5, median: 4, upperQuartile: 6.5, maximum: 9 },
  { n: 90, minimum: 10, lowerQuartile: 31, median: 40, upperQuartile: 52, maximum: 95 },
];

function scaled({ n, ...numbers }: RangeSummary, factor: number): RangeSummary {
  const entries = Object.entries(numbers).map(([name, value]) => [name, factor * value]);
  return { n, ...(Object.fromEntries(entries) as Omit<RangeSummary, "n">) };
}

describe("the registry of conversions of a range", () => {
  it("has a name of its own for each, in kebab case", () => {
    const names = rangeConversions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/u);
  });
});

describe.each(rangeConversions.map((one) => [one.name, one] as const))("%s", (_, conversion) => {
  const used = SCENARIOS.filter((scenario) => conversion.scenarios[scenario]);

  it("is defined for a scenario, and cites its source", () => {
    expect(used.length).toBeGreaterThan(0);
    expect(conversion.reference).toMatch(/\(\d{4}\)|3rd ed\./u);
  });

  it("gives a mean within the printed numbers' reach and a spread above 0, or null", () => {
    for (const summary of summaries) {
      for (const scenario of used) {
        const { mean, sd } = conversion.scenarios[scenario]!(summary);
        expect(mean !== null || sd !== null).toBe(true);
        if (mean !== null) expect(mean > 0 && mean < 2 * summary.maximum).toBe(true);
        if (sd !== null) expect(sd > 0 && Number.isFinite(sd)).toBe(true);
      }
    }
  });

  it("is the same in another unit", () => {
    for (const summary of summaries) {
      for (const scenario of used) {
        const before = conversion.scenarios[scenario]!(summary);
        const after = conversion.scenarios[scenario]!(scaled(summary, 12));
        // Searches for a shape or a power end within 1e-6 of the same one; that of unknown non-normal values is of two numbers.
        if (before.mean !== null) expect(after.mean! / (12 * before.mean)).toBeCloseTo(1, 5);
        if (before.sd !== null) expect(after.sd! / (12 * before.sd)).toBeCloseTo(1, 5);
      }
    }
  });

  it("gives the value itself where all printed numbers are alike", () => {
    const reports: SummaryReport[] = [
      { n: 5, minimum: 3, maximum: 3 },
      { n: 5, minimum: 3, median: 3, maximum: 3 },
    ];
    for (const report of reports) {
      for (const { mean, sd } of meanFromRange(report, { conversions: rangeConversions }).conversions)
        expect([mean, sd]).toEqual([3, 0]);
    }
  });
});
