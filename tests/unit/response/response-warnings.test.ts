import { describe, expect, it } from "vitest";
import { wald } from "../../../src/inference/index.ts";
import { fitResponse, flatPriors, informedPriors, simulatePatient } from "../../../src/response/index.ts";
import { responseWarnings } from "../../../src/response/response-warnings.ts";
import type { Estimate, ResponseResult } from "../../../src/schema/index.ts";
import { patientOf } from "../../helpers/patients.ts";
import { referencePatients } from "../../helpers/reference-patients.ts";
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
      "never-reached-not-excluded",
      (result) => {
        estimate(result, "bestRelief").lower = 0.05;
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
      (result) => {
        estimate(result, "onsetHalfTime").dataShare = 0.2;
      },
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
          estimate(result, "relapseDay").upper = upper;
        },
      });
    const warned = (upper: number): string =>
      responseWarnings(twoCourses(upper), false).find(({ code }) => code === "extrapolated")?.message ?? "";
    // The last score before the second course is on day 90; of the second course's own, none after day 170.
    expect(warned(89)).toMatch(/of course 2 /);
    expect(warned(91)).toMatch(/of courses 1 and 2 /);
  });
});

describe("the warnings of real fits", () => {
  const fitted = (id: string): string[] =>
    fitResponse(referencePatients.get(`resp_MAP_${id}`)!).warnings.map(({ code }) => code);

  it("of a responder with fifteen scores are the common ones", () => {
    expect(fitted("synth15")).toEqual(["single-arm", "undercovers"]);
  });

  it("of a non-responder say that relief never reaches the threshold", () => {
    expect(fitted("synth_nonresponder")).toContain("never-reached");
  });

  it("of three scores say what the prior set and what no score could show", () => {
    expect(fitted("synth3")).toEqual(expect.arrayContaining(["prior-decided", "aicc-refused"]));
    const early = fitResponse(patientOf([0, 14, 60], [9, 2, 3])).warnings.map(({ code }) => code);
    expect(early).toContain("extrapolated");
  });

  it("of an uncertain reach say so", () => {
    const weak = fitResponse(patientOf([0, 7, 14, 60, 120], [8, 5, 6, 6, 8])).warnings.map(
      ({ code }) => code,
    );
    expect(weak).toContain("never-reached-not-excluded");
  });

  it("of a baseline on the floor say that the search did not settle", () => {
    const painless = patientOf([14, 30, 45, 60], [0, 0, 0, 0]);
    const { warnings } = fitResponse(painless, { priors: informedPriors, interval: wald });
    expect(warnings.map(({ code }) => code)).toContain("not-converged");
  });

  it("of flat priors and few scores say what is open", () => {
    const { warnings } = fitResponse(patientOf([0, 14, 60, 90], [8, 3, 3, 7]), { priors: flatPriors });
    expect(warnings.map(({ code }) => code)).toContain("interval-open");
  });

  it("of a curve through every rounding interval say that the scatter is the prior's", () => {
    const truth = {
      patient: "exact",
      scale: { minimum: 0, maximum: 10, step: 1 },
      baseline: 9,
      residualSd: 0,
      courses: [{ day: 0, doseGPerKg: 2, parameters: [0.8, 4, 105, 60] }],
      days: Array.from({ length: 200 }, (_, i) => 0.9 * i - 10),
    };
    const codesOf = (residualSd: number): string[] =>
      fitResponse(simulatePatient({ ...truth, residualSd }, { seed: 1 }), { interval: wald }).warnings.map(
        ({ code }) => code,
      );
    expect(codesOf(0)).toContain("sigma-degenerate");
    expect(codesOf(0.8)).not.toContain("sigma-degenerate");
  });
});
