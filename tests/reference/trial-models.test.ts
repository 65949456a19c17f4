import { describe, expect, it } from "vitest";
import type { TrialModelAnswer } from "../../src/schema/index.ts";
import {
  exactLogistic,
  pairedT,
  penalizedLogistic,
  penalizedProportionalOdds,
  proportionalOdds,
  signedRank,
} from "../../src/trial/models/index.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { lessPain, pairedTrial } from "../helpers/paired-trials.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

const file = "trial-models.json";
const trialOf = ({ inputs }: ReferenceEntry) => pairedTrial(inputs.A, inputs.B, inputs.size);
const entries = (name: string) =>
  referenceEntries(file, new RegExp(`^${name}\\.`, "u")).map((entry): [string, ReferenceEntry] => [
    entry.id,
    entry,
  ]);
const oddsOf = ({ estimates }: TrialModelAnswer) =>
  estimates.find(({ parameter }) => parameter === "logOddsRatio")!;

describe("the paired t test", () => {
  it.each(entries("paired-t"))("%s is R's", (_, entry) => {
    const { estimate, t, df, p, lower, upper } = entry.outputs;
    const { estimates, test } = pairedT.fit(trialOf(entry), lessPain);
    const [row] = estimates;
    expectRelative([row!.estimate!, row!.lower!, row!.upper!], [estimate, lower, upper], 1e-12);
    expectRelative([test!.value, test!.degreesOfFreedom!, test!.pValue], [t, df, p], 1e-12);
  });

  it("of block means of seven scores each is R's", () => {
    const [entry] = referenceEntries("single-case.json", /^paired_t\.blockmeans$/u);
    const { outputs } = entry!;
    const { estimates, test } = pairedT.fit(trialOf(entry!), lessPain);
    const [row] = estimates;
    expectRelative([row!.estimate!, row!.lower!, row!.upper!], [outputs.estimate, ...outputs.CI], 1e-13);
    expectRelative([test!.value, test!.pValue], [outputs.t, outputs.p], 1e-12);
  });
});

describe("signed ranks", () => {
  it.each(entries("signed-rank"))("%s are those of exactRankTests", (_, entry) => {
    const { test } = signedRank.fit(trialOf(entry), lessPain);
    expectRelative([test!.value, test!.pValue], [entry.outputs.V, entry.outputs.p], 1e-12);
  });

  it.each(entries("hodges-lehmann"))("%s: estimate and limits are R's", (_, entry) => {
    const [row] = signedRank.fit(trialOf(entry), lessPain).estimates;
    const { estimate, lower, upper } = entry.outputs;
    expectRelative([row!.estimate!, row!.lower!, row!.upper!], [estimate, lower, upper], 1e-10);
  });
});

describe("exact conditional logistic regression", () => {
  // R finds its roots to 1e-4 only.
  it.each(entries("exact-logistic"))("%s is R's", (_, entry) => {
    const { oddsRatio, lower, upper, greater, less } = entry.outputs;
    const { estimates, test, warnings } = exactLogistic.at(entry.inputs.cutoff).fit(trialOf(entry), lessPain);
    const [row] = estimates;
    expectRelative([test!.pValue], [Math.min(1, 2 * Math.min(greater, less))], 1e-12);
    expect(warnings.some(({ code }) => code === "separation")).toBe(oddsRatio === null);
    if (oddsRatio !== null) expectRelative([row!.estimate!], [oddsRatio], 1e-3);
    expect(row!.upper === null).toBe(upper === null);
    expectRelative([row!.lower!], [lower], 1e-3);
    if (upper !== null) expectRelative([row!.upper!], [upper], 1e-3);
  });

  it("has limits at which the tails are half of 1 − level: two pairs against none", () => {
    const trial = pairedTrial([7, 7, 7], [1, 1, 1]);
    const [row] = exactLogistic.at(4).fit(trial, lessPain).estimates;
    const p = 0.025 ** (1 / 3);
    expectRelative([row!.lower!], [p / (1 - p)], 1e-12);
    const half = 0.5 ** (1 / 3);
    expectRelative([row!.estimate!], [half / (1 - half)], 1e-12);
  });
});

describe("penalized logistic regression", () => {
  it.each(entries("penalized-logistic"))("%s: brglm2's estimate, and the profile's limits", (_, entry) => {
    const { estimate, se, lower, upper, deviance, p } = entry.outputs;
    const answer = penalizedLogistic.at(entry.inputs.cutoff).fit(trialOf(entry), lessPain);
    const row = oddsOf(answer);
    expectAbsolute([row.estimate!, row.standardError!], [estimate, se], 1e-6);
    expectAbsolute([row.lower!, row.upper!], [lower, upper], 1e-6);
    expectAbsolute([answer.test!.value, answer.test!.pValue], [deviance, p], 1e-7);
  });
});

describe("proportional odds", () => {
  it.each(entries("proportional-odds"))("%s: polr's estimate, and the profile's limits", (_, entry) => {
    const { polr, polr_se, lower, upper, deviance, p } = entry.outputs;
    const answer = proportionalOdds.fit(trialOf(entry), lessPain);
    const row = oddsOf(answer);
    // polr stops early, with a slope of 1e-5 left.
    expectAbsolute([row.estimate!, row.standardError!], [polr, polr_se], 1e-4);
    expectAbsolute([row.estimate!, row.lower!, row.upper!], [entry.outputs.estimate, lower, upper], 1e-5);
    expectAbsolute([answer.test!.value, answer.test!.pValue], [deviance, p], 1e-7);
  });

  it.each(entries("penalized-proportional-odds"))(
    "%s: an optimiser of the penalised likelihood",
    (_, entry) => {
      const { estimate, lower, upper, deviance, p } = entry.outputs;
      const answer = penalizedProportionalOdds.fit(trialOf(entry), lessPain);
      const row = oddsOf(answer);
      expectAbsolute([row.estimate!, row.lower!, row.upper!], [estimate, lower, upper], 1e-5);
      expectAbsolute([answer.test!.value, answer.test!.pValue], [deviance, p], 1e-7);
    },
  );
});
