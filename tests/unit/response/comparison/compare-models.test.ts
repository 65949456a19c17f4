import { describe, expect, it } from "vitest";
import { posteriorIntervals } from "../../../../src/inference/index.ts";
import { compareModels } from "../../../../src/response/comparison/compare-models.ts";
import { fitResponse } from "../../../../src/response/fit-response.ts";
import { bateman, noEffect, plateau } from "../../../../src/response/models/index.ts";
import { flatPriors, informedPriors } from "../../../../src/response/priors.ts";
import type { ResponseModel } from "../../../../src/response/response-model.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { prepareResponse } from "../../../helpers/response-problems.ts";
import { sampled } from "../../../helpers/sampled-models.ts";

const relapsing = patientOf([0, 3, 14, 45, 80, 110, 150], [9, 6, 3, 2, 4, 7, 9]);
const flatScores = patientOf([0, 4, 14, 45, 90, 120], [8, 8, 7, 8, 8, 7]);
const long = patientOf(
  [-14, 0, 3, 7, 14, 30, 45, 60, 75, 90, 105, 120, 135, 150, 170],
  [9, 10, 6, 4, 3, 2, 2, 2, 3, 3, 5, 6, 8, 9, 10],
);
const models = [plateau, noEffect, bateman];
/** A model without any finite likelihood. */
const broken: ResponseModel = {
  ...plateau,
  name: "broken",
  label: "Broken",
  relief: () => Number.NaN,
  gradient(_t, _p, out) {
    out.fill(Number.NaN);
    return Number.NaN;
  },
};
const codes = ({ warnings }: { warnings: { code: string }[] }): string[] => warnings.map(({ code }) => code);

describe("the rows of compared models", () => {
  const comparison = compareModels(relapsing, { models });
  const [first, without, second] = comparison.models;

  it("say how much worse than the best each predicts, and how much better than no effect", () => {
    expect(comparison.models.map(({ model }) => model)).toEqual(["plateau", "no-effect", "bateman"]);
    expect(Math.max(...comparison.models.map(({ difference }) => difference!))).toBe(0);
    expect(first!.difference).toBe(0);
    expect(first!.differenceStandardError).toBe(0);
    expect(second!.difference! - (second!.elpd! - first!.elpd!)).toBeCloseTo(0, 12);
    expect(first!.differenceFromNoEffect! - (first!.elpd! - without!.elpd!)).toBeCloseTo(0, 12);
    expect(without!.differenceFromNoEffect).toBe(0);
    expect(without!.logBayesFactor).toBe(0);
    const elpds = comparison.leaveOneOut.filter(({ model }) => model === "plateau");
    expect(elpds.map(({ observation }) => observation)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(elpds.reduce((sum, { elpd }) => sum + elpd!, 0)).toBeCloseTo(first!.elpd!, 12);
  });

  it("have weights that add to 1", () => {
    const weights = comparison.models.map(({ stackingWeight }) => stackingWeight!);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0);
  });

  it("have the Bayes factor of the posterior against its null model", () => {
    const { summary } = posteriorIntervals({ monteCarloError: 0.01 }).estimate(
      prepareResponse(relapsing).intervals,
      [],
    ).posterior!;
    // Two sets of some 4,000 draws, each with a mean weight known to 2 to 3 %.
    const error = Math.hypot(first!.logMarginalLikelihoodError!, without!.logMarginalLikelihoodError!, 0.04);
    expect(Math.abs(first!.logBayesFactor! - summary.nullModel!.logBayesFactor)).toBeLessThan(4 * error);
  });

  it("refer to no effect also where it is not among the models", () => {
    const alone = compareModels(relapsing, { models: [plateau] });
    expect(alone.models).toHaveLength(1);
    expect(alone.models[0]!.logBayesFactor).toBe(first!.logBayesFactor);
    expect(alone.models[0]!.differenceFromNoEffect).toBe(first!.differenceFromNoEffect);
    expect(alone.models[0]!.stackingWeight).toBe(1);
  });

  it("have AICc from 12 scores on, that of the fit", () => {
    expect(comparison.models.map(({ aicc }) => aicc)).toEqual([null, null, null]);
    expect(codes(comparison)).toContain("aicc-refused");
    const enough = compareModels(long, { models: [plateau, noEffect] });
    expect(codes(enough)).not.toContain("aicc-refused");
    expect(enough.models[0]!.aicc).toBe(fitResponse(long).fit.aicc);
    expect(enough.models[1]!.aicc).toBe(fitResponse(long).noEffect!.aicc);
  });
});

describe("a model that can't be fitted", () => {
  it("is null in its row, with a warning, and leaves the others as they were", () => {
    const without = compareModels(relapsing, { models: [plateau, noEffect] });
    const beside = compareModels(relapsing, { models: [broken, plateau, noEffect] });
    expect(beside.models.slice(1)).toEqual(without.models);
    expect(beside.averages).toEqual(without.averages);
    const { model, label, ...numbers } = beside.models[0]!;
    expect([model, label]).toEqual(["broken", "Broken"]);
    expect(new Set(Object.values(numbers))).toEqual(new Set([null]));
    expect(beside.warnings[0]).toMatchObject({ code: "model-failed" });
  });

  it("is an error where no other can be fitted either", () => {
    expect(() => compareModels(relapsing, { models: [broken] })).toThrow(/no starting point/);
    expect(() => compareModels(patientOf([0, 14], [9, 2]))).toThrow(/at least 3 scores/);
  });
});

