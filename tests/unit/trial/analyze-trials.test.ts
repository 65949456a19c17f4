import { describe, expect, it } from "vitest";
import { simulatedPairs28Days, simulatedPairs168Days } from "../../../src/datasets/index.ts";
import { EstimationError, InputError } from "../../../src/errors.ts";
import type { ResponseResult } from "../../../src/schema/index.ts";
import {
  type AnalyzeTrialOptions,
  analyzeTrial,
  analyzeTrials,
  completelyRandomized,
  latinSquare,
  randomizedBlocks,
  randomizedPairs,
  wampoldWorsham,
} from "../../../src/trial/index.ts";
import { trialOf } from "../../helpers/trials.ts";

const decrease: AnalyzeTrialOptions = { improvement: "decrease" };
const pairs = trialOf(
  ["saline", "IVIG", "IVIG", "saline", "IVIG", "saline", "saline", "IVIG"],
  [7, 3, 2, 6, 4, 8, 7, 3],
);
const codes = (result: { warnings: { code: string }[] }): string[] => result.warnings.map(({ code }) => code);

/** A fitted response whose relief has worn off by a day. */
function wornOffBy(day: number | null): ResponseResult {
  return { patient: "B", estimates: [{ parameter: "T90", estimate: day }] } as ResponseResult;
}

function issuesOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).issues.map(({ path, row, message }) => `${path}:${row}: ${message}`);
  }
  throw new Error("nothing was thrown");
}

describe("several treatments and patients", () => {
  const three = trialOf(["A", "B", "C", "C", "A", "B"], [8, 5, 2, 3, 7, 4]);

  it("compares every treatment with the reference", () => {
    const results = analyzeTrials([three], { ...decrease, design: completelyRandomized });
    expect(results.map(({ treatment, reference }) => `${treatment} − ${reference}`)).toEqual([
      "B − A",
      "C − A",
    ]);
    expect(results.map(({ estimates }) => estimates[0]!.estimate)).toEqual([-3, -5]);
    const one = analyzeTrial(three, { ...decrease, design: completelyRandomized, treatment: "C" });
    expect(one).toEqual(results[1]);
    expect(analyzeTrial(three, { ...decrease, design: completelyRandomized })).toEqual(results[0]);
  });

  it("tests patients one by one, each with settings of its own", () => {
    const short = { ...pairs, patient: "B", scores: pairs.scores.slice(0, 4) };
    const results = analyzeTrials([pairs, short], { ...decrease, design: randomizedPairs });
    expect(results.map(({ patient }) => patient)).toEqual(["A", "B"]);
    expect(results.map(({ randomization }) => randomization!.nPossible)).toEqual(["16", "4"]);
  });

  it("tests the patients of a Latin square together, and says so in each result", () => {
    const labels = ["ABC", "BCA", "CAB"];
    const trials = labels.map((order, i) => trialOf([...order], [7 - i, 5, 2 + i], `p${i}`));
    const results = analyzeTrials(trials, { ...decrease, design: latinSquare });
    expect(results).toHaveLength(6);
    expect(results[0]!.randomization!.patients).toEqual(["p0", "p1", "p2"]);
    expect(results[2]!.randomization).toEqual(results[0]!.randomization);
    expect(results.every((result) => codes(result).includes("tested-together"))).toBe(true);
    expect(results[0]!.estimates[0]!.patient).toBeUndefined();
    expect(results[0]!.scores).toHaveLength(3);
  });

  it("tests a multiple baseline together", () => {
    const trials = [2, 3, 4].map((start, i) =>
      trialOf(
        Array.from({ length: 6 }, (_, k) => (k < start ? "A" : "B")),
        Array.from({ length: 6 }, (_, k) => (k < start ? 8 : 3)),
        `p${i}`,
      ),
    );
    const settings = { starts: [[3], [4], [5]] };
    const results = analyzeTrials(trials, { ...decrease, design: wampoldWorsham, settings });
    expect(results.map(({ patient }) => patient)).toEqual(["p0", "p1", "p2"]);
    expect(results[0]!.randomization!.nPossible).toBe("6");
    expect(results[0]!.estimates[0]!.estimate).toBe(-5);
  });

  it("lists the wrong rows of all patients at once", () => {
    const wrong = trialOf(["A", "A", "B", "B"], [1, 2, 3, 4]);
    const issues = issuesOf(() =>
      analyzeTrials([wrong, { ...wrong, patient: "B" }], { ...decrease, design: randomizedPairs }),
    );
    expect(issues).toHaveLength(4);
    expect(issues[0]).toMatch(/^A:\d: the actual assignment is not one of the design "randomized-pairs"/u);
    expect(issues.some((issue) => issue.startsWith("B:"))).toBe(true);
  });

  it("refuses a treatment seen once, whatever the design", () => {
    const once = trialOf(["A", "A", "B"], [1, 2, 3]);
    expect(issuesOf(() => analyzeTrial(once, decrease))).toEqual([
      "A:4: each treatment needs at least 2 scores, got 1 of B",
    ]);
  });

  it("refuses blocks that are not as large as the design's", () => {
    const unequal = trialOf(["A", "B", "B", "A", "B"], [1, 2, 3, 4, 5]);
    const options = { ...decrease, design: randomizedBlocks, settings: { nBlocks: 2, perBlock: [1, 1] } };
    expect(issuesOf(() => analyzeTrial(unequal, options))).toEqual([
      "A:6: the design needs 4 periods of A, got 5",
    ]);
  });
});

describe("models", () => {
  const fit = () => {
    throw new EstimationError("not-identifiable", "Cannot fit it");
  };

  it("that have no answer leave a warning", () => {
    const model = { name: "m", label: "M", reference: "", assumes: "", fit };
    const result = analyzeTrial(pairs, { ...decrease, models: [model] });
    expect(result.models).toEqual([]);
    expect(codes(result)).toContain("no-model-answer");
    expect(result.provenance.options.models).toEqual(["m"]);
  });
});

describe("the simulated trials, whose truth is known", () => {
  const options = { ...decrease, design: randomizedPairs, reference: "saline" };

  it("show what immunoglobulin does with periods of 168 days, and a fraction of it where relief carries over", () => {
    const apart = analyzeTrial(simulatedPairs168Days, { ...options, response: wornOffBy(135) });
    expect(codes(apart)).toEqual([]);
    expect(apart.randomization).toMatchObject({ pValue: 2 / 64, nPossible: "64" });
    const carried = analyzeTrial(simulatedPairs28Days, { ...options, response: wornOffBy(135) });
    expect(codes(carried)).toEqual(["carryover-expected"]);
    expect(carried.warnings[0]!.message).toContain("after 28 days");
    expect(carried.estimates[0]!.estimate!).toBeGreaterThan(apart.estimates[0]!.estimate! / 2);
  });

  it("say that nothing is known of carryover without days, or where the curve does not tell", () => {
    expect(
      codes(analyzeTrial(pairs, { ...decrease, design: randomizedPairs, response: wornOffBy(135) })),
    ).toEqual(["carryover-unknown"]);
    expect(codes(analyzeTrial(simulatedPairs28Days, { ...options, response: wornOffBy(null) }))).toEqual([
      "carryover-unknown",
    ]);
  });
});
