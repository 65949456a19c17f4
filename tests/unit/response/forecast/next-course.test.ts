import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { sampleQuantile } from "../../../../src/math/descriptive/sample-quantile.ts";
import { normalQuantile } from "../../../../src/math/special/normal-quantile.ts";
import { normalCdf } from "../../../../src/math/special/normal-tails.ts";
import { nextCourse } from "../../../../src/response/forecast/next-course.ts";
import { plateau } from "../../../../src/response/models/index.ts";
import type { Estimate, ResponseResult } from "../../../../src/schema/index.ts";
import { type NextCourseResult, nextCourseResultSchema } from "../../../../src/schema/next-course.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { curveOf, drawnResult, plausibleDraws, straightLine } from "../../../helpers/drawn-results.ts";
import { bisect } from "../../../helpers/interval-problems.ts";
import { plainMean } from "../../../helpers/plain-likelihood.ts";

const draws = plausibleDraws(400, 1);
const result = drawnResult({ draws, noEffect: 0.04 });
const row = ({ estimates }: NextCourseResult, parameter = "crossingDay"): Estimate =>
  estimates.find((estimate) => estimate.parameter === parameter)!;
const probabilityOf = (
  { probabilities }: NextCourseResult,
  event: string,
  scenario = "courses-so-far",
): number => probabilities.find((p) => p.event === event && p.scenario === scenario)!.probability;

/** Days on which the relief of all courses falls to .3, by halving between days on which it is above and below. */
function fallsOf(draw: readonly number[], courses: readonly number[], from: number, until: number): number[] {
  const curve = curveOf(draw);
  const above = (day: number): number => 0.7 - plainMean(curve, day, courses) / curve.baseline;
  const days = Array.from({ length: Math.ceil((until - from) / 0.25) + 1 }, (_, i) =>
    Math.min(until, from + i / 4),
  );
  return days
    .slice(1)
    .flatMap((day, i) => (above(days[i]!) >= 0 && above(day) < 0 ? [bisect(above, days[i]!, day)] : []));
}