describe("what is doubtful", () => {
  it("is no effect where neither rule speaks against it", () => {
    expect(codes(compareModels(flatScores, { models }))).toContain("no-effect-not-excluded");
    expect(codes(compareModels(relapsing, { models }))).not.toContain("no-effect-not-excluded");
  });

  it("are models that predict alike, and a prior that looked at the scores", () => {
    const twice = compareModels(relapsing, { models: [plateau, { ...plateau, name: "again" }] });
    expect(codes(twice)).toContain("models-not-separated");
    expect(twice.models.map(({ stackingWeight }) => stackingWeight)).toEqual([
      expect.closeTo(0.5, 5),
      expect.closeTo(0.5, 5),
    ]);
    expect(codes(twice)).not.toContain("prior-looks-at-scores");
    const looked = compareModels(relapsing, { models: [plateau], priors: informedPriors });
    expect(codes(looked)).toContain("prior-looks-at-scores");
  });

  it("is refused where it is the caller's: flat priors, no models, levels beyond 1", () => {
    expect(() => compareModels(relapsing, { models, priors: flatPriors })).toThrow(/needs proper priors/);
    expect(() => compareModels(relapsing, { models: [] })).toThrow(RangeError);
    expect(() => compareModels(relapsing, { models, level: 95 })).toThrow(RangeError);
  });
});

describe("the average", () => {
  it("of one model is its posterior", () => {
    const [average, again] = compareModels(relapsing, { models: [plateau] }).averages;
    expect(again!.estimates.map(({ estimate }) => estimate)).toEqual(
      average!.estimates.map(({ estimate }) => estimate),
    );
    const { intervals, targets } = prepareResponse(relapsing);
    const answer = posteriorIntervals().estimate({ ...intervals, nullModel: null }, targets);
    expect(average!.estimates.map(({ parameter }) => parameter)).toEqual([
      "relapseDay",
      "reliefDays",
      "bestRelief",
    ]);
    for (const { parameter, estimate, lower, upper } of average!.estimates) {
      const k = targets.findIndex((target) => target.parameter === parameter);
      const other = answer.intervals[k]!;
      const width = other.upper! - other.lower!;
      // Limits here are known to 5 % of the width, there to 1 %.
      for (const [own, theirs] of [
        [estimate, other.estimate],
        [lower, other.lower],
        [upper, other.upper],
      ]) {
        expect(Math.abs(own! - theirs!) / width, parameter).toBeLessThan(0.15);
      }
    }
  });

  it("counts no effect as reliefs of 0 and a threshold that is never reached", () => {
    const { models: rows, averages } = compareModels(flatScores, { models: [plateau, noEffect] });
    const [byStacking, byProbability] = averages;
    expect(byStacking!.weighting).toBe("stacking");
    for (const [average, share] of [
      [byStacking!, rows[1]!.stackingWeight!],
      [byProbability!, rows[1]!.posteriorProbability!],
    ] as const) {
      expect(share).toBeGreaterThan(0.2);
      const never = average.probabilities.find(({ event }) => event === "neverReached")!;
      // Models of next to no weight are left out.
      expect(never.probability!).toBeGreaterThan(share - 1e-6);
      expect(never.probability!).toBeLessThanOrEqual(1);
      expect(average.estimates.find(({ parameter }) => parameter === "bestRelief")!.lower).toBe(0);
    }
    const day = byProbability!.estimates.find(({ parameter }) => parameter === "relapseDay")!;
    expect(day.given).toMatch(/passes the threshold/);
    expect(day.method).toBe("posterior-probability");
  });

  it("by probability weighs no effect as fitResponse does", () => {
    for (const patient of [flatScores, relapsing]) {
      const { models: rows } = compareModels(patient, { models: [plateau, noEffect] });
      const { probability } = fitResponse(patient).posterior!.nullModel!;
      // Log odds known to the errors of four marginal likelihoods.
      const odds = (p: number): number => Math.log(p / (1 - p));
      expect(Math.abs(odds(rows[1]!.posteriorProbability!) - odds(probability))).toBeLessThan(0.25);
    }
    const informed = compareModels(flatScores, { models: [plateau, noEffect], priors: informedPriors });
    expect(informed.models[1]!.posteriorProbability).toBe(0);
  });

  it("has rows for each course", () => {
    const two = patientOf([0, 7, 60, 95, 110, 160], [9, 3, 4, 8, 3, 7], [0, 90]);
    const { averages, nCourses } = compareModels(two, { models: [bateman, noEffect] });
    expect(nCourses).toBe(2);
    expect(averages[0]!.estimates.map(({ course }) => course)).toEqual([1, 2, 1, 2, 1, 2]);
    expect(new Set(averages[0]!.probabilities.map(({ course }) => course))).toEqual(new Set([1, 2]));
  });
});

it("draws more from the models that matter where limits are not known well enough", () => {
  const few = sampled(patientOf([0, 14, 90], [8, 3, 7]));
  const before = few.draws.nDraws;
  const { averages } = compareModels(patientOf([0, 14, 90], [8, 3, 7]), { models: [plateau] });
  expect(before).toBeLessThan(8192);
  expect(averages[0]!.monteCarloError).toBeLessThanOrEqual(0.05);
});
