import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import type { Trial } from "../../../src/schema/index.ts";
import {
  ab,
  alternating,
  completelyRandomized,
  latinSquare,
  randomizationTest,
  randomizedPairs,
  randomStart,
  type TrialDesign,
} from "../../../src/trial/index.ts";
import { phasesOf, trialOf } from "../../helpers/trials.ts";

const treatments = ["A", "B"];

function problemsOf(
  design: TrialDesign,
  trials: Trial | Trial[],
): { row: number | undefined; message: string }[] {
  try {
    randomizationTest(trials, { design });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).issues.map(({ row, message }) => ({ row, message }));
  }
  throw new Error("nothing was thrown");
}

describe("a trial that its design could not have given is refused with the row", () => {
  const ones = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

  it("names a start outside the limit, for which others give p = 0", () => {
    const design = ab.design({ treatments, nScores: 8, minimumLength: 3 });
    const [problem] = problemsOf(design, phasesOf([1, 2], [3, 4, 5, 6, 7, 8]));
    expect(problem!.row).toBe(2);
    expect(problem!.message).toContain("at least 3 scores in each phase, got 2");
  });

  it("names a start that was not among those drawn from", () => {
    const design = randomStart.design({ treatments, nScores: 8, earliestStart: 4, latestStart: 6 });
    const [problem] = problemsOf(design, phasesOf([1, 2], [3, 4, 5, 6, 7, 8]));
    expect(problem).toMatchObject({ row: 4 });
    expect(problem!.message).toContain("from score 4 or 5 or 6 on, got it from score 3 on");
  });

  it("names a pair with the same treatment twice, and every other one", () => {
    const design = randomizedPairs.design({ treatments, nPairs: 3 });
    const problems = problemsOf(design, trialOf(["A", "A", "A", "B", "B", "B"], ones(6)));
    expect(problems.map(({ row }) => row)).toEqual([3, 7]);
  });

  it("names a run that is too long", () => {
    const design = alternating.design({ treatments, nPeriods: [3, 3], runLimit: 2 });
    const [problem] = problemsOf(design, trialOf(["A", "B", "B", "B", "A", "A"], ones(6)));
    expect(problem).toMatchObject({ row: 5 });
  });

  it("names a treatment too many", () => {
    const design = completelyRandomized.design({ treatments, nPeriods: [3, 3] });
    const [problem] = problemsOf(design, trialOf(["A", "B", "A", "A", "A", "B"], ones(6)));
    expect(problem).toMatchObject({ row: 6 });
    expect(problem!.message).toContain("needs 3 of A and 3 of B, got 4 of A and 2 of B");
  });

  it("names a patient whose sequence is none of the square's", () => {
    const design = latinSquare.design({ treatments: ["A", "B", "C"], nPatients: 3 });
    const sequences = ["ABC", "BCA", "CBA"];
    const trials = sequences.map((s, p) => trialOf([...s], [1, 2, 3], `P${p}`));
    const [problem] = problemsOf(design, trials);
    expect(problem!.message).toContain("got C, B, A");
    expect(problemsOf(design, trials.slice(0, 2))[0]!.message).toContain("needs 3 patients, got 2");
  });
});

describe("everything wrong with a trial is said at once", () => {
  it("names an unknown treatment, one seen once, overlapping periods and unequal blocks", () => {
    const design = randomizedPairs.design({ treatments, nPairs: 2 });
    const row = (treatment: string, period: number, block: number, day: number, line: number) => ({
      treatment,
      score: 1,
      period,
      block,
      day,
      row: line,
    });
    const scores = [
      row("A", 1, 1, 1, 2),
      row("B", 2, 1, 9, 3),
      row("A", 3, 1, 5, 4),
      row("Bb", 4, 2, 12, 5),
      row("A", 3, 2, 13, 6),
    ];
    const problems = problemsOf(design, { patient: "P", treatments: ["A", "B", "Bb"], scores });
    const said = problems.map(({ row, message }) => `${row}: ${message}`).join("\n");
    expect(said).toContain("5: treatment must be one of the design's (A, B), got Bb");
    expect(said).toContain("3: each treatment needs at least 2 scores, got 1 of B");
    expect(said).toContain("4: periods must not overlap, got day 5 in period 3 after day 9");
    expect(said).toContain("6: periods must not overlap, got period 3 again after period 4");
    expect(said).toContain("4: blocks must have 2 periods each");
  });

  it("names scores of phases that stand before earlier ones", () => {
    const design = ab.design({ treatments, nScores: 6, minimumLength: 2 });
    const trial = phasesOf([1, 2, 3], [4, 5, 6]);
    trial.scores.forEach((score, i) => {
      score.day = [1, 2, 3, 2, 5, 6][i]!;
    });
    expect(problemsOf(design, trial)).toEqual([
      { row: 5, message: "scores must be in the order of time, got day 2 after day 3" },
    ]);
  });

  it("names a trial that is too short or too long", () => {
    const design = randomizedPairs.design({ treatments, nPairs: 2 });
    expect(problemsOf(design, trialOf([..."ABABAB"], [1, 2, 3, 4, 5, 6]))[0]).toEqual({
      row: 6,
      message: "the design needs 4 periods of A, got 6",
    });
    expect(problemsOf(design, { patient: "P", treatments: [], scores: [] }).length).toBeGreaterThan(0);
  });
});

it("takes several scores of a period together", () => {
  const design = randomizedPairs.design({ treatments, nPairs: 2 });
  const scores = [..."ABBA"].flatMap((treatment, p) =>
    [1, 2, 3].map((k) => ({
      treatment,
      score: (treatment === "A" ? 5 : 2) + k,
      period: p + 1,
      block: null,
      day: null,
    })),
  );
  const result = randomizationTest({ patient: "P", treatments, scores }, { design });
  expect([result.nAssignments, result.observed, result.pValue]).toEqual([4, -3, 0.5]);
});
