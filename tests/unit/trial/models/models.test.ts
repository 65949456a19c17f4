import { describe, expect, it } from "vitest";
import { randomizedPairs } from "../../../../src/trial/designs/index.ts";
import {
  exactLogistic,
  pairedT,
  penalizedLogistic,
  penalizedProportionalOdds,
  proportionalOdds,
  signedRank,
} from "../../../../src/trial/models/index.ts";
import { withBlocks } from "../../../../src/trial/models/with-blocks.ts";
import { lessPain, pairedTrial } from "../../../helpers/paired-trials.ts";

const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code);

describe("models of few pairs", () => {
  it("one pair: an estimate without an interval, and the reason", () => {
    const { estimates, test, warnings } = pairedT.fit(pairedTrial([7], [4]), lessPain);
    expect(estimates[0]).toMatchObject({ estimate: -3, lower: null, upper: null, bound: "open" });
    expect(test).toBeNull();
    expect(codes(warnings)).toEqual(["too-few-blocks"]);
  });

  it("the same difference in every pair: no spread, so no t test and no interval of width 0", () => {
    const { estimates, test, warnings } = pairedT.fit(pairedTrial([7.1, 6.2, 8.3], [5, 4.1, 6.2]), lessPain);
    expect(estimates[0]!.estimate).toBeCloseTo(-2.1, 12);
    expect(estimates[0]).toMatchObject({ standardError: null, lower: null, upper: null });
    expect(test).toBeNull();
    expect(codes(warnings)).toEqual(["no-spread"]);
  });

  it("ranks don't turn on the rounding of decimals: four equal differences are ties", () => {
    const { test } = signedRank.fit(pairedTrial([0.3, 1.1, 2.3, 0.7], [0.2, 1, 2.2, 0.8]), lessPain);
    // |d| all tied at midrank 2.5; one positive.
    expect(test!.value).toBe(2.5);
  });

  it("three pairs: signed ranks have no 95 % interval, and say what there is", () => {
    const { estimates, test, warnings } = signedRank.fit(pairedTrial([7, 6, 8], [4, 5, 3]), lessPain);
    expect(test!.pValue).toBe(0.25);
    expect(estimates[0]).toMatchObject({ estimate: -3, bound: "open" });
    expect(warnings[0]!.message).toContain("no interval above 75 %");
  });

  it("a block without one of the treatments is left out and named", () => {
    const trial = pairedTrial([7, 6, 8], [4, 5, 3]);
    const scores = trial.scores.filter(({ treatment, block }) => treatment === "A" || block !== 2);
    const { estimates, nScores, warnings } = pairedT.fit({ ...trial, scores }, lessPain);
    expect(estimates[0]!.estimate).toBe(-4);
    expect(nScores).toBe(4);
    expect(warnings[0]!.message).toMatch(/^Block 2 lacked scores/u);
  });

  it("several periods of a treatment in a block: their means are compared", () => {
    const { estimates } = pairedT.fit(pairedTrial([7, 5, 8, 6], [4, 2, 5, 4], 2), lessPain);
    expect(estimates[0]!.estimate).toBe(-2.75);
  });

  it("blocks that the file does not name come from the design", () => {
    const named = pairedTrial([7, 6, 8], [4, 5, 3]);
    const trial = { ...named, scores: named.scores.map((score) => ({ ...score, block: null })) };
    expect(() => pairedT.fit(trial, lessPain)).toThrow("got a trial without blocks");
    const design = randomizedPairs.design({ treatments: ["A", "B"], nPairs: 3 });
    expect(pairedT.fit(withBlocks(trial, design), lessPain)).toEqual(pairedT.fit(named, lessPain));
    expect(withBlocks(trial, null)).toBe(trial);
  });
});

describe("models at complete separation", () => {
  const apart = pairedTrial([7, 6, 8, 9], [1, 2, 1, 3]);

  it("maximum likelihood refuses by name, the penalised and the exact ones answer", () => {
    expect(() => proportionalOdds.fit(apart, lessPain)).toThrow(
      "got complete separation, at which the odds ratio has no bound; a penalized model has an answer",
    );
    const [odds] = penalizedProportionalOdds.fit(apart, lessPain).estimates;
    expect(odds!.bound).toBe("closed");
    expect(odds!.lower).toBeGreaterThan(1);
    const [exact] = exactLogistic.at(4).fit(apart, lessPain).estimates;
    expect(exact).toMatchObject({ upper: null, bound: "open-upper" });
    const [firth] = penalizedLogistic.at(4).fit(apart, lessPain).estimates;
    expect(firth!.estimate).toBeCloseTo(81, 10);
  });

  it("values that only touch are separated too", () => {
    expect(() => proportionalOdds.fit(pairedTrial([7, 5, 8], [5, 2, 5]), lessPain)).toThrow(
      "complete separation",
    );
  });

  it("an improvement upwards turns the odds around", () => {
    const of = (improvement: "increase" | "decrease") =>
      penalizedProportionalOdds.fit(apart, { ...lessPain, improvement }).estimates[0]!.estimate!;
    expect(of("increase") * of("decrease")).toBeCloseTo(1, 8);
  });

  it("responses alike in every block tell nothing", () => {
    expect(() => exactLogistic.at(20).fit(apart, lessPain)).toThrow(
      "needs a block in which some periods reach 20 and others don't, got none",
    );
    expect(() => exactLogistic.at(Number.NaN)).toThrow(RangeError);
  });
});
