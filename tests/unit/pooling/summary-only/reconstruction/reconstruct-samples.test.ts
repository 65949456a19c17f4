import { describe, expect, it } from "vitest";
import { compatibleSamples, reconstructSamples } from "../../../../../src/pooling/index.ts";
import { reconstructionSchema } from "../../../../../src/schema/reconstruction.ts";
import type { SummaryReport } from "../../../../../src/schema/summary-report.ts";
import { plainNumbers } from "../../../../helpers/plain-samples.ts";

const scores = { lower: 0, upper: 10, step: 1, beforeAtLeast: 4 };
const morozumi: SummaryReport = { n: 5, mean: 73.4, decimals: 1, scores };

function refusal(report: SummaryReport): unknown {
  try {
    return reconstructSamples(report);
  } catch (error) {
    return error;
  }
}

describe("every sample of a small report", () => {
  it("is listed with its values, SD and number of score pairs", () => {
    const found = reconstructSamples({ n: 2, mean: 1, lower: 0, upper: 2, step: 1 });
    expect(found.samples).toEqual([
      { values: [0, 2], sd: Math.SQRT2, nPairSets: 1 },
      { values: [1, 1], sd: 0, nPairSets: 1 },
    ]);
    expect(reconstructionSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
  });

  it("counts sets of score pairs as brute force does", () => {
    const pairs = Array.from({ length: 3 }, (_, b) => b + 1).flatMap((before) =>
      Array.from({ length: before + 1 }, (_, after) => (100 * (before - after)) / before),
    );
    let [sets, percentages] = [0, new Set<string>()];
    for (let i = 0; i < pairs.length; i++)
      for (let j = i; j < pairs.length; j++)
        for (let k = j; k < pairs.length; k++) {
          const sample = [pairs[i]!, pairs[j]!, pairs[k]!].sort((a, b) => a - b);
          if (Math.abs(sample.reduce((sum, x) => sum + x, 0) / 3 - 50) > 5 + 1e-9) continue;
          sets++;
          percentages = percentages.add(sample.map((x) => x.toFixed(6)).join());
        }
    const found = reconstructSamples({
      n: 3,
      mean: 50,
      decimals: -1,
      scores: { lower: 0, upper: 3, step: 1 },
    });
    expect([found.nPairSets, found.nSamples]).toEqual([sets, percentages.size]);
  });

  it("keeps some of them, evenly, where there are many", () => {
    const found = reconstructSamples(morozumi, { keep: 50 });
    expect(found.nSamples).toBe(221);
    expect(found.samples.length).toBeLessThanOrEqual(50);
    expect(found.samples.length).toBeGreaterThan(25);
  });

  it("obeys conditions on the change", () => {
    const some = { n: 2, mean: 25, decimals: 0, scores: { lower: 0, upper: 4, step: 1 } };
    const values = (change: "any" | "none-worse" | "all-improved"): number[] =>
      Array.from(compatibleSamples({ ...some, scores: { ...some.scores, change } })).flatMap(
        (sample) => sample.values,
      );
    expect(Math.min(...values("any"))).toBeLessThan(0);
    expect(Math.min(...values("none-worse"))).toBe(0);
    expect(Math.min(...values("all-improved"))).toBeGreaterThan(0);
  });

  it("is one where one patient's mean is known", () => {
    const found = reconstructSamples({ n: 1, mean: 3, lower: 0, upper: 10, step: 1 });
    expect([found.nSamples, found.sd]).toEqual([1, null]);
  });

  it("can be walked one at a time, without holding any", () => {
    let count = 0;
    for (const { values } of compatibleSamples(morozumi)) {
      count++;
      expect(values).toHaveLength(5);
    }
    expect(count).toBe(221);
  });
});

describe("samples drawn where there are too many", () => {
  const report: SummaryReport = { ...morozumi, n: 30 };

  it("fit, differ from each other and are repeatable", () => {
    const found = reconstructSamples(report, { draws: 200, keep: 1000, seed: 7 });
    expect(found.complete).toBe(false);
    expect(new Set(found.samples.map(({ values }) => values.join())).size).toBe(found.nSamples);
    for (const { values } of found.samples)
      expect(Math.abs(plainNumbers(values).mean - 73.4)).toBeLessThan(0.05 + 1e-9);
    expect(reconstructSamples(report, { draws: 200, keep: 1000, seed: 7 })).toEqual(found);
    expect(reconstructSamples(report, { draws: 200, keep: 1000, seed: 8 })).not.toEqual(found);
  });

  it("come with what share has been seen, and with what they don't say", () => {
    const { coverage, warnings } = reconstructSamples(report, { draws: 200 });
    expect(coverage!.share).toBeCloseTo(1 - coverage!.seenOnce / coverage!.draws, 12);
    expect(warnings.map(({ code }) => code)).toEqual(["samples-drawn"]);
    expect(warnings[0]!.message).toContain("not drawn equally often");
  });

  it("meet a printed SD, a median of two ranks, a minimum and a maximum", () => {
    const conditions = {
      n: 12,
      mean: 4,
      decimals: 1,
      sd: 2.5,
      sdDecimals: 1,
      minimum: 0,
      maximum: 9,
      median: 3.5,
    };
    const found = reconstructSamples({ ...conditions, step: 1 }, { mostSamples: 5, draws: 300, keep: 300 });
    for (const { values } of found.samples) {
      const numbers = plainNumbers(values);
      expect(numbers).toMatchObject({ minimum: 0, maximum: 9, median: 3.5 });
      expect(Math.abs(numbers.sd - 2.5)).toBeLessThan(0.05 + 1e-9);
    }
  });

  it("reach nearly all samples of a space that could be listed", () => {
    const few = { n: 4, mean: 5, decimals: 0, lower: 0, upper: 10, step: 1 };
    const all = reconstructSamples(few).nSamples;
    const found = reconstructSamples(few, { mostSamples: 1, draws: 3000 });
    expect(found.nSamples).toBeGreaterThan(0.95 * all);
    expect(found.coverage!.share).toBeGreaterThan(0.95);
  });
});

describe("a report that admits no sample", () => {
  it.each<[string, SummaryReport, RegExp]>([
    [
      "a mean no integers give",
      { n: 5, mean: 7.3, decimals: 1, lower: 0, upper: 10, step: 1 },
      /n = 5 and mean 7\.3/u,
    ],
    [
      "an SD no integers give",
      { n: 20, mean: 4.3, decimals: 2, sd: 2.5, sdDecimals: 2, lower: 0, upper: 10, step: 1 },
      /mean 4\.3 and sd 2\.5/u,
    ],
    [
      "a mean above the bound",
      { n: 5, mean: 11, lower: 0, upper: 10, step: 1 },
      /upper 10, mean must be at most 10, got 11/u,
    ],
    ["a percentage no pairs give", { n: 1, mean: 73.4, decimals: 1, scores }, /n = 1 and mean 73\.4/u],
  ])("is refused by name: %s", (_, report, message) => {
    expect(refusal(report)).toMatchObject({
      name: "EstimationError",
      code: "no-sample",
      message: expect.stringMatching(message),
    });
  });

  it.each<[string, SummaryReport]>([
    ["no scale", { n: 5, mean: 4 }],
    ["no bounds", { n: 4, mean: 3, step: 1 }],
    ["a ratio of means", { ...morozumi, estimand: "ratio-of-means" }],
  ])("is told apart from one that does not say enough: %s", (_, report) => {
    expect(refusal(report)).toMatchObject({ code: "not-identifiable" });
  });

  it.each([{ keep: 0 }, { draws: 1.5 }, { seed: 0.5 }])(
    "options that are none are refused: %j",
    (options) => {
      expect(() => reconstructSamples(morozumi, options)).toThrow(RangeError);
    },
  );

  it("scores of 0 before treatment have no percentage", () => {
    expect(() => reconstructSamples({ ...morozumi, scores: { ...scores, beforeAtLeast: 0 } })).toThrow(
      RangeError,
    );
  });
});
