import { describe, expect, it } from "vitest";
import { randomizationChart, toSvg } from "../../../../src/render/charts/index.ts";
import { countTicks } from "../../../../src/render/charts/randomization/distribution-axes.ts";
import { type BarPiece, tailBars } from "../../../../src/render/charts/randomization/tail-bars.ts";
import { nExtreme } from "../../../../src/render/trial/test-words.ts";
import { countMarks, textsOf } from "../../../helpers/svg-marks.ts";
import { randomizationResults, trialResults } from "../../../helpers/trial-results.ts";

const total = (pieces: readonly BarPiece[]): number =>
  pieces.reduce((sum, { low, high }) => sum + high - low, 0);

describe("the bars of a randomization distribution", () => {
  it.each(Object.keys(randomizationResults))(
    "are dark for as many assignments as the p-value counts: %s",
    (name) => {
      const result = randomizationResults[name]!;
      const pieces = tailBars(result);
      expect(total(pieces.filter(({ isExtreme }) => isExtreme))).toBeCloseTo(nExtreme(result), 6);
      expect(total(pieces)).toBeCloseTo(result.nAssignments, 6);
    },
  );

  it("are dark on the side of improvement only where the test is one-sided", () => {
    const result = randomizationResults["one-sided"]!;
    const dark = tailBars(result).filter(({ isExtreme }) => isExtreme);
    expect(dark.every(({ to }) => to < 0)).toBe(true);
  });

  it("split the bar in which a tail begins", () => {
    const base = randomizationResults["six pairs"]!;
    const distribution = [
      { from: -1, to: 0, nAssignments: 5 },
      { from: 0, to: 1, nAssignments: 5 },
    ];
    const result = {
      ...base,
      distribution,
      observed: 0.5,
      sides: 1 as const,
      improvement: "increase" as const,
    };
    const pieces = tailBars({ ...result, nAssignments: 10, pValue: 0.2 });
    expect(pieces.filter(({ isExtreme }) => isExtreme)).toEqual([
      { from: 0, to: 1, low: 0, high: 2, isExtreme: true },
    ]);
  });
});

describe("the picture of a randomization distribution", () => {
  it("says p and the smallest one in words, and marks the actual assignment and no difference", async () => {
    const spec = randomizationChart(trialResults["six pairs"]!);
    expect(spec.description).toBe(
      "Difference of means: −3.2 (95 % interval: −3.7 to −2.7). If the treatments did the same, 2 of 64 possible assignments would give a result at least as extreme: p = 0.031, two-sided. The smallest p-value that this design can give is 0.031: a result at the level of 5 % was possible.",
    );
    const svg = await toSvg(spec);
    expect(textsOf(svg, "observedWords")).toEqual(["actual assignment: −3.17"]);
    expect(textsOf(svg, "noEffectWords")).toEqual(["no difference"]);
    expect(textsOf(svg, "mirroredWords")).toEqual(["as far the other way"]);
  });

  it("reads with two assignments and with a million", async () => {
    const two = randomizationResults["two assignments"]!;
    expect(randomizationChart(two).description).toContain("the level of 5 % was out of reach");
    expect(countMarks(await toSvg(randomizationChart(two)), "distributionBars")).toBe(2);
    expect(randomizationChart(randomizationResults["a million assignments"]!).description).toContain(
      "of 1,048,576 possible assignments",
    );
  });

  it("has one bar where every assignment gives the same", async () => {
    const svg = await toSvg(randomizationChart(randomizationResults["all scores equal"]!));
    expect(countMarks(svg, "distributionBars")).toBe(1);
    expect(countMarks(svg, "noEffect")).toBe(0);
  });

  it("needs a test", () => {
    expect(() => randomizationChart(trialResults["no design"]!)).toThrow(RangeError);
  });

  it("counts in whole numbers", () => {
    expect(countTicks(1)).toEqual([0, 1]);
    expect(countTicks(2)).toEqual([0, 1, 2]);
    expect(countTicks(81_920)).toEqual([0, 20_000, 40_000, 60_000, 80_000]);
  });
});
