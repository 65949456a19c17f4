import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../../src/errors.ts";
import type { TurnbullOptions } from "../../../src/relapse/nonparametric/turnbull/turnbull-options.ts";
import { turnbull } from "../../../src/relapse/turnbull.ts";
import type { RelapseResult } from "../../../src/schema/relapse-result.ts";
import { expectAbsolute } from "../../helpers/closeness.ts";
import { exactRows, spanRows } from "../../helpers/relapse-rows.ts";

const codes = ({ warnings }: RelapseResult): string[] => warnings.map(({ code }) => code);
const medians = ({ estimates }: RelapseResult) => estimates.slice(0, 3).map(({ estimate }) => estimate);
const courses = spanRows([2, 6], [2, 4], [3, 4], [3, 6], [4, 6], [2, 3], [4, 5], [5, null]);

describe("Turnbull's estimate", () => {
  it("agrees with its documented example", () => {
    expect(turnbull(spanRows([2, 6], [4, 9])).masses).toEqual([{ lower: 4, upper: 6, probability: 1 }]);
  });

  it("gives a quantile as the times between which it lies, with limits about both", () => {
    const { estimates } = turnbull(courses, { timeUnit: "month" });
    expect(estimates.map(({ parameter }) => parameter).slice(0, 4)).toEqual([
      "median",
      "medianEarliest",
      "medianLatest",
      "quantile0.25",
    ]);
    const [whole, earliest, latest] = estimates;
    expect([whole!.estimate, earliest!.estimate, latest!.estimate]).toEqual([null, 4, 5]);
    expect(whole!.lower).toBe(earliest!.lower);
    expect(whole!.upper).toBe(latest!.upper);
    expect(whole!.unit).toBe("month");
  });

  it("spans the gap where half have relapsed exactly in between", () => {
    expect(medians(turnbull(spanRows([2, 4], [4, 6])))).toEqual([null, 2, 6]);
    expect(medians(turnbull(exactRows(10, 20)))).toEqual([null, 10, 20]);
  });

  it("keeps intervals that touch apart, and an exact time at the end of one inside it", () => {
    expect(turnbull(spanRows([2, 4], [4, 6])).masses).toEqual([
      { lower: 2, upper: 4, probability: 0.5 },
      { lower: 4, upper: 6, probability: 0.5 },
    ]);
    expect(turnbull(spanRows([2, 4], [4, 4])).masses).toEqual([{ lower: 4, upper: 4, probability: 1 }]);
    expect(turnbull(spanRows([4, 4], [4, 6])).masses.map(({ lower, upper }) => [lower, upper])).toEqual([
      [4, 4],
      [4, 6],
    ]);
  });

  it("leaves the mass after the last time open to the right", () => {
    const { masses } = turnbull(spanRows([4, 4], [4, null]));
    expect(masses[1]).toEqual({ lower: 4, upper: null, probability: 0.5 });
  });

  it("with all censored lies after the last time known", () => {
    const result = turnbull(spanRows([3, null], [5, null]));
    expect(result.masses).toEqual([{ lower: 5, upper: null, probability: 1 }]);
    expect(medians(result)).toEqual([null, 5, null]);
    expect(codes(result)).toEqual(["too-few-for-median-limits", "no-relapse", "no-limits"]);
    expect(medians(turnbull(spanRows([0, null])))).toEqual([null, 0, null]);
  });

  it("has an answer for one row of any kind", () => {
    expect(medians(turnbull(exactRows(5)))).toEqual([5, 5, 5]);
    expect(medians(turnbull(spanRows([0, 3])))).toEqual([null, 0, 3]);
    expect(medians(turnbull(spanRows([2, 3])))).toEqual([null, 2, 3]);
  });

  it("drops an innermost interval whose mass is 0 at the maximum", () => {
    // (5, 6] lies inside (0, 6] and (5, 7] only; there the derivative is 5/6, by hand.
    const { masses, fit } = turnbull(spanRows([0, 6], [6, 11], [5, 7], [6, 7], [2, 5]));
    expect(masses.map(({ lower, upper }) => [lower, upper])).toEqual([
      [2, 5],
      [6, 7],
    ]);
    expectAbsolute(
      masses.map(({ probability }) => probability),
      [0.4, 0.6],
      1e-12,
    );
    expect(fit).toMatchObject({ converged: true, nParameters: 1, aicc: null });
    expectAbsolute([fit!.logLikelihood], [2 * Math.log(0.4) + 3 * Math.log(0.6)], 1e-12);
  });

  it("gives no bootstrap limits below six patients, and says so", () => {
    const five = turnbull(courses.slice(0, 5));
    expect(five.estimates.every(({ lower, upper }) => lower === null && upper === null)).toBe(true);
    expect(codes(five)).toContain("too-few-for-median-limits");
    expect(five.provenance.seed).toBeNull();
    const twoPatients = courses.map((row, i) => ({ ...row, patient: i < 4 ? "A" : "B" }));
    expect(codes(turnbull(twoPatients))).toEqual(
      expect.arrayContaining(["too-few-for-median-limits", "clustered-courses", "no-limits"]),
    );
  });

  it("draws patients with all their courses", () => {
    const alone = turnbull(courses);
    const paired = turnbull([...courses, ...courses].map((row, i) => ({ ...row, patient: `p${i % 8}` })));
    expect(paired.masses.map(({ lower }) => lower)).toEqual(alone.masses.map(({ lower }) => lower));
    // Twice the same course of each patient says no more than one of them.
    expect(paired.estimates[0]).toMatchObject({
      lower: alone.estimates[0]!.lower,
      upper: alone.estimates[0]!.upper,
    });
  });

  it("is the same for the same seed, and its first resamples do not hang on how many follow", () => {
    expect(turnbull(courses, { seed: 7 })).toEqual(turnbull(courses, { seed: 7 }));
    expect(turnbull(courses, { nBootstrap: 199 }).provenance).toMatchObject({ seed: 1 });
  });

  it("takes no certainty from resamples that agree", () => {
    const result = turnbull(exactRows(9, 9, 9, 9, 9, 9, 9));
    expect(result.estimates[0]).toMatchObject({ estimate: 9, lower: null, upper: null, bound: "open" });
    expect(codes(result)).toContain("interval-open");
  });

  it("leaves out limits on request, and where the resamples are too few for the level", () => {
    for (const nBootstrap of [0, 38]) {
      const result = turnbull(courses, { nBootstrap });
      expect(result.estimates[0]).toMatchObject({ lower: null, upper: null, method: "none", bound: "open" });
      expect(codes(result)).toContain("no-limits");
    }
  });

  it("refuses what it cannot take", () => {
    expect(() => turnbull([])).toThrow(EstimationError);
    expect(() => turnbull(spanRows([6, 2]))).toThrow(InputError);
  });

  it.each<[TurnbullOptions, string]>([
    [{ level: 0 }, "level must lie in (0, 1), got 0"],
    [{ quantiles: [0] }, "quantiles must lie in (0, 1), got 0"],
    [{ nBootstrap: 1.5 }, "nBootstrap must be a whole number of at least 0, got 1.5"],
    [{ seed: 0.5 }, "seed must be a whole number, got 0.5"],
  ])("refuses the options %j", (options, message) => {
    expect(() => turnbull(courses, options)).toThrow(message);
  });
});
