import { describe, expect, it } from "vitest";
import { describeSummary } from "../../../../src/pooling/index.ts";
import { shownLevel, shownRange, summaryNumber } from "../../../../src/render/summary/summary-number.ts";
import { summaryHtml, summaryMarkdown, summaryText } from "../../../../src/render/summary/summary-reports.ts";

describe("summaryNumber", () => {
  it.each([
    [12.6638, 87.3, "12.7"],
    [100, 87.3, "100"],
    [60.98, 24.8, "61.0"],
    [2.19089, 0.777, "2.191"],
    [2.8, 2.4, "2.8"],
    [0.8236, 13.7, "0.82"],
    [-1.2305, 10.5, "−1.2"],
    [0, 0, "0"],
    [-0.0001, 5, "0.000"],
  ])("writes %d in a width of %d as %s", (value, width, text) => {
    expect(summaryNumber(value, width)).toBe(text);
  });
});

describe("shownRange", () => {
  it.each([
    [12.66, 100, "%", "12.7 to 100 %"],
    [0.597, 0.948, "fraction", "59.7 to 94.8 %"],
    [2, 6, "month", "2 to 6 months"],
    [null, 6, "month", "below 6 months"],
    [3, null, "value", "above 3"],
    [null, null, "%", "no limit either side"],
    [4, 4, "score", "4 to 4"],
  ])("writes %s and %s in %s as %s", (lower, upper, unit, text) => {
    expect(shownRange(lower, upper, unit)).toBe(text);
  });

  it("writes a level with four digits", () => {
    expect([0.95, 0.9375, 4 / 6].map(shownLevel)).toEqual(["95 %", "93.75 %", "66.67 %"]);
  });
});

describe("a report in words", () => {
  it("labels each layer with what it takes for granted, the least first", () => {
    const text = summaryText([describeSummary({ n: 5, mean: 73.4, lower: 0, upper: 100 })]);
    const places = [
      "From the bounds alone",
      "With a little more taken for granted",
      "If the values follow a family",
    ].map((heading) => text.indexOf(heading));
    expect(places.every((place, i) => place > (places[i - 1] ?? 0))).toBe(true);
    expect(text).toContain("Hoeffding; KL–Chernoff");
    expect(text).toContain(
      "Student's t by assumed SD: Patients independent of each other, their mean near enough to normal",
    );
  });

  it("says so where the numbers don't agree", () => {
    const text = summaryText([
      describeSummary({ n: 10, mean: 5, decimals: 1, sd: 1, sdDecimals: 1, t: 30, tDecimals: 1 }),
    ]);
    expect(text).toContain("Some numbers can't all be as they are printed.");
  });

  it("says nothing of a section that a report has nothing for", () => {
    const text = summaryText([describeSummary({ n: 22, events: 18 })]);
    expect(text).not.toMatch(/Samples that fit|standard deviation from the range|How often/u);
    expect(text).toContain(
      "18 of 22 patients: 81.8 %, 95 % interval of the proportion: 59.7 to 94.8 % (Clopper–Pearson).",
    );
  });

  it("neutralises what a file's label could do to a page, to Markdown and to a terminal", () => {
    const result = describeSummary({
      n: 5,
      mean: 5,
      lower: 0,
      upper: 10,
      label: "<b>\u001b[31m|x",
      source: "<script>",
    });
    const pictures = { layers: null, samples: null };
    for (const results of [[result], [result, result]]) {
      expect(summaryHtml(results, pictures)).not.toMatch(/<b>|<script>/u);
      expect(summaryHtml(results, pictures)).not.toContain("\u001b");
      expect(summaryText(results)).not.toContain("\u001b");
      expect(summaryMarkdown(results)).not.toContain("<b>");
    }
  });

  it("says that bounds are taken as true, and what a lower bound of 0 says of a relief", () => {
    const relief = summaryText([
      describeSummary({ n: 5, mean: 73.4, decimals: 1, lower: 0, upper: 100, unit: "%" }),
    ]);
    expect(relief).toContain("those given (0 to 100 %) are taken as true");
    expect(relief).toContain("a lower bound of 0 says that there was none.");
    const months = summaryText([describeSummary({ n: 5, minimum: 2, maximum: 6, lower: 0, unit: "month" })]);
    expect(months).toContain("those given (at least 0 months) are taken as true");
    expect(months).not.toContain("got worse: where");
    expect(summaryText([describeSummary({ n: 22, events: 18 })])).not.toContain("taken as true");
  });

  it("names its checks for people", () => {
    const result = describeSummary({ n: 5, mean: 73.4, decimals: 1, lower: 0, upper: 100, unit: "%" });
    expect(summaryText([result])).toMatch(/ {2}All numbers together +yes /u);
    expect(summaryText([result])).not.toContain("possible-sample");
    const { consistency } = result;
    const older = {
      ...result,
      consistency: { ...consistency, checks: consistency.checks.map(({ label: _, ...rest }) => rest) },
    };
    expect(summaryText([older])).toMatch(/ {2}possible sample +yes /u);
  });

  it("refuses to show no report", () => {
    expect(() => summaryText([])).toThrow(TypeError);
  });
});
