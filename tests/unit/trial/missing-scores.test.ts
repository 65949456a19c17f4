import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { readTrials } from "../../../src/read/index.ts";
import {
  ab,
  analyzeTrial,
  pairedT,
  randomizationTest,
  randomizedPairs,
  type TrialDesignMethod,
} from "../../../src/trial/index.ts";

const pairs =
  "period,treatment,score\n1,A,7\n2,B,3\n3,B,\n4,A,6\n5,A,8\n6,B,2\n7,B,4\n8,A,7\n9,A,6\n10,B,3\n11,B,5\n12,A,";

describe("a trial with missing scores", () => {
  it("keeps the periods that were missed in the design: their treatments are known", () => {
    const [trial] = readTrials(pairs);
    const design = randomizedPairs.design({ treatments: ["A", "B"], nPairs: 6 });
    const { observed, nAssignments, nScores, pValue } = randomizationTest(trial!, { design });
    expect(nAssignments).toBe(64);
    expect(nScores).toBe(10);
    expect(observed).toBeCloseTo(17 / 5 - 34 / 5, 12);
    // By hand: 5 in the last pair under A makes it 39/6 − 12/4 = 3.5, more than 3.4; with both mirrored that is 4 of 64.
    expect(pValue).toBe(4 / 64);
  });

  it("lets a kind of design find its size from them", () => {
    const [trial] = readTrials(pairs);
    const result = analyzeTrial(trial!, {
      design: randomizedPairs as TrialDesignMethod,
      improvement: "decrease",
      models: [pairedT],
    });
    expect(result.randomization!.nPossible).toBe("64");
    expect(result.models[0]!.warnings.map(({ code }) => code)).toEqual(["incomplete-blocks"]);
    expect(result.models[0]!.estimates[0]!.estimate).toBe(-(4 + 6 + 3 + 3) / 4);
  });

  it("counts missing scores among those of a phase design, so that the start stays where it was", () => {
    const [trial] = readTrials("treatment,score\nA,7\nA,\nA,6\nA,8\nB,\nB,2\nB,4\nB,3");
    const design = ab.design({ treatments: ["A", "B"], nScores: 8, minimumLength: 3 });
    const { nPossible, observed, pValue } = randomizationTest(trial!, { design });
    expect(nPossible).toBe("3");
    expect(observed).toBe(-4);
    // Starting one score earlier moves the 8 to the treatment; one later changes nothing that was seen.
    expect(pValue).toBeCloseTo(2 / 3, 12);
  });

  it("refuses a missed period whose treatment the design could not have given, by its patient", () => {
    const [trial] = readTrials("period,treatment,score\n1,A,7\n2,A,\n3,B,3\n4,A,6\n5,B,2\n6,B,1");
    const design = randomizedPairs.design({ treatments: ["A", "B"], nPairs: 3 });
    expect(() => randomizationTest(trial!, { design })).toThrow(InputError);
  });
});
