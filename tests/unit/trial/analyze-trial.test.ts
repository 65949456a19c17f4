import { describe, expect, it } from "vitest";
import type { Trial } from "../../../src/schema/index.ts";
import { trialResultSchema } from "../../../src/schema/index.ts";
import {
  type AnalyzeTrialOptions,
  ab,
  analyzeTrial,
  defaultEffectSizes,
  type EffectSizeMethod,
  logMeanRatio,
  percentOfGoal,
  randomizationTest,
  randomizedPairs,
  slopeDifference,
  tauU,
} from "../../../src/trial/index.ts";
import { phasesOf, trialOf } from "../../helpers/trials.ts";

const decrease: AnalyzeTrialOptions = { improvement: "decrease" };
const pairs = trialOf(
  ["saline", "IVIG", "IVIG", "saline", "IVIG", "saline", "saline", "IVIG"],
  [7, 3, 2, 6, 4, 8, 7, 3],
);
const codes = (result: { warnings: { code: string }[] }): string[] => result.warnings.map(({ code }) => code);

describe("the answer of a trial", () => {
  const result = analyzeTrial(pairs, { ...decrease, design: randomizedPairs });

  it("is plain JSON under its schema", () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(trialResultSchema.parse(result)).toEqual(result);
  });

  it("has the effect and the interval of the randomization test first, whose settings the trial shows", () => {
    const design = randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 4 });
    const test = randomizationTest(pairs, { design, improvement: "decrease" });
    expect(result.randomization).toEqual(test);
    expect(result.estimates).toEqual([{ ...test.estimates[0], patient: "A" }]);
    expect(result.estimates[0]!.estimate).toBe(-4);
    expect(analyzeTrial(pairs, { ...decrease, design })).toEqual(result);
  });

  it("compares with the reference that was named, turned where it is the other", () => {
    const turned = analyzeTrial(pairs, { ...decrease, design: randomizedPairs, reference: "IVIG" });
    expect([turned.treatment, turned.reference]).toEqual(["saline", "IVIG"]);
    expect(turned.estimates[0]!.estimate).toBe(4);
    expect(turned.randomization!.pValue).toBe(result.randomization!.pValue);
  });

  it("has five effect sizes by the direction of improvement", () => {
    const names = (improvement: "decrease" | "increase"): string[] =>
      analyzeTrial(pairs, { improvement, design: randomizedPairs }).effectSizes.map((row) => row.parameter);
    const shared = ["nap", "tau", "standardized-mean-difference", "log-response-ratio"];
    expect(names("decrease")).toEqual([...shared, "percent-of-goal"]);
    expect(names("increase")).toEqual([...shared, "percent-change"]);
    expect(result.effectSizes[0]).toMatchObject({ estimate: 1, nBaseline: 4, nTreatment: 4, patient: "A" });
    expect(defaultEffectSizes("decrease")).toHaveLength(5);
  });

  it("takes other effect sizes with their options, and says where treatments take turns", () => {
    const goal = { method: percentOfGoal as EffectSizeMethod, options: { goal: 5 } };
    const { effectSizes } = analyzeTrial(pairs, {
      ...decrease,
      design: randomizedPairs,
      effectSizes: [tauU as EffectSizeMethod, goal],
    });
    expect(effectSizes.map((row) => row.parameter)).toEqual(["tau-u", "percent-of-goal"]);
    expect(codes(effectSizes[0]!)).toContain("phases-mixed");
    expect(effectSizes[1]!.estimate).toBeCloseTo(200, 12);
  });

  it("needs the direction of improvement, and options within their range", () => {
    expect(() => analyzeTrial(pairs, {} as AnalyzeTrialOptions)).toThrow(RangeError);
    expect(() => analyzeTrial(pairs, { ...decrease, level: 95 })).toThrow(RangeError);
    expect(() => analyzeTrial(pairs, { ...decrease, threshold: -1 })).toThrow(RangeError);
    expect(() => analyzeTrial(pairs, { ...decrease, reference: "sugar" })).toThrow(RangeError);
    expect(() => analyzeTrial(pairs, { ...decrease, design: ab })).toThrow(/minimumLength/u);
  });

  it("keeps every option among those of the result", () => {
    const { provenance } = analyzeTrial(pairs, { ...decrease, design: randomizedPairs, threshold: 2 });
    expect(provenance.options).toMatchObject({
      design: "randomized-pairs",
      settings: { nPairs: 4 },
      statistic: "mean-difference",
      threshold: 2,
      sides: 2,
      models: [],
    });
    expect(provenance.seed).toBeNull();
  });
});

