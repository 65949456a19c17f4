import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { betweenCaseResultSchema, type Trial } from "../../../../src/schema/index.ts";
import { betweenCaseDifference } from "../../../../src/trial/between-case/between-case-difference.ts";
import { betweenCaseMethods } from "../../../../src/trial/between-case/methods/index.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { phasesOf } from "../../../helpers/trials.ts";

const trials: Trial[] = [
  phasesOf([7, 8, 6, 7], [4, 3, 5, 4, 3], "P1"),
  phasesOf([6, 7, 5, 6], [5, 4, 3, 4, 4], "P2"),
  phasesOf([9, 8, 9, 7], [5, 4, 5, 6, 5], "P3"),
];
const scaled = (by: number, plus: number): Trial[] =>
  trials.map((trial) => ({
    ...trial,
    scores: trial.scores.map((one) => ({ ...one, score: by * one.score + plus })),
  }));
const less = { improvement: "decrease" } as const;

describe.each(betweenCaseMethods.map((method) => [method.name, method] as const))("%s", (_, method) => {
  const result = betweenCaseDifference(trials, { ...less, method });
  const [g] = result.estimates;

  it("is plain JSON of its shape", () => {
    expect(betweenCaseResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  it("is positive where patients are better, with limits on both sides of it", () => {
    expect(g!.estimate).toBeGreaterThan(0);
    if (g!.lower !== null) expect(g!.lower).toBeLessThan(g!.estimate!);
    const other = betweenCaseDifference(trials, { improvement: "increase", method }).estimates[0]!;
    expect(other.estimate).toBeCloseTo(-g!.estimate!, 12);
  });

  it("does not depend on the unit of the scores or where they start", () => {
    const moved = betweenCaseDifference(scaled(10, 5), { ...less, method });
    expectRelative(
      [moved.estimates[0]!.estimate!, moved.degreesOfFreedom],
      [g!.estimate!, result.degreesOfFreedom],
      1e-6,
    );
  });

  it.each([
    ["one patient", trials.slice(0, 1)],
    ["all scores equal", trials.map((t) => ({ ...t, scores: t.scores.map((s) => ({ ...s, score: 5 })) }))],
    [
      "scores that never change within a phase",
      trials.map((t) => ({
        ...t,
        scores: t.scores.map((s) => ({ ...s, score: s.treatment === "A" ? 7 : 3 })),
      })),
    ],
  ])("%s: refused by name", (__, hard) => {
    expect(() => betweenCaseDifference(hard, { ...less, method })).toThrow(EstimationError);
  });
});
