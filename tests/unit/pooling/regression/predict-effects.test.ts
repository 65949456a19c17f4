import { describe, expect, it } from "vitest";
import { permuteModerators, poolEstimates, predictEffects } from "../../../../src/pooling/index.ts";
import { commonEffect } from "../../../../src/pooling/tau-squared/common-effect.ts";
import { moderatorPredictionSchema } from "../../../../src/schema/index.ts";

const rows = [-4.2, -3.1, -5, -1.8, -2.9].map((estimate, i) => ({
  estimate,
  variance: 0.3 + 0.1 * i,
  moderators: { dose: [2, 1, 2, 0.5, 1.5][i]!, drug: ["x", "y", "x", "y", "x"][i]! },
}));
const moderators = ["dose", "drug"];

describe("effects at chosen values of moderators", () => {
  it("are those of the fitted line, whatever stands before in plain JSON", () => {
    const { estimates } = poolEstimates(rows, { moderators });
    const [intercept, dose, drug] = ["intercept", "moderator:dose", "moderator:drug=y"].map(
      (name) => estimates.find(({ parameter }) => parameter === name)!.estimate!,
    );
    const result = predictEffects(rows, {
      moderators,
      at: [
        { dose: 1.2, drug: "y" },
        { drug: "x", dose: 0 },
      ],
    });
    expect(moderatorPredictionSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(result.estimates[0]!.estimate).toBeCloseTo(intercept! + 1.2 * dose! + drug!, 12);
    expect(result.estimates[2]!.estimate).toBeCloseTo(intercept!, 12);
    expect(result.points).toEqual([
      { given: "dose = 1.2, drug = y", values: { dose: 1.2, drug: "y" }, outside: false },
      { given: "dose = 0, drug = x", values: { dose: 0, drug: "x" }, outside: true },
    ]);
    expect(result.warnings.map(({ code }) => code)).toEqual(["outside-the-series"]);
  });

  it("at the average of a number are the mean and the prediction of the pool", () => {
    const pool = poolEstimates(rows, { moderators: ["dose"] });
    const { estimates } = predictEffects(rows, { moderators: ["dose"], at: [{ dose: 1.4 }] });
    for (const [i, name] of ["mean", "prediction"].entries()) {
      const own = pool.estimates.find(({ parameter }) => parameter === name)!;
      expect(estimates[i]!.lower).toBeCloseTo(own.lower!, 12);
      expect(estimates[i]!.upper).toBeCloseTo(own.upper!, 12);
    }
  });

  it("under a common effect say nothing of a further series", () => {
    const { estimates } = predictEffects(rows, {
      moderators: ["dose"],
      tauSquared: commonEffect,
      at: [{ dose: 1 }],
    });
    expect(estimates.map(({ parameter }) => parameter)).toEqual(["mean"]);
  });

  it.each([
    [[], "at must have at least 1 point"],
    [[{ dose: 1 }], '"drug" has none'],
    [[{ dose: 1, drug: "z" }], '"drug" needs one of x, y, got z'],
    [[{ dose: Number.NaN, drug: "x" }], '"dose" needs a number, got NaN'],
    [[{ dose: 1, drug: "x", age: 4 }], 'values of the moderators (dose, drug), got "age"'],
  ])("refuse %j", (at, words) => {
    expect(() => predictEffects(rows, { moderators, at: at as { dose: number; drug: string }[] })).toThrow(
      expect.objectContaining({ name: "RangeError", message: expect.stringContaining(words) }),
    );
  });

  it("need a moderator", () => {
    expect(() => predictEffects(rows, { moderators: [], at: [{}] })).toThrow(RangeError);
  });
});

describe("all arrangements of moderators", () => {
  it("are gone through where they are asked for, as where more are allowed than there are", () => {
    const all = permuteModerators(rows, { moderators: ["drug"], arrangements: "all" });
    expect(all).toMatchObject({ method: "exact", nArrangements: 10 });
    expect(all.tests).toEqual(permuteModerators(rows, { moderators: ["drug"] }).tests);
  });

  it("are refused where there are more than a million", () => {
    const many = Array.from({ length: 11 }, (_, i) => ({
      estimate: i % 4,
      variance: 1,
      moderators: { dose: i },
    }));
    expect(() => permuteModerators(many, { moderators: ["dose"], arrangements: "all" })).toThrow(
      "There are 39916800 arrangements",
    );
  });
});
