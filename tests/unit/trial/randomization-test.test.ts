import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../src/errors.ts";
import { randomStream } from "../../../src/math/random/random-stream.ts";
import { randomizationResultSchema } from "../../../src/schema/index.ts";
import {
  ab,
  completelyRandomized,
  logMeanRatio,
  meanDifference,
  multiplicative,
  ownStatistic,
  probabilityOfSuperiority,
  randomizationTest,
  randomizedBlocks,
  randomizedPairs,
  slopeDifference,
  type TrialStatistic,
  trialStatistics,
} from "../../../src/trial/index.ts";
import { phasesOf, trialOf } from "../../helpers/trials.ts";

const treatments = ["saline", "IVIG"];
const labels = ["saline", "IVIG", "IVIG", "saline", "IVIG", "saline", "saline", "IVIG"];
const scores = [7, 3, 2, 6, 4, 8, 7, 3];
const pairs = randomizedPairs.design({ treatments, nPairs: 4 });
const free = completelyRandomized.design({ treatments, nPeriods: [4, 4] });
const decrease = { sides: 1, improvement: "decrease" } as const;

describe("a randomization test", () => {
  it("of four pairs finds at best 1/16 one-sided and 2/16 two-sided, and says that 5 % is out of reach", () => {
    const one = randomizationTest(trialOf(labels, scores), { design: pairs, ...decrease });
    const two = randomizationTest(trialOf(labels, scores), { design: pairs });
    expect([one.pValue, one.smallestPValue]).toEqual([1 / 16, 1 / 16]);
    expect([two.pValue, two.smallestPValue]).toEqual([2 / 16, 2 / 16]);
    expect(two.warnings.map(({ code }) => code)).toEqual(["level-unattainable", "interval-open"]);
    expect(two.estimates[0]).toMatchObject({ estimate: -4, lower: null, upper: null, bound: "open" });
  });

  it("of four and four periods in any order finds at best 1/70 and 2/70", () => {
    const two = randomizationTest(trialOf(labels, scores), { design: free });
    expect(two.pValue).toBe(2 / 70);
    expect(two.smallestPValue).toBe(2 / 70);
    expect(two.warnings).toEqual([]);
  });

  it("gives 1 where all scores are equal, and an interval from that point", () => {
    const result = randomizationTest(
      trialOf(
        labels,
        scores.map(() => 5),
      ),
      { design: free },
    );
    expect(result.pValue).toBe(1);
    expect(result.estimates[0]!.estimate).toBe(0);
    expect(Math.abs(result.estimates[0]!.lower!)).toBe(0);
    expect(result.distribution).toEqual([{ from: 0, to: 0, nAssignments: 70 }]);
    expect(result.autocorrelations[0]!.lagOne).toBeNull();
  });

  it("counts statistics that differ by rounding only as equal", () => {
    const rounded = [0.1, 0.2, 0.3, 0.1, 0.3, 0.2, 0.2, 0.1];
    const exact = rounded.map((score) => Math.round(10 * score));
    const p = (values: number[]): number =>
      randomizationTest(trialOf(labels, values), { design: free }).pValue;
    expect(p(rounded)).toBe(p(exact));
  });

  it("does not depend on where a score's scale begins, nor on its unit", () => {
    const p = (change: (y: number) => number): number =>
      randomizationTest(trialOf(labels, scores.map(change)), { design: free }).pValue;
    expect(p((y) => 1e6 + y)).toBe(2 / 70);
    expect(p((y) => 1e-9 * y)).toBe(2 / 70);
  });

  it("draws where there are too many assignments: (b + 1)/(m + 1), the same for a seed", () => {
    const options = { design: free, maxAssignments: 50, nDraws: 199, seed: 4 };
    const result = randomizationTest(trialOf(labels, scores), options);
    expect(result.method).toBe("monte-carlo");
    expect(result.nAssignments).toBe(200);
    expect(result.pValue * 200).toBe(Math.round(result.pValue * 200));
    expect(result.pValue).toBeGreaterThanOrEqual(1 / 200);
    expect(Math.abs(result.pValue - 2 / 70)).toBeLessThan(0.05);
    expect(randomizationTest(trialOf(labels, scores), options)).toEqual(result);
    expect(result.provenance.seed).toBe(4);
  });

  it("compares any two of several treatments, and leaves the others out", () => {
    const blocks = randomizedBlocks.design({ treatments: ["A", "B", "C"], nBlocks: 3 });
    const trial = trialOf(["A", "B", "C", "C", "A", "B", "B", "C", "A"], [5, 3, 9, 8, 5, 2, 3, 9, 6]);
    const result = randomizationTest(trial, { design: blocks, treatment: "C", reference: "B" });
    expect(result.observed).toBeCloseTo(26 / 3 - 8 / 3, 12);
    expect(result.nAssignments).toBe(216);
    expect(result.estimates[0]!.label).toBe("Difference, C − B");
    expect(() => randomizationTest(trial, { design: blocks, treatment: "D" })).toThrow("one of A, B, C");
  });

  it("knows that four treatments leave assignments that it cannot tell apart", () => {
    const blocks = randomizedBlocks.design({ treatments: ["A", "B", "C", "D"], nBlocks: 2 });
    const trial = trialOf(["A", "B", "C", "D", "D", "C", "B", "A"], [1, 9, 5, 5, 5, 5, 9, 1]);
    const result = randomizationTest(trial, { design: blocks, sides: 1, improvement: "increase" });
    expect(result.smallestPValue).toBe(4 / 576);
    expect(result.pValue).toBe(4 / 576);
  });

  it.each(trialStatistics)("takes the statistic $name, as plain JSON of its shape", (statistic) => {
    const design = ab.design({ treatments: ["A", "B"], nScores: 14, minimumLength: 4 });
    const trial = phasesOf([8, 7, 8, 9, 7, 8], [4, 3, 5, 4, 2, 3, 4, 3]);
    const result = randomizationTest(trial, { design, statistic, level: 0.5 });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(randomizationResultSchema.parse(result)).toEqual(result);
    expect(result.nAssignments).toBe(7);
    expect(result.pValue).toBeGreaterThanOrEqual(1 / 7);
  });

  it("takes a statistic of one's own", () => {
    const highest = ownStatistic({
      name: "highest",
      label: "Difference of the highest scores",
      unit: "score",
      nullValue: 0,
      of: (treated, reference) => Math.max(...treated) - Math.max(...reference),
    });
    const result = randomizationTest(trialOf(labels, scores), {
      design: pairs,
      statistic: highest,
      ...decrease,
    });
    expect(result.observed).toBe(-4);
    expect(result.pValue).toBe(1 / 16);
    expect(result.estimates).toEqual([]);
  });

  it("refuses a statistic that some assignment has not", () => {
    const design = ab.design({ treatments: ["A", "B"], nScores: 8, minimumLength: 1 });
    const run = () =>
      randomizationTest(phasesOf([8, 7, 8, 9], [4, 3, 5, 4]), { design, statistic: slopeDifference });
    expect(run).toThrow(EstimationError);
    const withZero = () =>
      randomizationTest(trialOf(labels, [7, 0, 0, 6, 0, 8, 7, 0]), {
        design: pairs,
        statistic: logMeanRatio,
      });
    expect(withZero).toThrow(EstimationError);
    const negative = () =>
      randomizationTest(trialOf(labels, [7, 3, 2, -1, 4, 8, 7, 3]), { design: free, shift: multiplicative });
    expect(negative).toThrow("at least 0");
  });

  it("refuses options out of range", () => {
    const trial = trialOf(labels, scores);
    expect(() => randomizationTest(trial, { design: pairs, sides: 1 })).toThrow("improvement");
    expect(() => randomizationTest(trial, { design: pairs, level: 95 })).toThrow(RangeError);
    expect(() => randomizationTest(trial, { design: pairs, nDraws: 0 })).toThrow(RangeError);
    expect(() => randomizationTest(trial, { design: pairs, seed: 0.5 })).toThrow(RangeError);
    expect(() =>
      randomizationTest(trial, { design: pairs, treatment: "saline", reference: "saline" }),
    ).toThrow("differ");
  });
});

