import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../../../src/errors.ts";
import { describeSummary, learnedMillerThomas, studentTBySd } from "../../../../src/pooling/index.ts";
import type { SummaryReport } from "../../../../src/schema/summary-report.ts";
import { type SummaryResult, summaryResultSchema } from "../../../../src/schema/summary-result.ts";

const morozumi: SummaryReport = {
  n: 5,
  mean: 73.4,
  decimals: 1,
  lower: 0,
  upper: 100,
  unit: "%",
  estimand: "mean-of-ratios",
};

function codes({ warnings }: SummaryResult): string[] {
  return warnings.map(({ code }) => code);
}

describe("what a report still says", () => {
  const hard: [string, SummaryReport][] = [
    ["one patient", { n: 1, mean: 50, lower: 0, upper: 100 }],
    ["one patient and no bounds", { n: 1, mean: 50 }],
    ["two patients with both values", { n: 2, mean: 50, minimum: 40, maximum: 60, lower: 0, upper: 100 }],
    ["three patients", { n: 3, mean: 50, sd: 10, lower: 0, upper: 100 }],
    ["a mean at the lower bound", { n: 5, mean: 0, lower: 0, upper: 100 }],
    ["a mean at the upper bound", { n: 5, mean: 100, sd: 0, lower: 0, upper: 100 }],
    ["no bounds", { n: 5, mean: 3, sd: 1 }],
    ["least and greatest value alike", { n: 5, mean: 3, minimum: 3, maximum: 3 }],
    ["a ratio of two averages", { ...morozumi, estimand: "ratio-of-means" }],
    ["a range and a median", { n: 5, minimum: 2, median: 3, maximum: 6 }],
    ["quartiles", { n: 12, lowerQuartile: 2, median: 3, upperQuartile: 6 }],
    ["negative values", { n: 5, minimum: -3, median: 0, maximum: 4 }],
    ["n alone", { n: 5 }],
  ];

  it.each(hard)("is plain JSON of its schema for %s", (_, report) => {
    const result = describeSummary(report);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(() => summaryResultSchema.parse(result)).not.toThrow();
    for (const row of result.estimates) expect(row.lower ?? 0).toBeLessThanOrEqual(row.upper ?? Infinity);
  });

  it.each(hard)("says why wherever a limit is missing, for %s", (_, report) => {
    const result = describeSummary(report);
    const missing = result.estimates.filter(({ lower, upper }) => lower === null || upper === null);
    expect(missing.length === 0 || result.warnings.length > 0).toBe(true);
    for (const { bound } of missing) expect(bound).not.toBe("closed");
  });

  it("orders its rows by what they take for granted", () => {
    const order = ["bounds-only", "weak", "parametric"];
    const layers = describeSummary(morozumi).estimates.map(({ layer }) => order.indexOf(layer));
    expect(layers).toEqual([...layers].sort((a, b) => a - b));
    expect(new Set(layers).size).toBe(3);
  });

  it("says of Student's t beyond 100 % that it is impossible", () => {
    const result = describeSummary(morozumi, { intervals: [studentTBySd], assumedSds: [10, 20, 30] });
    const shown = result.estimates
      .slice(0, 3)
      .map(({ lower, upper }) => [lower!.toFixed(1), upper!.toFixed(1)]);
    expect(shown).toEqual([
      ["61.0", "85.8"],
      ["48.6", "98.2"],
      ["36.2", "110.6"],
    ]);
    const said = result.warnings.filter(({ code }) => code === "beyond-bounds").map(({ message }) => message);
    expect(said[0]).toBe(
      "Student's t by assumed SD (SD 30) reaches 110.6, but no value can be above 100: that part is impossible",
    );
  });

  it("refuses an assumed SD that no sample has", () => {
    const result = describeSummary(morozumi, { intervals: [studentTBySd], assumedSds: [60] });
    expect([result.estimates[0]!.lower, result.estimates[0]!.given]).toEqual([null, "SD 60"]);
    expect(codes(result)).toContain("impossible-sd");
  });

  it("warns that a percentage may be a ratio of two averages, where the report doesn't say", () => {
    const { estimand: _, ...unsaid } = morozumi;
    expect(codes(describeSummary(unsaid))).toContain("estimand-unknown");
    expect(codes(describeSummary(morozumi))).not.toContain("estimand-unknown");
  });

  it("names the contradiction of a report that no sample fits", () => {
    const impossible = (): unknown => describeSummary({ ...morozumi, sd: 60 });
    expect(impossible).toThrow(InputError);
    expect(impossible).toThrow("sd");
    const coarse = { n: 2, mean: 3.3, decimals: 1, lower: 0, upper: 10, step: 1 };
    expect(() => describeSummary(coarse)).toThrow(/InputError|no-sample|No sample|sample/u);
  });

  it("says that samples were drawn where they are too many to list, and repeats them for a seed", () => {
    const report = { n: 12, mean: 52, decimals: 1, lower: 0, upper: 100, step: 1 };
    const options = { intervals: [learnedMillerThomas], mostSamples: 1000, seed: 3 };
    const result = describeSummary(report, options);
    expect(result.reconstruction!.complete).toBe(false);
    expect(result.estimates[0]!.given).toContain("drawn");
    expect(codes(result)).toContain("samples-drawn");
    expect(result.provenance.seed).toBe(3);
    expect(describeSummary(report, options)).toEqual(result);
  });

  it("keeps as many samples as asked for, evenly spaced", () => {
    const scores = { lower: 0, upper: 10, step: 1, beforeAtLeast: 4 };
    const { reconstruction } = describeSummary({ ...morozumi, scores }, { keep: 50 });
    expect(reconstruction!.nSamples).toBe(221);
    expect(reconstruction!.samples.length).toBeLessThanOrEqual(50);
  });

  it("adds coverage on request, in the report's unit, and notes the seed", () => {
    const result = describeSummary(morozumi, { coverage: true, nSimulations: 50, seed: 7 });
    const hoeffding = result.coverage!.find(({ method }) => method === "hoeffding")!;
    expect(hoeffding.coverage).toBe(1);
    expect(hoeffding.meanWidth!).toBeGreaterThan(50);
    expect(result.provenance.seed).toBe(7);
    expect(() => summaryResultSchema.parse(result)).not.toThrow();
    expect(describeSummary(morozumi).coverage).toBeUndefined();
  });

  it("uses another level than 95 % throughout, but for limits with a level of their own", () => {
    const { estimates } = describeSummary({ ...morozumi, sd: 15, minimum: 52, maximum: 90 }, { level: 0.8 });
    for (const { level, method } of estimates)
      expect(level).toBe({ "median-range": 0.9375, "next-patient-range": 4 / 6 }[method] ?? 0.8);
  });

  it("gives Clopper–Pearson and Wilson for a count of patients", () => {
    const { estimates } = describeSummary({ n: 22, events: 18 });
    const shown = estimates.map(({ method, layer, unit, lower, upper }) => [
      method,
      layer,
      unit,
      (100 * lower!).toFixed(1),
      (100 * upper!).toFixed(1),
    ]);
    expect(shown).toEqual([
      ["clopper-pearson", "bounds-only", "fraction", "59.7", "94.8"],
      ["wilson", "weak", "fraction", "61.5", "92.7"],
    ]);
  });

  it("rejects options out of range", () => {
    expect(() => describeSummary(morozumi, { level: 95 })).toThrow(RangeError);
    expect(() => describeSummary(morozumi, { keep: 0 })).toThrow(RangeError);
    expect(() => describeSummary(morozumi, { assumedSds: [0] })).toThrow(RangeError);
    expect(() => describeSummary(morozumi, { coverage: true, nSimulations: 0 })).toThrow(RangeError);
    expect(() => describeSummary({ n: 0 })).toThrow(RangeError);
    expect(EstimationError.name).toBe("EstimationError");
  });
});
