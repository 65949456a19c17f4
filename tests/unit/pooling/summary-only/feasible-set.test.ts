import { describe, expect, it } from "vitest";
import { feasibleSet } from "../../../../src/pooling/index.ts";
import { feasibleSetSchema } from "../../../../src/schema/feasible-set.ts";
import type { SummaryReport } from "../../../../src/schema/summary-report.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

function ends(report: SummaryReport, name: string): (number | null)[] {
  const found = feasibleSet(report).quantities.find(({ quantity }) => quantity === name);
  return [found!.lower, found!.upper];
}

const clashes = (report: SummaryReport): string[][] =>
  feasibleSet(report).clashes.map(({ quantities }) => quantities);

describe("what an abstract still says", () => {
  it("bounds the SD of a mean of percentages by Bhatia and Davis", () => {
    const [lower, upper] = ends({ n: 5, mean: 50, lower: 0, upper: 100 }, "sd");
    expectAbsolute([lower!, upper!], [0, Math.sqrt((2 * 2500 * 2) / 4)], 1e-9);
    expectAbsolute(
      ends({ n: 4, mean: 50, lower: 0, upper: 100 }, "sd") as number[],
      [0, Math.sqrt(10_000 / 3)],
      1e-9,
    );
  });

  it("bounds minimum and maximum by mean and SD as Samuelson did", () => {
    const report = { n: 5, mean: 4, sd: 2 };
    const reach = (2 * 4) / Math.sqrt(5);
    expectAbsolute([ends(report, "minimum")[0]!, ends(report, "maximum")[1]!], [4 - reach, 4 + reach], 1e-9);
  });

  it("turns a standard error into a standard deviation", () => {
    const [lower, upper] = ends({ n: 9, mean: 5, standardError: 0.5, sdDecimals: 1 }, "sd");
    expectAbsolute([lower!, upper!], [1.35, 1.65], 1e-12);
  });

  it("says null where there is no end", () => {
    expect(ends({ n: 5 }, "mean")).toEqual([null, null]);
    expect(ends({ n: 5 }, "sd")).toEqual([0, null]);
    expect(ends({ n: 5, lower: 0, sd: 2 }, "maximum")[1]).toBeNull();
    expect(ends({ n: 3, mean: 2, lower: 0 }, "maximum")).toEqual([2, 6]);
  });

  it("leaves out the SD of one patient", () => {
    const names = feasibleSet({ n: 1, mean: 4 }).quantities.map(({ quantity }) => quantity);
    expect(names).not.toContain("sd");
    expect(ends({ n: 1, mean: 4 }, "median")).toEqual([4, 4]);
  });

  it("knows that two patients with equal values have no spread", () => {
    expect(ends({ n: 2, minimum: 3, maximum: 3 }, "sd")).toEqual([0, 0]);
    expectAbsolute(ends({ n: 2, minimum: 3, maximum: 5 }, "sd") as number[], [Math.SQRT2, Math.SQRT2], 1e-12);
  });

  it("counts events from a percentage", () => {
    expect(ends({ n: 22, percent: 82, percentDecimals: 0 }, "events")).toEqual([18, 18]);
    expect(ends({ n: 22 }, "events")).toEqual([0, 22]);
  });

  it("takes quartiles as type 7 and says so", () => {
    const found = feasibleSet({ n: 5, lowerQuartile: 3, upperQuartile: 5, minimum: 2, maximum: 6 });
    expect(found.notes.join(" ")).toContain("type 7");
    expectAbsolute(
      ends({ n: 5, lowerQuartile: 3, upperQuartile: 5, minimum: 2, maximum: 6 }, "mean") as number[],
      [3.8, 4.2],
      1e-12,
    );
  });

  it("says when an order statistic was left out for the number of patients", () => {
    const found = feasibleSet({
      n: 100,
      lowerQuartile: 3,
      median: 4,
      upperQuartile: 5,
      minimum: 2,
      maximum: 6,
    });
    expect(found.sharp).toBe(false);
    expect(found.notes.join(" ")).toContain("left out");
  });

  it("narrows to the steps of a scale", () => {
    expect(ends({ n: 3, minimum: 0, maximum: 3, step: 1 }, "mean")).toEqual([1, 2]);
    expectAbsolute(
      ends({ n: 3, mean: 1.33, decimals: 2, lower: 0, upper: 10, step: 1 }, "mean") as number[],
      [4 / 3, 4 / 3],
      1e-12,
    );
  });

  it("narrows to the percentages of score pairs", () => {
    const scores = { lower: 0, upper: 10, step: 1, beforeAtLeast: 4 };
    const [lower, upper] = ends({ n: 5, mean: 73.4, decimals: 1, scores }, "sd");
    expectAbsolute([lower!, upper!], [2.888932495746234, 40.02040295975572], 1e-9);
  });

  it("says when a step is left out", () => {
    const found = feasibleSet({ n: 40, lower: 0, upper: 100, step: 1 });
    expect([found.sharp, found.notes.length]).toEqual([false, 1]);
    expect(feasibleSet({ n: 4, step: 1 }).sharp).toBe(false);
  });

  it("gives plain JSON", () => {
    const found = feasibleSet({ n: 5, mean: 4, decimals: 0, lower: 0 });
    expect(feasibleSetSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  });
});

describe("contradictions", () => {
  it.each<[string, SummaryReport, string[]]>([
    ["a mean above the maximum", { n: 5, mean: 7, minimum: 2, maximum: 6 }, ["n", "maximum", "mean"]],
    [
      "a mean that the minimum can't give",
      { n: 5, mean: 5.5, minimum: 2, maximum: 6 },
      ["n", "minimum", "maximum", "mean"],
    ],
    [
      "an SD that the range can't give",
      { n: 5, minimum: 2, maximum: 6, sd: 3.44 },
      ["n", "minimum", "maximum", "sd"],
    ],
    [
      "an SD that the median can't give",
      { n: 5, minimum: 2, maximum: 6, median: 5, sd: 1.01 },
      ["n", "minimum", "median", "sd"],
    ],
    ["an SD of range over 4", { n: 5, minimum: 2, maximum: 6, sd: 1 }, ["n", "minimum", "maximum", "sd"]],
    ["a minimum below the bound", { n: 5, lower: 0, minimum: -1 }, ["n", "lower", "minimum"]],
    ["bounds in the wrong order", { n: 5, lower: 10, upper: 0 }, ["n", "lower", "upper"]],
    ["an SD of one patient", { n: 1, sd: 1 }, ["n", "sd"]],
    ["an SD and an error that differ", { n: 4, sd: 2, standardError: 2 }, ["n", "sd", "standardError"]],
    ["more events than patients", { n: 5, events: 6 }, ["n", "events"]],
    ["83.5 % of 38", { n: 38, percent: 83.5, percentDecimals: 1 }, ["n", "percent"]],
    [
      "a percentage that is not the count's",
      { n: 22, percent: 50, percentDecimals: 0, events: 18 },
      ["n", "percent", "events"],
    ],
    [
      "a mean no steps give",
      { n: 5, mean: 7.3, lower: 0, upper: 10, step: 1 },
      ["n", "lower", "upper", "mean", "step"],
    ],
  ])("names %s", (_, report, expected) => {
    expect(clashes(report)).toEqual([expected]);
    expect(feasibleSet(report).quantities).toEqual([]);
  });

  it("names two that have nothing to do with each other", () => {
    expect(clashes({ n: 5, minimum: 2, maximum: 6, median: 7, sd: 9 })).toHaveLength(2);
  });

  it("says what must be true against what was found", () => {
    const [clash] = feasibleSet({ n: 5, minimum: 2, maximum: 6, mean: 5.5 }).clashes;
    expect(clash?.message).toBe("With n = 5, minimum 2 and maximum 6, mean must be from 2.8 to 5.2, got 5.5");
  });

  it("takes an SD that prints as the least there is", () => {
    expect(clashes({ n: 5, minimum: 2, maximum: 6, sd: 1.4, sdDecimals: 1 })).toEqual([]);
    expect(clashes({ n: 5, minimum: 2, maximum: 6, sd: Math.SQRT2 })).toEqual([]);
  });
});

describe("numbers that are none", () => {
  it.each<[string, SummaryReport]>([
    ["no patients", { n: 0 }],
    ["half a patient", { n: 2.5 }],
    ["a negative SD", { n: 5, sd: -1 }],
    ["a mean without end", { n: 5, mean: Number.POSITIVE_INFINITY }],
    ["a step of 0", { n: 5, step: 0 }],
  ])("refuses %s", (_, report) => {
    expect(() => feasibleSet(report)).toThrow(RangeError);
  });

  it("refuses scores beside a log ratio, of which they make no percentage", () => {
    const scores = { lower: 0, upper: 10, step: 1 };
    expect(() => feasibleSet({ n: 3, mean: -0.5, estimand: "log-ratio", scores })).toThrow(
      /leave them out for a log-ratio/u,
    );
  });
});