describe("what it says about a design with a fixed order", () => {
  const design = ab.design({ treatments: ["A", "B"], nScores: 13, minimumLength: 3 });

  it("names the autocorrelation, its bias, the trend, and the level out of reach", () => {
    const trial = phasesOf([80, 76, 73, 69, 66, 62], [40, 38, 35, 33, 30, 28, 27]);
    const { warnings, pValue } = randomizationTest(trial, { design });
    const codes = warnings.map(({ code }) => code);
    expect(codes).toEqual(["level-unattainable", "interval-open", "phases-in-fixed-order", "baseline-trend"]);
    expect(warnings[2]!.message).toContain("with 13 scores a true 0.6 shows on average as about 0.34");
    expect(pValue).toBe(1 / 8);
  });
});

/** p-values of both sides with an effect removed, by the test itself. */
function sidesAt(values: number[], statistic: TrialStatistic, remove: (y: number) => number): number[] {
  const shifted = values.map((y, i) => (labels[i] === "IVIG" ? remove(y) : y));
  return (["increase", "decrease"] as const).map(
    (improvement) =>
      randomizationTest(trialOf(labels, shifted), {
        design: free,
        statistic,
        shift: null,
        sides: 1,
        improvement,
      }).pValue,
  );
}

describe("an interval by inverting the test", () => {
  const level = 0.9;
  const stream = randomStream(17);
  const drawn = Array.from({ length: 6 }, () => labels.map(() => 2 + 6 * stream.uniform()));

  it.each([
    [meanDifference.name, meanDifference, (x: number) => (y: number) => y - x],
    [probabilityOfSuperiority.name, probabilityOfSuperiority, (x: number) => (y: number) => y - x],
    [logMeanRatio.name, logMeanRatio, (x: number) => (y: number) => y / x],
  ] as const)("of %s ends where the test begins to reject", (_, statistic, removal) => {
    for (const values of drawn) {
      const { estimates } = randomizationTest(trialOf(labels, values), { design: free, statistic, level });
      const { lower, upper, estimate } = estimates[0]!;
      expect(lower!).toBeLessThan(estimate!);
      expect(upper!).toBeGreaterThan(estimate!);
      const p = (x: number): number[] => sidesAt(values, statistic, removal(x));
      expect(p(lower! - 1e-6)[0]).toBeLessThanOrEqual(0.05);
      expect(p(lower! + 1e-6)[0]).toBeGreaterThan(0.05);
      expect(p(upper! + 1e-6)[1]).toBeLessThanOrEqual(0.05);
      expect(p(upper! - 1e-6)[1]).toBeGreaterThan(0.05);
    }
  });

  it("agrees with the search where the statistic has breakpoints", () => {
    const slow: TrialStatistic = { ...meanDifference, linear: false };
    for (const values of drawn) {
      const [fast, searched] = [meanDifference, slow].map(
        (statistic) =>
          randomizationTest(trialOf(labels, values), { design: free, statistic, level }).estimates[0]!,
      );
      // The search counts statistics within 1e-9 of the largest as equal, which moves a limit by a few times that.
      for (const end of ["estimate", "lower", "upper"] as const)
        expect(Math.abs(fast![end]! - searched![end]!)).toBeLessThan(3e-8);
    }
  });

  it("has one end where the test is one-sided, at the whole of 1 − level", () => {
    const options = { design: free, level, ...decrease };
    const one = randomizationTest(trialOf(labels, scores), options).estimates[0]!;
    const two = randomizationTest(trialOf(labels, scores), { design: free, level: 0.8 }).estimates[0]!;
    expect(one).toMatchObject({ lower: null, upper: two.upper, bound: "open-lower" });
  });

  it("estimates a shift by the median of all pairwise differences where the statistic counts pairs", () => {
    const result = randomizationTest(trialOf(labels, scores), {
      design: free,
      statistic: probabilityOfSuperiority,
    });
    expect(result.observed).toBe(0);
    expect(result.estimates[0]!.estimate).toBeCloseTo(-4, 9);
  });
});