describe("periods of a trial", () => {
  it("are the trial's own with the t interval of their mean, which equal scores do not have", () => {
    const scores = [7, 9, 3, 3].map((score, i) => ({
      treatment: i < 2 ? "A" : "B",
      score,
      period: i < 2 ? 1 : 2,
      block: 1,
      day: 10 * i,
    }));
    const trial: Trial = { patient: "A", treatments: ["A", "B"], scores };
    const { periods } = analyzeTrial(trial, { ...decrease, design: randomizedPairs });
    expect(periods).toHaveLength(2);
    expect(periods[0]).toMatchObject({ firstDay: 0, lastDay: 10, nScores: 2, mean: 8 });
    // t of one degree of freedom at 97.5 % is tan(0.475 π) = 12.7062; the standard error is 1.
    expect(periods[0]!.lower).toBeCloseTo(8 - 12.7062047, 6);
    expect(periods[0]!.upper).toBeCloseTo(8 + 12.7062047, 6);
    expect(periods[1]).toMatchObject({ mean: 3, lower: null, upper: null });
  });

  it("are the phases where single scores are assigned, or nothing is known", () => {
    const trial = phasesOf([7, 8, 7, 9], [3, 2, 4, 3]);
    const settings = { minimumLength: 3 };
    const known = analyzeTrial(trial, { ...decrease, design: ab, settings }).periods;
    expect(known.map(({ nScores, treatment }) => [treatment, nScores])).toEqual([
      ["A", 4],
      ["B", 4],
    ]);
    expect(analyzeTrial(trial, decrease).periods).toEqual(known);
  });
});

describe("a trial without a test", () => {
  it("says so where the design is not known, and gives the effect without an interval", () => {
    const result = analyzeTrial(pairs, decrease);
    expect([result.randomization, result.design]).toEqual([null, "none"]);
    expect(result.estimates[0]).toMatchObject({
      parameter: "shift",
      estimate: -4,
      lower: null,
      upper: null,
      bound: "open",
    });
    expect(codes(result)).toEqual(["no-randomization-test"]);
    expect(result.effectSizes).toHaveLength(5);
  });

  it("says so where the statistic does not exist for every assignment", () => {
    const trial = phasesOf([0, 0, 0, 3], [2, 1, 2, 2]);
    const options = { ...decrease, design: ab, settings: { minimumLength: 1 }, statistic: logMeanRatio };
    const result = analyzeTrial(trial, options);
    expect(result.randomization).toBeNull();
    expect(codes(result)).toContain("no-randomization-test");
    expect(result.estimates[0]!.estimate).toBeCloseTo(Math.log(1.75 / 0.75), 12);
  });

  it("gives the statistic itself where it is about no shift", () => {
    const trial = phasesOf([7, 8, 7, 9], [3, 2, 4, 3]);
    const options = { ...decrease, design: ab, settings: { minimumLength: 3 }, statistic: slopeDifference };
    const result = analyzeTrial(trial, options);
    expect(result.randomization!.estimates).toEqual([]);
    expect(result.estimates[0]).toMatchObject({ parameter: "slope-difference", bound: "open" });
    expect(result.estimates[0]!.estimate).toBeCloseTo(result.randomization!.observed, 12);
  });
});