describe("nextCourse with one course", () => {
  it("gives the median and the interval of the days on which each draw's relief falls to the threshold", () => {
    const answer = nextCourse(result, { today: 20, horizon: 400 });
    const days = draws.flatMap((draw) => fallsOf(draw, [0], 20, 420));
    expect(days.length).toBeGreaterThan(390);
    // Both find the day to 1e-6 or better.
    expectAbsolute(
      [row(answer).lower!, row(answer).estimate!, row(answer).upper!],
      [0.025, 0.5, 0.975].map((p) => sampleQuantile(days, p)),
      3e-6,
    );
    expectRelative([probabilityOf(answer, "crosses")], [(0.96 * days.length) / 400], 1e-12);
    expect(row(answer)).toMatchObject({ bound: "closed", method: "posterior", level: 0.95, unit: "day" });
    expect(row(answer).given).toBe("an effect and a crossing within 400 days");
  });

  it("does not call a relief that is about to set in lost", () => {
    const answer = nextCourse(result, { today: 0 });
    expect(probabilityOf(answer, "alreadyCrossed")).toBe(0);
    expect(probabilityOf(answer, "crosses")).toBeGreaterThan(0.9);
    expect(row(answer).estimate).toBeGreaterThan(60);
  });

  it("says today's chances of a law that is known: 30 % on day T ~ N(100, 20)", () => {
    const n = 4000;
    const ts = Array.from({ length: n }, (_, i) => 100 + 20 * normalQuantile((i + 0.5) / n));
    const line = drawnResult({
      draws: ts.map((T) => [10, 0, Math.log(T)]),
      names: ["baseline", "log residualSd", "log T"],
      change: { model: "straight-line" },
    });
    const answer = nextCourse(line, { today: 90, horizon: 40, model: straightLine });
    const [crossed, byThen] = [90, 130].map((day) => normalCdf((day - 100) / 20));
    const wanted = [crossed!, byThen! - crossed!, 1 - byThen!];
    const events = ["alreadyCrossed", "crosses", "holds"];
    // Evenly spread values of T know a probability to one half of 1/4,000.
    expectAbsolute(
      events.map((event) => probabilityOf(answer, event)),
      wanted,
      2e-4,
    );
    const quantile = (p: number): number => 100 + 20 * normalQuantile(crossed! + p * (byThen! - crossed!));
    expectAbsolute(
      [row(answer).lower!, row(answer).estimate!, row(answer).upper!],
      [0.025, 0.5, 0.975].map(quantile),
      0.03,
    );
    // The same day, asked for as a score: 7 of 10 is a relief of 30 %.
    const asScore = nextCourse(line, {
      today: 90,
      horizon: 40,
      model: straightLine,
      relapseAt: { score: 7 },
    });
    expectRelative([row(asScore).estimate!], [row(answer).estimate!], 1e-9);
    expect(row(asScore).label).toBe("The expected score rises to 7, all courses together");
  });

  it("tells relief that was never reached from relief that is lost", () => {
    const weak = drawnResult({ draws: draws.map((draw) => draw.with(2, -2)) });
    const answer = nextCourse(weak, { today: 30 });
    expect(probabilityOf(answer, "neverReached")).toBe(1);
    expect(row(answer)).toMatchObject({ estimate: null, lower: null, upper: null, bound: "open" });
    expect(answer.meaning[0]).toMatch(/on no day that is looked at/);
    const late = nextCourse(drawnResult({ draws }), { today: 2000 });
    expect(probabilityOf(late, "alreadyCrossed")).toBeGreaterThan(0.95);
    const soon = nextCourse(drawnResult({ draws }), { today: 20, horizon: 10 });
    expect(probabilityOf(soon, "holds")).toBeGreaterThan(0.9);
  });

  it("never crosses a score above the baseline", () => {
    const low = drawnResult({ draws: draws.map((draw) => draw.with(0, 5)) });
    expect(probabilityOf(nextCourse(low, { relapseAt: { score: 6 } }), "holds")).toBe(1);
  });

  it("gives no limits where too few draws cross, and says so", () => {
    const few = drawnResult({ draws: draws.map((draw, i) => (i < 20 ? draw : draw.with(2, -3))) });
    const answer = nextCourse(few, { today: 20 });
    expect(row(answer)).toMatchObject({ lower: null, upper: null, bound: "open" });
    expect(row(answer).estimate).toBeGreaterThan(20);
    expect(answer.warnings[0]!.code).toBe("few-draws");
  });

  it("counts no effect as no relief to lose", () => {
    expect(probabilityOf(nextCourse(result), "noEffect")).toBe(0.04);
    expect(nextCourse(result).warnings[0]!.code).toBe("no-effect-not-excluded");
    const nothing = drawnResult({
      draws: draws.map((draw) => draw.slice(0, 2)),
      names: ["baseline", "log residualSd"],
      change: { model: "no-effect", posterior: { ...result.posterior!, nullModel: null } },
    });
    const answer = nextCourse(nothing, { course: { day: 100 } });
    expect(
      answer.probabilities.filter(({ event }) => event === "noEffect").map((p) => p.probability),
    ).toEqual([1, 1]);
    expect(answer.estimates.map(({ estimate }) => estimate)).toEqual([null, null, null]);
    expect(nextCourseResultSchema.safeParse(answer).error?.issues ?? []).toEqual([]);
  });
});

describe("nextCourse with several courses", () => {
  const names = [
    ...["baseline", "log residualSd", "mean logit relief", "logit relief 1", "logit relief 2"],
    ...["log onsetHalfTime", "mean log T50", "log T50 1", "log T50 2", "log wearOffDuration"],
  ];
  const several = plausibleDraws(60, 2).map(([b, s, R, h, T, D]) => [b!, s!, R!, R!, R!, h!, T!, T!, T!, D!]);
  const days = [0, 70];

  it("superposes them", () => {
    const answer = nextCourse(drawnResult({ draws: several, names, days, lastScore: 80 }), { horizon: 500 });
    const found = several.flatMap((draw) => {
      const one = [0, 1, 2, 5, 6, 9].map((k) => draw[k]!);
      return fallsOf(one, days, 80, 580).slice(0, 1);
    });
    expect(found.length).toBe(60);
    expectAbsolute([row(answer).estimate!], [sampleQuantile(found, 0.5)], 3e-6);
  });

  it("takes the first fall after today, though a later course lifts relief again", () => {
    const early = several.map((draw) => draw.with(7, Math.log(30)).with(9, Math.log(20)));
    const answer = nextCourse(drawnResult({ draws: early, names, days, lastScore: 10 }));
    expect(row(answer).upper).toBeLessThan(70);
    expect(probabilityOf(answer, "crosses")).toBeGreaterThan(0.95);
    expect(row(nextCourse(drawnResult({ draws: early, names, days, lastScore: 66 }))).lower).toBeGreaterThan(
      70,
    );
  });

  it("says which course it places on a day that is only known by bounds", () => {
    const drawn = drawnResult({ draws: several, names, days });
    const vague = drawn.courses.map((course, j) =>
      j === 1 ? { ...course, dayEarliest: 60, dayLatest: 80 } : course,
    );
    const { assumptions } = nextCourse({ ...drawn, courses: vague });
    expect(assumptions).toContain("Course 2, known by bounds, is taken to have begun on day 70.");
  });
});

