import { describe, expect, it } from "vitest";
import { posteriorIntervals } from "../../../../src/inference/posterior/posterior.ts";
import { profile } from "../../../../src/inference/profile/profile.ts";
import { fitResponse } from "../../../../src/response/fit-response.ts";
import { nextCourse } from "../../../../src/response/forecast/next-course.ts";
import { nextScore } from "../../../../src/response/forecast/next-score.ts";
import { responseModels } from "../../../../src/response/models/index.ts";
import type { ResponseResult } from "../../../../src/schema/index.ts";
import { nextCourseResultSchema } from "../../../../src/schema/next-course.ts";
import { nextScoreResultSchema } from "../../../../src/schema/next-score.ts";
import { patientOf } from "../../../helpers/patients.ts";

/** Two thousand draws, from which the result keeps 400. */
const interval = posteriorIntervals({ monteCarloError: 0.5, maximumDraws: 2048 });
const fits: [string, ResponseResult][] = [
  ["three scores", fitResponse(patientOf([0, 14, 60], [9, 2, 3]), { interval })],
  ["hardly any relief", fitResponse(patientOf([0, 4, 14, 45, 90, 120], [8, 7, 7, 7, 8, 8]), { interval })],
  [
    "two courses",
    fitResponse(patientOf([0, 14, 60, 120, 130, 200], [9, 3, 5, 8, 3, 4], [0, 120]), { interval }),
  ],
];

describe.each(fits)("looking ahead from a fit of %s", (_, fit) => {
  const fromFile = JSON.parse(JSON.stringify(fit)) as ResponseResult;

  it("answers both questions, the same from a file", () => {
    const course = { day: 210 };
    const [next, score] = [nextCourse(fit, { course }), nextScore(fit)];
    expect(nextCourseResultSchema.safeParse(next).error?.issues ?? []).toEqual([]);
    expect(nextScoreResultSchema.safeParse(score).error?.issues ?? []).toEqual([]);
    expect(JSON.stringify(nextCourse(fromFile, { course }))).toBe(JSON.stringify(next));
    expect(JSON.stringify(nextScore(fromFile))).toBe(JSON.stringify(score));
  });

  it("agrees with the fit on how likely it is that the last course never passes the threshold", () => {
    const last = fit.courses.at(-1)!;
    const own = fit.probabilities.find((row) => row.event === "neverReached" && row.course === last.course)!;
    const alone: ResponseResult = {
      ...fit,
      courses: fit.courses.map((course) => ({ ...course, day: -1e4 })),
    };
    alone.courses[fit.courses.length - 1] = { ...last, day: 0 };
    const { probabilities } = nextCourse(alone, { today: 0, horizon: 5000 });
    const share = probabilities
      .filter(({ event }) => ["noEffect", "neverReached", "alreadyCrossed"].includes(event))
      .reduce((sum, { probability }) => sum + probability, 0);
    // 400 draws know a share to .025 or better, and systematic ones to less.
    expect(Math.abs(share - own.probability!)).toBeLessThan(0.03);
  });
});

describe("looking ahead from a fit", () => {
  it("knows the relapse day as the fit does", () => {
    const [, fit] = fits[0]!;
    const own = fit.estimates.find(({ parameter }) => parameter === "relapseDay")!;
    const [row] = nextScore(fit).estimates;
    // The median of 400 draws errs by 1.25 sd/20.
    expect(Math.abs(row!.estimate! - own.estimate!)).toBeLessThan(0.1 * own.standardError!);
  });

  it.each(responseModels.map((model) => [model.name, model] as const))(
    "reads the model %s back by its name",
    (_, model) => {
      const fit = fitResponse(patientOf([0, 3, 14, 45, 80], [9, 6, 3, 2, 4]), { model, interval });
      const answer = nextCourse(fit, { course: { day: 100 } });
      expect(answer.model).toBe(model.name);
      expect(nextCourseResultSchema.safeParse(answer).error?.issues ?? []).toEqual([]);
    },
  );

  it("refuses a fit whose interval method makes no draws, by name", () => {
    const fit = fitResponse(patientOf([0, 14, 60], [9, 2, 3]), { interval: profile });
    expect(() => nextCourse(fit)).toThrow(/interval method "posterior", got a fit with "profile"/);
  });
});
