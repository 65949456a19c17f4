import { describe, expect, it } from "vitest";
import { profile } from "../../../src/inference/index.ts";
import { fitResponse, informedPriors } from "../../../src/response/index.ts";
import type { Patient, ResponseResult, Scale } from "../../../src/schema/index.ts";
import { expectRelative } from "../../helpers/closeness.ts";
import { patientOf } from "../../helpers/patients.ts";

const plain = patientOf([-7, 0, 3, 14, 45, 80, 110, 150], [9, 10, 6, 3, 2, [4, 6], 7, 9]);

/** The same patient on another scale, a + c × score. */
function onScale(shift: number, factor: number): Patient {
  const scale: Scale = { minimum: shift, maximum: shift + 10 * factor, step: factor };
  const scores = plain.scores.map((score) => ({
    ...score,
    lower: shift + factor * score.lower,
    upper: shift + factor * score.upper,
  }));
  return { ...plain, scale, scores };
}

const pick = (result: ResponseResult, names: string[]): number[] =>
  names.flatMap((name) => {
    const { estimate, lower, upper } = result.estimates.find(({ parameter }) => parameter === name)!;
    return [estimate!, lower!, upper!];
  });

const free = ["relief", "onsetHalfTime", "T50", "wearOffDuration", "bestRelief", "relapseDay", "T10", "T90"];
const inScores = ["residualSd", "reliefDays"];

describe.each([
  ["default", undefined],
  ["informed", informedPriors],
] as const)("with the %s priors", (_, priors) => {
  const original = fitResponse(plain, { priors, interval: profile });

  it.each([
    ["0–100 in steps of 10", 0, 10],
    ["0–1 in steps of .1", 0, 0.1],
    ["1–11", 1, 1],
    ["20–70 in steps of 5", 20, 5],
    ["−10 to 0", -10, 1],
  ])("the scale %s gives the same curve", (_name, shift, factor) => {
    const other = fitResponse(onScale(shift, factor), { priors, interval: profile });
    // The same numbers but for rounding; ends are found to 1e-7 of a standard error.
    expectRelative(pick(other, free), pick(original, free), 1e-6);
    expectRelative(
      pick(other, inScores),
      pick(original, inScores).map((v) => factor * v),
      1e-6,
    );
    const baseline = pick(other, ["baseline"]).map((v) => v - shift);
    expectRelative(
      baseline,
      pick(original, ["baseline"]).map((v) => factor * v),
      1e-6,
    );
    expect(other.fit.logLikelihood).toBeCloseTo(original.fit.logLikelihood, 8);
  });
});

it("the posterior of another scale is the same but for the chance of its draws", () => {
  const original = fitResponse(plain);
  const other = fitResponse(onScale(20, 5));
  for (const name of free) {
    const [estimate, lower, upper] = pick(original, [name]);
    // Each of the numbers is known to 1 % of the interval's width: four standard errors of a difference.
    const within = 0.04 * Math.SQRT2 * (upper! - lower!);
    pick(other, [name]).forEach((value, i) => {
      expect(Math.abs(value - [estimate!, lower!, upper!][i]!), name).toBeLessThan(within);
    });
  }
});

describe("a finer reading of the same scores", () => {
  it("tells more: no wider baseline, and a likelihood of narrower intervals", () => {
    const fine = fitResponse({ ...plain, scale: { minimum: 0, maximum: 10, step: 0.1 } });
    const coarse = fitResponse(plain);
    expect(fine.fit.logLikelihood).toBeLessThan(coarse.fit.logLikelihood);
    expect(fine.observations[2]).toMatchObject({ lower: 5.95, upper: 6.05 });
  });
});