describe("the answer of nextCourse", () => {
  const answer = nextCourse(result, { course: { day: 120 } });

  it("is valid, comes back from JSON, and is the same from a result read back from a file", () => {
    expect(nextCourseResultSchema.safeParse(answer).error?.issues ?? []).toEqual([]);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    const fromFile = JSON.parse(JSON.stringify(result)) as ResponseResult;
    expect(JSON.stringify(nextCourse(fromFile, { course: { day: 120 } }))).toBe(JSON.stringify(answer));
  });

  it("takes the day of the last score, the result's rule and level, and a year, unless told otherwise", () => {
    expect(answer).toMatchObject({ today: 90, horizon: 365, relapseAt: { relief: 0.3 } });
    expect(row(nextCourse(result, { level: 0.5 })).level).toBe(0.5);
    expect(answer.provenance.options).toMatchObject({
      today: 90,
      horizon: 365,
      level: 0.95,
      course: { day: 120 },
    });
  });

  it("carries over what the fit warns of", () => {
    expect(answer.warnings.map(({ code }) => code)).toContain("single-arm");
  });

  it("asks the model for the relief at most 150 times for each draw", () => {
    let n = 0;
    const counted = {
      ...plateau,
      relief(t: number, p: ArrayLike<number>) {
        n++;
        return plateau.relief(t, p);
      },
    };
    nextCourse(result, { model: counted });
    expect(n / draws.length).toBeLessThan(150);
  });

  it.each<[string, Parameters<typeof nextCourse>[1], RegExp]>([
    ["a day that is none", { today: Number.NaN }, /today must be a day, got NaN/],
    ["no horizon", { horizon: 0 }, /horizon must be a positive number of days, got 0/],
    ["a level in percent", { level: 95 }, /level must lie in \(0, 1\), got 95/],
    ["a relief in percent", { relapseAt: { relief: 30 } }, /relapseAt must be .* got \{"relief":30\}/],
    ["a score off the scale", { relapseAt: { score: 11 } }, /relapseAt must be .* got \{"score":11\}/],
    ["a course in the past", { course: { day: 80 } }, /course\.day must be today \(90\) or later, got 80/],
    ["a dose of 0", { course: { day: 90, doseGPerKg: 0 } }, /course\.doseGPerKg must be a positive number/],
    [
      "another model",
      { model: straightLine },
      /"straight-line" must have the parameter "log T 1", got baseline/,
    ],
  ])("refuses %s", (_, options, message) => {
    expect(() => nextCourse(result, options)).toThrow(RangeError);
    expect(() => nextCourse(result, options)).toThrow(message);
  });

  it("refuses a result that it can't draw the curve of", () => {
    expect(() => nextCourse({ ...result, model: "gompertz" })).toThrow(/"gompertz" is none of nof1's/);
    expect(() => nextCourse({ ...result, draws: [[1, 2]] })).toThrow(/must hold 6 parameters, got 2/);
    const refusal = (): unknown => nextCourse({ ...result, draws: null });
    expect(refusal).toThrow(EstimationError);
    expect(refusal).toThrow(/needs the posterior draws of a fit with the interval method "posterior"/);
    try {
      refusal();
    } catch (error) {
      expect((error as EstimationError).code).toBe("no-draws");
    }
  });
});
