import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/errors.ts";
import { randomStream } from "../../../../src/math/random/index.ts";
import type { EffectSize } from "../../../../src/schema/effect-size.ts";
import {
  logOddsRatio,
  logRatioOfMedians,
  logResponseRatio,
  pem,
  percentChange,
  percentOfGoal,
  standardizedMeanDifference,
} from "../../../../src/trial/effect-sizes/index.ts";

const codes = ({ warnings }: EffectSize): string[] => warnings.map(({ code }) => code);
const decrease = { improvement: "decrease" } as const;

describe("the standardized mean difference", () => {
  it("doesn't exist where the baseline doesn't vary, and does where both phases are pooled", () => {
    const series = { baseline: [80, 80, 80], treatment: [10, 20, 30] };
    const found = standardizedMeanDifference(series, decrease);
    expect(found).toMatchObject({ estimate: null, standardError: null, lower: null, upper: null });
    expect(codes(found)).toEqual(["zero-variance"]);
    expect(
      standardizedMeanDifference(series, { ...decrease, standardizer: "pooled" }).estimate,
    ).not.toBeNull();
  });

  it("has no bias correction for a baseline of two, which would make it 0", () => {
    const series = { baseline: [7, 8], treatment: [3, 4, 5] };
    expect(standardizedMeanDifference(series, decrease).estimate).toBeNull();
    const raw = standardizedMeanDifference(series, { ...decrease, biasCorrection: false });
    expect(raw.estimate).toBeCloseTo(3.5 / Math.SQRT1_2 / 1, 12);
  });

  it("has an estimate and no limits for one treatment score", () => {
    const found = standardizedMeanDifference({ baseline: [7, 8, 9], treatment: [3] }, decrease);
    expect(found.estimate).not.toBeNull();
    expect(found.standardError).toBeNull();
    expect(codes(found)).toEqual(["no-standard-error"]);
  });
});

describe("the log response ratio", () => {
  const zero = { baseline: [78, 82, 75, 80], treatment: [0, 0, 0, 0] };

  it("doesn't exist for a mean of 0, unless a floor is asked for, which is said", () => {
    expect(codes(logResponseRatio(zero, decrease))).toEqual(["no-positive-mean"]);
    const floored = logResponseRatio(zero, { ...decrease, floor: 1 });
    expect(floored.estimate).toBeCloseTo(6.32089954559705, 12);
    expect(codes(floored)).toEqual(["floored", "few-scores"]);
    const finer = logResponseRatio(zero, { ...decrease, floor: 0.1 });
    expect(finer.estimate! - floored.estimate!).toBeCloseTo(Math.log(10), 12);
  });

  it("says nothing of a floor that changed nothing", () => {
    const found = logResponseRatio(
      { baseline: [8, 7, 9], treatment: [4, 3, 5] },
      { ...decrease, floor: 0.5 },
    );
    expect(codes(found)).not.toContain("floored");
  });

  it("is the other form's negative for scores, and another share's for shares", () => {
    const series = { baseline: [80, 90], treatment: [20, 40] };
    const of = (options: object): number =>
      logResponseRatio(series, { ...decrease, biasCorrection: false, ...options }).estimate!;
    expect(of({ form: "decreasing" })).toBe(-of({ form: "increasing" }));
    expect(of({ form: "decreasing", scale: "percentage" })).toBeCloseTo(Math.log(30 / 85), 12);
    expect(of({ form: "increasing", scale: "percentage" })).toBeCloseTo(Math.log(70 / 15), 12);
  });

  it("needs two scores a phase for its bias correction, and one without", () => {
    const series = { baseline: [8], treatment: [4] };
    expect(codes(logResponseRatio(series, decrease))).toEqual(["too-few-scores"]);
    const raw = logResponseRatio(series, { ...decrease, biasCorrection: false });
    expect(raw.estimate).toBeCloseTo(Math.LN2, 14);
    expect(raw.standardError).toBeNull();
  });

  it("warns of negative scores, refuses shares off their scale, all at once, and a floor of 0", () => {
    const negative = logResponseRatio({ baseline: [5, 6], treatment: [-1, 3] }, decrease);
    expect(codes(negative)).toContain("negative-scores");
    const off = { baseline: [0.5, null, 1.5], treatment: [-0.1] };
    const failed = ((): unknown => {
      try {
        return logResponseRatio(off, { ...decrease, scale: "proportion" });
      } catch (error) {
        return error;
      }
    })();
    expect((failed as InputError).issues.map(({ path }) => path)).toEqual(["baseline[2]", "treatment[0]"]);
    expect(() => logResponseRatio(zero, { ...decrease, floor: 0 })).toThrow(RangeError);
  });
});

