import { describe, expect, it } from "vitest";
import { compatibleSamples, feasibleSet, grim, reconstructSamples } from "../../src/pooling/index.ts";
import type { SummaryReport } from "../../src/schema/summary-report.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { referenceEntries } from "../helpers/reference.ts";

const ends = (report: SummaryReport, name: string): [number, number] => {
  const found = feasibleSet(report).quantities.find(({ quantity }) => quantity === name);
  return [found!.lower as number, found!.upper as number];
};

describe("ranges that follow from a minimum and a maximum", () => {
  it.each(referenceEntries("pooling.json", /^range\./u))(
    "$id gives mean and SD by algebra",
    ({ inputs, outputs }) => {
      const report = { n: inputs.n, minimum: inputs.min, maximum: inputs.max };
      expectRelative(ends(report, "mean"), outputs.mean_bounds, 1e-12);
      expectRelative(ends(report, "sd"), [outputs.algebraic_sd_min, outputs.algebraic_sd_max], 1e-12);
    },
  );

  it("agrees with the report of 2 to 6 months in five patients", () => {
    const [entry] = referenceEntries("pooling.json", /^summary\.duration_2_6_n5$/u);
    const report = { n: 5, minimum: 2, maximum: 6 };
    expectRelative(ends(report, "mean"), entry!.outputs.mean_bounds, 1e-12);
    expectRelative(ends(report, "sd"), entry!.outputs.sd_bounds, 1e-12);
  });

  it("narrows both where the median is 3", () => {
    const report = { n: 5, minimum: 2, maximum: 6, median: 3 };
    expectRelative(ends(report, "mean"), [3.2, 4], 1e-12);
    expectRelative(ends(report, "sd"), [1.5, Math.sqrt(4.2)], 1e-12);
  });
});

describe("a mean improvement of 73.4 % in five patients", () => {
  const [entry] = referenceEntries("pooling.json", /^sprite\.734_n5\.integerVAS$/u);
  const { count, count_all_ge30, count_all_ge50, ...quantiles } = entry!.outputs;
  const scores = { lower: 0, upper: 10, step: 1, beforeAtLeast: 4 };
  const report: SummaryReport = { n: 5, mean: 73.4, decimals: 1, scores };
  const quartiles = ({ sd }: ReturnType<typeof reconstructSamples>): number[] => [
    sd!.lower,
    sd!.lowerQuartile,
    sd!.median,
    sd!.upperQuartile,
    sd!.upper,
  ];

  it("comes from 221 sets of percentages and 2,291 of score pairs", () => {
    const found = reconstructSamples(report);
    expect([found.nSamples, found.nPairSets, found.complete]).toEqual([count, 2291, true]);
    expectRelative(quartiles(found), quantiles.sd_quantiles_0_25_50_75_100, 1e-12);
  });

  it("comes from fewer where no patient improved by less than 30 or 50 %", () => {
    const [of30, of50] = [30, 50].map((lower) => reconstructSamples({ ...report, lower }));
    expect([of30!.nSamples, of50!.nSamples]).toEqual([count_all_ge30, count_all_ge50]);
    expectRelative(quartiles(of30!), quantiles.sd_all_ge30, 1e-12);
    expectRelative(quartiles(of50!), quantiles.sd_all_ge50, 1e-12);
  });

  it("is found in under a second", () => {
    const start = performance.now();
    reconstructSamples(report);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("is no ratio of means of integer scores, and could be one of finer scores", () => {
    const [{ inputs, outputs } = { inputs: {}, outputs: {} }] = referenceEntries("pooling.json", /^grim\./u);
    for (const [step, expected] of Object.entries(outputs)) {
      const fine = { lower: 0, upper: inputs.max_sum / inputs.n, step: Number(step) };
      const [answer] = grim({ ...report, estimand: "ratio-of-means", scores: fine });
      expect([answer?.nSolutions, answer?.consistent], step).toEqual([expected, (expected as number) > 0]);
    }
  });
});

describe("what SciPy's optimiser and brute force find", () => {
  it.each(referenceEntries("summary-only.json", /^feasible\./u))(
    "$id: the ends of every quantity",
    ({ inputs, outputs }) => {
      for (const [name, expected] of Object.entries(outputs)) {
        // SciPy holds its constraints, and sums of squares, to 1e-8.
        expectAbsolute(ends(inputs, name), expected as number[], 2e-7 * (inputs.upper ?? 10), name);
      }
    },
  );

  it.each(referenceEntries("summary-only.json", /^reconstruction\./u))(
    "$id: counts",
    ({ inputs, outputs }) => {
      const { n, mean, decimals, beforeAtLeast, worse } = inputs;
      const scores = {
        lower: 0,
        upper: 10,
        step: 1,
        beforeAtLeast,
        change: worse ? "any" : "none-worse",
      } as const;
      const found = Array.from(
        compatibleSamples({ n, mean, decimals, scores }),
        ({ nPairSets }) => nPairSets,
      );
      const pairs = found.reduce((sum, count) => sum + count, 0);
      expect({ pairs, percentages: found.length }).toEqual(outputs);
    },
  );
});
