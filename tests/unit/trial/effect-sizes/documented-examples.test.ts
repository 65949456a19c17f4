import { describe, expect, it } from "vitest";
import {
  ird,
  logOddsRatio,
  logRatioOfMedians,
  logResponseRatio,
  nap,
  pand,
  pem,
  percentChange,
  percentOfGoal,
  pnd,
  standardizedMeanDifference,
  tau,
  tauBaselineCorrected,
  tauU,
} from "../../../../src/trial/effect-sizes/index.ts";
import { newcombeLimits } from "../../../../src/trial/effect-sizes/newcombe-limits.ts";

describe("documented examples of effect sizes", () => {
  const series = { baseline: [7, 8, 8], treatment: [5, 7, 4] };
  const down = { improvement: "decrease" } as const;

  it("of overlap hold", () => {
    expect(nap(series, down).estimate).toBeCloseTo(17 / 18, 14);
    expect(tau(series, down).estimate).toBeCloseTo(8 / 9, 14);
    expect(tauU(series, down).estimate).toBeCloseTo(10 / 9, 14);
    expect(pnd(series, down).estimate).toBeCloseTo(2 / 3, 14);
    expect(pem({ baseline: [7, 8, 8], treatment: [5, 8, 4] }, down).estimate).toBeCloseTo(2.5 / 3, 14);
    expect(pand(series, down).estimate).toBeCloseTo(5 / 6, 14);
    expect(ird(series, down).estimate).toBeCloseTo(2 / 3, 14);
    expect(newcombeLimits(1, 6, 7, 0.95).lower).toBeCloseTo(0.7073, 4);
    const falling = { baseline: [80, 76, 73, 69, 66, 62], treatment: [40, 38, 35] };
    expect(tauBaselineCorrected(falling, down).details.corrected).toBe(true);
  });

  it("of means and ratios hold", () => {
    const raw = { ...down, biasCorrection: false };
    expect(
      standardizedMeanDifference({ baseline: [7, 8, 9], treatment: [5, 4, 6] }, raw).estimate,
    ).toBeCloseTo(3, 14);
    const varying = { baseline: [8, 8, 8], treatment: [4, 3, 5] };
    expect(logResponseRatio(varying, down).estimate).toBeCloseTo(0.68, 2);
    expect(percentChange({ baseline: [8, 8, 8], treatment: [4, 4, 4] }, down).estimate).toBeCloseTo(-50, 12);
    const medians = { baseline: [8, 8, 9], treatment: [4, 3, 5] };
    expect(logRatioOfMedians(medians, down).estimate).toBeCloseTo(Math.LN2, 14);
    const goal = { baseline: [8, 8, 8], treatment: [4, 2, 3] };
    expect(percentOfGoal(goal, { ...down, goal: 0 }).estimate).toBe(62.5);
    const shares = { baseline: [0.8, 0.9], treatment: [0.4, 0.2] };
    expect(logOddsRatio(shares, { ...down, scale: "proportion" }).estimate!).toBeGreaterThan(2);
  });
});
