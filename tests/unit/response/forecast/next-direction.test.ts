import { describe, expect, it } from "vitest";
import { nextCourse } from "../../../../src/response/forecast/next-course.ts";
import { nextScore } from "../../../../src/response/forecast/next-score.ts";
import type { ResponseResult } from "../../../../src/schema/index.ts";
import { nextCourseResultSchema } from "../../../../src/schema/next-course.ts";
import { nextScoreResultSchema } from "../../../../src/schema/next-score.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { drawnResult, plausibleDraws } from "../../../helpers/drawn-results.ts";

const draws = plausibleDraws(400, 1);
const pain = drawnResult({ draws, lastScore: 60 });
/** The same patient on the scale turned round, of 10 best and 0 worst, as the fit of such scores reports it. */
const grip: ResponseResult = {
  ...drawnResult({ draws: draws.map((draw) => draw.with(0, 10 - draw[0]!)), lastScore: 60 }),
  provenance: { ...pain.provenance, options: { improvement: "increase" } },
};
const course = { day: 70 };

describe("a scale on which higher scores are better", () => {
  it("has the same next course, for a relief and for the score that stands opposite", () => {
    for (const [here, there] of [
      [{ relief: 0.4 }, { relief: 0.4 }],
      [{ score: 7 }, { score: 3 }],
    ] as const) {
      const down = nextCourse(pain, { course, relapseAt: here });
      const up = nextCourse(grip, { course, relapseAt: there });
      expectAbsolute(
        up.estimates.map(({ estimate }) => estimate!),
        down.estimates.map(({ estimate }) => estimate!),
        1e-5,
      );
      expectRelative(
        up.probabilities.map(({ probability }) => probability),
        down.probabilities.map(({ probability }) => probability),
        1e-12,
      );
    }
  });

  it("has the same next score", () => {
    const [down, up] = [pain, grip].map((result) => nextScore(result));
    expectAbsolute(
      up!.curve.map(({ expectedSd }) => expectedSd),
      down!.curve.map(({ expectedSd }) => expectedSd),
      1e-6,
    );
  });

  it("is spoken of as it is", () => {
    const label = (relapseAt: ResponseResult["relapseAt"]): string =>
      nextCourse(grip, { relapseAt }).estimates[0]!.label;
    expect(label({ score: 3 })).toBe("The expected score falls to 3, all courses together");
    expect(label({ relief: 0.3 })).toBe(
      "Relief falls to 30 % of the way from the baseline to 10, all courses together",
    );
    expect(() => label({ score: 10 })).toThrow(/relapseAt must be .* got \{"score":10\}/);
  });
});

describe("one outcome of a patient", () => {
  it("is named in the answers and in their rows", () => {
    const walking = { ...pain, outcome: "walking" };
    const [next, score] = [nextCourse(walking, { course }), nextScore(walking)];
    expect(nextCourseResultSchema.safeParse(next).error?.issues ?? []).toEqual([]);
    expect(nextScoreResultSchema.safeParse(score).error?.issues ?? []).toEqual([]);
    const rows = [next, score, ...next.estimates, ...next.probabilities, ...score.estimates];
    expect(rows.every(({ outcome }) => outcome === "walking")).toBe(true);
    expect(JSON.stringify(nextCourse(pain, { course }))).not.toContain("outcome");
  });
});
