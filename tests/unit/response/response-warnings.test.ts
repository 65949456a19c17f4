import { describe, expect, it } from "vitest";
import { responseWarnings } from "../../../src/response/response-warnings.ts";
import type { Estimate, ResponseResult } from "../../../src/schema/index.ts";
import { asPosterior } from "../../helpers/posterior-results.ts";
import { syntheticResult } from "../../helpers/response-results.ts";

const visits = [-14, 0, 3, 7, 14, 30, 45, 60, 75, 90, 105, 120, 135, 150, 170];
const seen = [9, 10, 6, 4, 3, 2, 2, 2, 3, 3, 5, 6, 8, 9, 10];

/** A result about which nothing is doubtful but that there is no control period. */
function clear(change?: (result: ResponseResult) => void): ResponseResult {
  return syntheticResult({
    courses: [{ day: 0 }],
    scores: visits.map((day, i) => ({ day, score: seen[i]! })),
    width: 0.1,
    change: (result) => {
      for (const estimate of result.estimates) estimate.dataShare = 0.9;
      change?.(result);
    },
  });
}
const estimate = (result: ResponseResult, name: string): Estimate =>
  result.estimates.find(({ parameter }) => parameter === name)!;
const codes = (result: ResponseResult, averaged = false): string[] =>
  responseWarnings(result, averaged).map(({ code }) => code);
const nothing = { estimate: null, standardError: null, lower: null, upper: null, bound: "open" } as const;

describe("responseWarnings", () => {
  it("says of a clear result only that there is no control period", () => {
    expect(codes(clear())).toEqual(["single-arm"]);
  });

  it.each<[string, (result: ResponseResult) => void]>([
    [
      "not-converged",
      ({ fit }) => {
        fit.converged = false;
      },
    ],
    [
      "never-reached",
      (result) => {
        Object.assign(estimate(result, "relapseDay"), nothing);
      },
    ],
    [
      "never-reached-not-excluded",
      (result) => {
        estimate(result, "bestRelief").lower = 0.3;
      },
    ],
    [
      "interval-open",
      (result) => {
        Object.assign(estimate(result, "T50"), { upper: null, bound: "open-upper" });
      },
    ],
    [
      "prior-decided",
      (result) => {
        estimate(result, "onsetHalfTime").dataShare = 0.19;
      },
    ],
    [
      "extrapolated",
      (result) => {
        estimate(result, "relapseDay").upper = 170.5;
      },
    ],
    [
      "sigma-degenerate",
      (result) => {
        estimate(result, "residualSd").estimate = 0.12;
      },
    ],
    [
      "rescue",
      ({ observations }) => {
        observations[3]!.rescue = true;
      },
    ],
    [
      "aicc-refused",
      ({ fit }) => {
        fit.aicc = null;
      },
    ],
  ])("%s, and nothing else, where that is so", (code, change) => {
    expect(codes(clear(change))).toEqual([code, "single-arm"]);
  });

  it("days-averaged where the caller averaged over days", () => {
    expect(codes(clear(), true)).toEqual(["days-averaged", "single-arm"]);
  });

  it.each<[string, (result: ResponseResult) => void]>([
    [
      "a best relief just above the threshold",
      (result) => {
        estimate(result, "bestRelief").lower = 0.3001;
      },
    ],
    [
      "a data share of a fifth",
      (result) => Object.assign(estimate(result, "onsetHalfTime"), { dataShare: 0.2 }),
    ],
    [
      "an upper limit on the day of the last score",
      (result) => {
        estimate(result, "relapseDay").upper = 170;
      },
    ],
    [
      "a scatter of an eighth of a step",
      (result) => {
        estimate(result, "residualSd").estimate = 0.125;
      },
    ],
    [
      "a flat prior, which has no data share",
      (result) => {
        delete estimate(result, "relief").dataShare;
      },
    ],
    [
      "a quantity that does not exist",
      (result) => {
        Object.assign(estimate(result, "T10"), nothing);
      },
    ],
    [
      "an uncertain reach of a declared score",
      (result) => {
        result.relapseAt = { score: 6 };
        estimate(result, "bestRelief").lower = 0.1;
      },
    ],
  ])("is silent about %s", (_, change) => {
    expect(codes(clear(change))).toEqual(["single-arm"]);
  });

  it("puts the graver first and names courses and thresholds", () => {
    const result = syntheticResult({
      courses: [{ day: 0 }, { day: 60, relief: 0.2 }, { day: 120, relief: 0.2 }],
      scores: visits.map((day, i) => ({ day, score: seen[i]! })),
      relapseAt: { score: 7 },
    });
    result.fit.converged = false;
    const warnings = responseWarnings(result, false);
    expect(warnings[0]!.code).toBe("not-converged");
    expect(warnings.at(-1)!.code).toBe("single-arm");
    expect(warnings.find(({ code }) => code === "never-reached")!.message).toMatch(
      /courses 2 and 3.*the score 7/,
    );
  });

  it("looks for scores that could show a relapse before the next course only", () => {
    const twoCourses = (upper: number) =>
      syntheticResult({
        courses: [{ day: 0 }, { day: 100 }],
        scores: visits.map((day, i) => ({ day, score: seen[i]! })),
        change: (result) => {
          Object.assign(estimate(result, "relapseDay"), { estimate: 80, upper });
        },
      });
    const warned = (upper: number): string =>
      responseWarnings(twoCourses(upper), false).find(({ code }) => code === "extrapolated")?.message ?? "";
    // The last score before the second course is on day 90; of the second course's own, none after day 170.
    expect(warned(89)).toBe(
      "The relapse day of course 2 lies after the last score that could show it (70 days after the course): the shape of the curve, not a score, sets it.",
    );
    expect(warned(91)).toBe(
      "The relapse day of course 2 lies after the last score that could show it (70 days after the course). The upper limit of the relapse day of course 1 lies after the last score that could show it (90 days after the course): the shape of the curve, not a score, sets it.",
    );
  });

  it("counts no score before a course among those that could show its relapse", () => {
    const late = syntheticResult({
      courses: [{ day: 170 }],
      scores: visits.map((day) => ({ day, score: 5 })),
    });
    expect(responseWarnings(late, false).find(({ code }) => code === "extrapolated")!.message).toContain(
      "The relapse day of course 1 lies after every score that could show it",
    );
  });
});

