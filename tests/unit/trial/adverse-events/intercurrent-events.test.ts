import { describe, expect, it } from "vitest";
import { readTrials } from "../../../../src/read/index.ts";
import { intercurrentEventsResultSchema } from "../../../../src/schema/index.ts";
import {
  hypothetical,
  intercurrentEvents,
  intercurrentStrategies,
} from "../../../../src/trial/adverse-events/index.ts";

const text =
  "period,treatment,score,rescue\n1,A,7,\n1,A,4,yes\n1,A,6,\n2,B,3,\n2,B,,\n3,B,2,\n3,B,2,\n4,A,8,\n4,A,,yes\n4,A,5,yes";
const [trial] = readTrials(text);

describe("what happened besides the treatment", () => {
  const result = intercurrentEvents(trial!, { improvement: "decrease" });

  it("rescue and missing scores are counted under each treatment", () => {
    expect(result.treatments).toEqual([
      { treatment: "A", nPlanned: 6, nMissing: 1, nRescue: 3 },
      { treatment: "B", nPlanned: 4, nMissing: 1, nRescue: 0 },
    ]);
    expect(result.warnings.map(({ code }) => code)).toEqual(["rescue-treatment", "missing-scores"]);
  });

  it("each strategy counts the scores in its own way", () => {
    const found = Object.fromEntries(result.strategies.map((s) => [s.strategy, [s.nScores, s.difference]]));
    const b = 7 / 3;
    expect(found["treatment-policy"]).toEqual([8, b - 6]);
    expect(found["while-on-treatment"]).toEqual([5, b - 7.5]);
    expect(found.hypothetical).toEqual([6, b - 7]);
    expect(found.composite).toEqual([8, b - (7 + 8 + 6 + 8 + 8) / 5]);
  });

  it("where the reference was always rescued the hypothetical difference is null", () => {
    const [always] = readTrials("treatment,score,rescue\nA,7,yes\nB,3,\nB,2,\nA,6,yes");
    const only = intercurrentEvents(always!, { improvement: "decrease", strategies: [hypothetical] });
    expect(only.strategies[0]).toMatchObject({ nScores: 2, difference: null });
  });

  it("without rescue and missing scores all strategies agree and nothing is warned about", () => {
    const [plain] = readTrials("treatment,score\nA,7\nB,3\nB,2\nA,6");
    const { strategies, warnings } = intercurrentEvents(plain!, { improvement: "decrease" });
    expect(strategies.map(({ difference }) => difference)).toEqual(intercurrentStrategies.map(() => -4));
    expect(warnings).toEqual([]);
  });

  it("is plain JSON of its schema", () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(intercurrentEventsResultSchema.safeParse(result).success).toBe(true);
  });
});
