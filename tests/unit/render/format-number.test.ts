import { describe, expect, it } from "vitest";
import {
  formatDay,
  formatDose,
  formatEstimate,
  formatEstimateWithInterval,
  formatFixed,
  formatInterval,
  formatPercent,
  formatProbability,
  formatRange,
  formatValue,
} from "../../../src/render/format-number.ts";
import type { Estimate } from "../../../src/schema/index.ts";
import { estimateRow } from "../../helpers/response-results.ts";

const row = (part: Partial<Estimate>): Estimate =>
  estimateRow({ parameter: "relief", label: "Relief", unit: "fraction", ...part });

describe("formatFixed", () => {
  it.each([
    [-0.04, 1, "0.0"],
    [-0, 0, "0"],
    [-12.34, 1, "−12.3"],
    [2.5, 0, "3"],
  ])("writes %d with %d decimals as %s", (value, decimals, text) => {
    expect(formatFixed(value, decimals)).toBe(text);
  });
});

describe("formatProbability", () => {
  it.each([
    [0, "below 1 %"],
    [0.0049, "below 1 %"],
    [0.005, "1 %"],
    [0.5, "50 %"],
    [0.994, "99 %"],
    [0.996, "above 99 %"],
    [1, "above 99 %"],
  ])("writes %d as %s", (probability, text) => {
    expect(formatProbability(probability)).toBe(text);
  });
});

describe("formatValue", () => {
  it.each([
    [0.8123, "fraction", 0.21, "81 %"],
    [0.7342, "fraction", 0.08, "73.4 %"],
    [0.7342, "fraction", 0.0001, "73.4 %"],
    [0.5, "fraction", null, "50 %"],
    [118.4, "day", 50, "118 days"],
    [4.23, "day", 8, "4.2 days"],
    [9.96, "day", 8, "10 days"],
    [4, "day", 8, "4 days"],
    [1, "day", null, "1 day"],
    [-12.4, "day", 300, "−12 days"],
    [9.52, "score", 1.9, "9.5"],
    [0.834, "score", 0.9, "0.83"],
    [0, "score", null, "0"],
    [712.3, "score × day", 400, "712 score × day"],
    [1_969_927, "score", 983_361, "1970000"],
    [-3267, "score", 2000, "−3267"],
    [0.00053, "score", 0.0006, "0.00053"],
    [2.04e-6, "mol/L", 9e-7, "2.04\u00a0×\u00a010⁻⁶ mol/L"],
    [5.4185e11, "", 5.4e11, "5.4\u00a0×\u00a010¹¹"],
    [0, "score", 9e-7, "0"],
    [null, "day", null, "–"],
  ])("writes %d in %s, with an interval of width %d, as %s", (value, unit, width, text) => {
    expect(formatValue(value, unit, width)).toBe(text);
  });
});

describe("formatInterval", () => {
  it.each([
    [{ lower: 0.62, upper: 0.93 }, "62 to 93 %"],
    [{ lower: -0.2, upper: 0.4 }, "−20 to 40 %"],
    [{ estimate: 0.8, lower: 0.62, bound: "open-upper" as const }, "above 62 %"],
    [{ estimate: 0.8, upper: 0.93, bound: "open-lower" as const }, "below 93 %"],
    [{ estimate: 0.8, bound: "open" as const }, "no limit either side"],
    [{ estimate: 0.8 }, "–"],
    [{ unit: "day", lower: 95.2, upper: 149.6 }, "95 to 150 days"],
  ])("writes %o as %s", (part, text) => {
    expect(formatInterval(row(part))).toBe(text);
  });
});

describe("formatEstimate", () => {
  it("says of a relapse day without estimate that it is never reached", () => {
    expect(formatEstimate(row({ parameter: "relapseDay", unit: "day" }))).toBe("never reached");
    expect(formatEstimate(row({ parameter: "T50", unit: "day" }))).toBe("–");
  });

  it("takes the digits of a one-sided interval from its one end", () => {
    expect(formatEstimate(row({ estimate: 0.7342, lower: 0.72, bound: "open-upper" }))).toBe("73.4 %");
  });

  it("puts the interval beside the estimate, by its level", () => {
    expect(formatEstimateWithInterval(row({ estimate: 0.8, lower: 0.6, upper: 0.9, level: 0.9 }))).toBe(
      "80 % (90 % interval: 60 to 90 %)",
    );
    expect(formatEstimateWithInterval(row({ estimate: 0.8 }))).toBe("80 %");
  });
});

it("writes levels, days, doses and ranges", () => {
  expect([0.95, 0.999, 0.3, 1 / 3].map(formatPercent)).toEqual(["95 %", "99.9 %", "30 %", "33.333333 %"]);
  expect([0, 183, 14.25, -7].map(formatDay)).toEqual(["0", "183", "14.3", "−7"]);
  expect([2, 0.4, null].map(formatDose)).toEqual(["2 g/kg", "0.4 g/kg", "dose unknown"]);
  expect(formatRange(27.4, 413.6, "day")).toBe("27 to 414 days");
});