describe("the warnings of a posterior", () => {
  const warned = (neverReached: number, change?: (result: ResponseResult) => void) => {
    const result = asPosterior(clear(change), [{ neverReached }]);
    return responseWarnings(result, false)
      .slice(0, -1)
      .map(({ code, message }) => `${code}: ${message}`);
  };
  const notExcluded = (probability: string): string =>
    `never-reached-not-excluded: The relapse day holds only if relief reaches 30 % of the baseline; the probability that this never happens is ${probability} for course 1.`;

  it.each([
    [0.0249, []],
    [0.025, [notExcluded("3 %")]],
    [0.5, [notExcluded("50 %")]],
    [0.975, [notExcluded("98 %")]],
    [0.976, ["never-reached: The probability that relief reaches 30 % of the baseline is 2 % for course 1."]],
    [
      0.9999,
      ["never-reached: The probability that relief reaches 30 % of the baseline is below 1 % for course 1."],
    ],
  ])("state the probability %d that the threshold is never reached", (neverReached, warnings) => {
    expect(warned(neverReached)).toEqual(warnings);
  });

  it("heed the probability, and not the limit of the best relief", () => {
    expect(
      warned(0.01, (result) => {
        estimate(result, "bestRelief").lower = 0.1;
      }),
    ).toEqual([]);
  });

  it("heed a declared score too", () => {
    const warnings = warned(0.3, (result) => {
      result.relapseAt = { score: 6 };
    });
    expect(warnings[0]).toMatch(/only if the score falls below 6; .* is 30 % for course 1\.$/);
  });

  it("say that there is no relapse day where no draw has one", () => {
    const [warning] = warned(0.4, (result) => Object.assign(estimate(result, "relapseDay"), nothing));
    expect(warning).toMatch(/^never-reached: There is no relapse day for course 1/);
  });

  it("name every course with its probability", () => {
    const two = syntheticResult({
      courses: [{ day: 0 }, { day: 80 }],
      scores: visits.map((day, i) => ({ day, score: seen[i]! })),
    });
    const { message } = responseWarnings(
      asPosterior(two, [{ neverReached: 0.04 }, { neverReached: 0.21 }]),
      false,
    ).find(({ code }) => code === "never-reached-not-excluded")!;
    expect(message).toContain("4 % for course 1 and 21 % for course 2.");
  });

  it("say nothing of relapse where the model has none", () => {
    const without = warned(1, (result) => {
      result.estimates = result.estimates.filter(({ parameter }) => parameter !== "relapseDay");
    });
    expect(without).toEqual([]);
  });
});
