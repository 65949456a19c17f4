import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../../../src/math/special/normal-quantile.ts";
import { nextCourse } from "../../../../src/response/forecast/next-course.ts";
import { nextScore } from "../../../../src/response/forecast/next-score.ts";
import { predictCourse, spreadsOf } from "../../../../src/response/forecast/planned-course.ts";
import { resultDraws } from "../../../../src/response/forecast/result-draws.ts";
import type { ResponseResult } from "../../../../src/schema/index.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";
import { drawnResult } from "../../../helpers/drawn-results.ts";

const OWN = ["mean baseline", "log residualSd", "baseline 1", "baseline 2"];
const CURVE = [
  "mean logit relief",
  "logit relief 1",
  "logit relief 2",
  "log onsetHalfTime",
  "mean log T50",
  "log T50 1",
  "log T50 2",
  "log wearOffDuration",
];
const [logit, logT50] = [1.2, Math.log(105)];
const curve = [logit, logit, logit, Math.log(0.1), logT50, logT50, logT50, Math.log(60)];
const levels = (mean: number, first: number, last: number): number[] => [mean, Math.log(0.8), first, last];

/** Two courses, and nothing unknown but what a next one brings. */
function resultOf(own: readonly number[], change: Partial<ResponseResult> = {}): ResponseResult {
  const draws = Array.from({ length: 400 }, () => [...own, ...curve]);
  const result = drawnResult({ draws, names: [...OWN, ...CURVE], days: [0, 150], lastScore: 200, change });
  result.provenance.options.baselines = "own";
  return result;
}
/** The same with the baseline that both courses share. */
function sharedResult(baseline: number): ResponseResult {
  const draws = Array.from({ length: 400 }, () => [baseline, Math.log(0.8), ...curve]);
  return drawnResult({
    draws,
    names: ["baseline", "log residualSd", ...CURVE],
    days: [0, 150],
    lastScore: 200,
  });
}
const rule = { relapseAt: { score: 5 } };

describe("what follows today", () => {
  it("follows from the last course's baseline, whatever the others were", () => {
    const [own, shared] = [resultOf(levels(8, 9, 7)), sharedResult(7)].map((result) =>
      nextCourse(result, rule),
    );
    expectAbsolute([own!.estimates[0]!.estimate!], [shared!.estimates[0]!.estimate!], 1e-9);
    const scores = [resultOf(levels(8, 9, 7)), sharedResult(7)].map((result) => nextScore(result, rule));
    expectAbsolute([scores[0]!.estimates[0]!.estimate!], [scores[1]!.estimates[0]!.estimate!], 1e-9);
  });

  it("measures relief, while the level still moves, from the level of the day", () => {
    // From course 1 on day 0 to course 2 on day 150 relief falls to 30 % on the day it would alone, whatever the level.
    const asked = { today: 5, horizon: 140 };
    const [own, shared] = [resultOf(levels(8, 9, 4)), sharedResult(9)].map((result) =>
      nextCourse(result, asked),
    );
    expectAbsolute([own!.estimates[0]!.estimate!], [shared!.estimates[0]!.estimate!], 1e-4);
  });
});

describe("a planned course", () => {
  const planned = { day: 260, doseGPerKg: null };
  const drawnBaselines = (result: ResponseResult, told?: Record<string, number>): number[] => {
    const drawn = resultDraws(result);
    const { parameters, draws } = predictCourse(result, drawn, planned, spreadsOf(result, told), 3);
    expect(parameters.baselines).toHaveLength(3);
    return draws.map((draw) => draw[parameters.baselines[2]!]!).sort((a, b) => a - b);
  };

  it("has a baseline around the patient's mean, with the spread of the set of priors on the scale", () => {
    const values = drawnBaselines(resultOf(levels(8, 9, 7)));
    // 400 even points of a normal distribution: a quantile errs by its step of 1/400 in probability at most.
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      expect(values[Math.floor(400 * p)]!).toBeGreaterThan(8 + normalQuantile(p - 0.01));
      expect(values[Math.floor(400 * p)]!).toBeLessThan(8 + normalQuantile(p + 0.0125));
    }
  });

  it("has one with the spread of the fit, of any scale's points, before that of the set", () => {
    const parameters = [
      { parameter: "baseline 1", mean: 0, around: "mean baseline", sd: 12 },
      { parameter: "log T50 1", mean: 0, around: "mean log T50", sd: 0.3 },
    ];
    const result = resultOf(levels(80, 90, 70), { priors: { set: "mine", parameters } });
    expect(spreadsOf(result)).toEqual({ byParameter: { baseline: 12, T50: 0.3 }, source: "the fit" });
    const wide = { ...resultOf(levels(80, 90, 70)), scale: { minimum: 0, maximum: 100, step: 1 } };
    expect(spreadsOf(wide).byParameter).toEqual({ baseline: 10, relief: 0.8, T50: 0.3 });
  });

  it("has none worse than the scale's best score, from whichever end that is counted", () => {
    for (const value of drawnBaselines(resultOf(levels(1, 2, 1)), { baseline: 2 }))
      expect(value).toBeGreaterThan(0);
    const rising = resultOf(levels(9, 8, 9));
    rising.provenance.options.improvement = "increase";
    for (const value of drawnBaselines(rising, { baseline: 2 })) expect(value).toBeLessThan(10);
  });

  it("has the last course's where no spread is told, and the shared one where the fit has one", () => {
    expect(new Set(drawnBaselines(resultOf(levels(8, 9, 7)), { T50: 0.3 }))).toEqual(new Set([7]));
    expect(new Set(drawnBaselines(sharedResult(7)))).toEqual(new Set([7]));
    expect(spreadsOf(sharedResult(7)).byParameter).toEqual({ relief: 0.8, T50: 0.3 });
  });

  it("says that its baseline is drawn, and with what spread", () => {
    const { assumptions, provenance } = nextCourse(resultOf(levels(8, 9, 7)), { course: { day: 260 } });
    expect(assumptions.join(" ")).toContain("Baseline: sd 1");
    expect(provenance.options.spreads).toEqual({ relief: 0.8, T50: 0.3, baseline: 1 });
  });
});