describe("normal limits from few scores", () => {
  const enough = Array.from({ length: 10 }, (_, i) => 5 + (i % 3));

  it("are said to be too narrow below ten scores a phase", () => {
    const few = { baseline: enough.slice(1), treatment: enough };
    expect(codes(logResponseRatio(few, decrease))).toEqual(["few-scores"]);
    expect(codes(logResponseRatio({ baseline: enough, treatment: enough }, decrease))).toEqual([]);
    expect(codes(standardizedMeanDifference(few, decrease))).toEqual(["few-scores"]);
    expect(codes(percentOfGoal(few, { ...decrease, goal: 0 }))).toEqual(["few-scores"]);
  });

  it("hold the truth about as often as the warning says", () => {
    const random = randomStream(88);
    const draw = (mean: number): number[] => Array.from({ length: 3 }, () => mean + random.normal());
    let nHeld = 0;
    for (let i = 0; i < 2000; i++) {
      const series = { baseline: draw(7), treatment: draw(5) };
      const { lower, upper } = logResponseRatio(series, decrease);
      if (lower! <= Math.log(7 / 5) && Math.log(7 / 5) <= upper!) nHeld++;
    }
    // .88 and four standard errors of 2,000 draws.
    expect(Math.abs(nHeld / 2000 - 0.88)).toBeLessThan(0.03);
  });
});

describe("percent change", () => {
  it("is the score's own, whichever way is better", () => {
    const series = { baseline: [8, 8, 8], treatment: [4, 4, 4] };
    for (const improvement of ["decrease", "increase"] as const)
      expect(percentChange(series, { improvement }).estimate).toBeCloseTo(-50, 12);
  });
});

describe("the log odds ratio", () => {
  it("doesn't exist at 0 or the whole, unless a floor is asked for", () => {
    const series = { baseline: [90, 85, 95], treatment: [0, 0, 0, 0] };
    const options = { ...decrease, scale: "percentage" } as const;
    expect(codes(logOddsRatio(series, options))).toEqual(["no-odds"]);
    expect(logOddsRatio(series, { ...options, floor: 5 }).estimate).toBeCloseTo(7.09998146060663, 12);
  });

  it("refuses shares off their scale", () => {
    const series = { baseline: [90, 85], treatment: [40, 30] };
    expect(() => logOddsRatio(series, { ...decrease, scale: "proportion" })).toThrow(InputError);
  });
});

describe("the log ratio of medians", () => {
  it("doesn't exist for a median of 0, and has no standard error where an order statistic is 0", () => {
    expect(codes(logRatioOfMedians({ baseline: [8, 9], treatment: [0, 0, 1] }, decrease))).toEqual([
      "no-positive-median",
    ]);
    const found = logRatioOfMedians({ baseline: [8, 9, 7], treatment: [0, 4, 5] }, decrease);
    expect(found.estimate).toBeCloseTo(Math.LN2, 14);
    expect(found.standardError).toBeNull();
  });
});

describe("percent of goal", () => {
  it("with goal 0 is the percentage relief", () => {
    const found = percentOfGoal({ baseline: [8, 8, 8], treatment: [4, 2, 3] }, { ...decrease, goal: 0 });
    expect(found.estimate).toBe(62.5);
  });

  it("has a smaller standard error with the covariance, as the delta method's ratio shows", () => {
    const series = { baseline: [8, 9, 7, 10], treatment: [4, 2, 3] };
    const of = (standardError: "independent" | "delta"): number =>
      percentOfGoal(series, { ...decrease, goal: 0, standardError }).standardError!;
    // 100 (1 − MB/MA): the variance of a ratio of independent means.
    const [a, b, va, vb] = [8.5, 3, 5 / 3 / 4, 1 / 3];
    expect(of("delta")).toBeCloseTo(100 * Math.sqrt(vb / a ** 2 + (b ** 2 * va) / a ** 4), 12);
    expect(of("delta")).toBeLessThan(of("independent"));
  });

  it("has no answer at the goal, and warns of a goal that lies behind", () => {
    const series = { baseline: [5, 5], treatment: [3, 4] };
    expect(codes(percentOfGoal(series, { ...decrease, goal: 5 }))).toEqual(["at-goal"]);
    expect(codes(percentOfGoal(series, { ...decrease, goal: 7 }))).toContain("goal-behind-baseline");
    expect(() => percentOfGoal(series, { ...decrease, goal: Number.NaN })).toThrow(RangeError);
  });
});

describe("PEM", () => {
  it("counts ties half or not at all, as asked, and never in the sign test", () => {
    const series = { baseline: [7, 8, 8], treatment: [5, 8, 4] };
    const [half, whole] = [pem(series, decrease), pem(series, { ...decrease, ties: "none" })];
    expect(half.estimate).toBeCloseTo(2.5 / 3, 14);
    expect(whole.estimate).toBeCloseTo(2 / 3, 14);
    expect(half.details.signTestPValue).toBe(0.5);
  });
});
