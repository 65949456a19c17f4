import { describe, expect, it } from "vitest";
import { EstimationError } from "../../src/errors.ts";
import { type Trial, type TrialModelAnswer, trialModelAnswerSchema } from "../../src/schema/index.ts";
import {
  pairedT,
  penalizedProportionalOdds,
  proportionalOdds,
  responderModels,
  signedRank,
  trialModels,
} from "../../src/trial/models/index.ts";
import type { TrialModel, TrialModelSettings } from "../../src/trial/trial-model.ts";
import { expectAbsolute } from "../helpers/closeness.ts";
import { lessPain, pairedTrial } from "../helpers/paired-trials.ts";

const responders = responderModels.map((method) => method.at(4.5));
const named = (list: readonly TrialModel[]) => list.map((model): [string, TrialModel] => [model.name, model]);
const models = named([...trialModels, ...responders]);
/** Models for which time does not count, but for the blocks. */
const timeless = named([pairedT, signedRank, proportionalOdds, penalizedProportionalOdds, ...responders]);

const a = [7, 6.5, 4, 8, 7.5, 6, 3];
const b = [4.5, 3, 6, 2.5, 5, 4, 3.5];
const usual = pairedTrial(a, b);
/** The same scores as two phases. */
const phases: Trial = {
  ...usual,
  scores: [...a, ...b].map((score, i) => ({
    treatment: i < a.length ? "A" : "B",
    score,
    period: i + 1,
    block: null,
    day: 7 * i,
  })),
};

/** The trial that a model is for: pairs, or phases where it has no answer for pairs. */
function trialFor(model: TrialModel): Trial {
  try {
    model.fit(usual, lessPain);
    return usual;
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    return phases;
  }
}

/** The effect where it is additive: a difference, or the logarithm of a ratio. */
function effectOf({ estimates }: TrialModelAnswer): [number | null, number | null, number | null] {
  const { estimate, lower, upper } = estimates.find(({ unit }) => unit !== "ratio") ?? estimates[0]!;
  return [estimate, lower, upper];
}

const withScores = (trial: Trial, change: (score: number) => number): Trial => ({
  ...trial,
  scores: trial.scores.map((score) => ({ ...score, score: change(score.score) })),
});

/** Trials that are hard: an answer, or an EstimationError that says what is missing. */
const hard: [string, Trial][] = [
  ["three pairs", pairedTrial([7, 6, 8], [4, 5, 3])],
  ["three pairs that overlap", pairedTrial([7, 4, 6], [4, 5, 6])],
  ["one pair", pairedTrial([7], [4])],
  ["all scores equal", pairedTrial([5, 5, 5, 5], [5, 5, 5, 5])],
  ["the same difference in every pair", pairedTrial([7, 6, 8, 5], [5, 4, 6, 3])],
  ["complete separation", pairedTrial([7, 6, 8, 9], [1, 2, 1, 3])],
  [
    "half of the scores missing",
    { ...usual, scores: usual.scores.filter((_, i) => [0, 1, 2, 5, 6, 7, 9].includes(i)) },
  ],
  [
    "no complete pair",
    {
      ...usual,
      scores: usual.scores.filter(({ treatment, block }) => (block! % 2 === 0) === (treatment === "A")),
    },
  ],
  [
    "one treatment never scored",
    { ...usual, scores: usual.scores.filter(({ treatment }) => treatment === "A") },
  ],
  ["no blocks", { ...usual, scores: usual.scores.map((score) => ({ ...score, block: null })) }],
];

function answerOrReason(
  model: TrialModel,
  trial: Trial,
  settings: TrialModelSettings,
): TrialModelAnswer | string {
  try {
    return model.fit(trial, settings);
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    return error.message;
  }
}

describe("every model of a trial", () => {
  it("has a name of its own", () => {
    expect(new Set(models.map(([name]) => name)).size).toBe(models.length);
  });

  describe.each(models)("%s", (name, model) => {
    const own = trialFor(model);
    const answer = model.fit(own, lessPain);

    it("names itself, its source and what it takes for granted", () => {
      expect(answer).toMatchObject({ model: name, label: model.label, assumes: model.assumes });
      expect(model.reference).not.toBe("");
      expect(model.assumes).toMatch(/\.$/u);
    });

    it("answers in plain JSON of its schema, and leaves the trial as it was", () => {
      const before = JSON.stringify(own);
      expect(JSON.parse(JSON.stringify(model.fit(own, lessPain)))).toEqual(answer);
      expect(trialModelAnswerSchema.safeParse(answer).success).toBe(true);
      expect(JSON.stringify(own)).toBe(before);
    });

    it("has an interval that holds its estimate, is wider at a higher level, and agrees with its test", () => {
      const wide = effectOf(model.fit(own, { ...lessPain, level: 0.98 }));
      const [estimate, lower, upper] = effectOf(answer);
      expect(estimate! >= (lower ?? -Infinity) && estimate! <= (upper ?? Infinity)).toBe(true);
      expect((wide[1] ?? -Infinity) <= (lower ?? -Infinity)).toBe(true);
      expect((wide[2] ?? Infinity) >= (upper ?? Infinity)).toBe(true);
      // Ties widen the limits that go with signed ranks beyond the test's level; a posterior has no test.
      if (lower === null || upper === null || answer.test === null || model === signedRank) return;
      expect(answer.test.pValue < 0.05).toBe(lower > 0 || upper < 0);
    });

    it.each(hard)("has an answer or a reason: %s", (_, trial) => {
      const found = answerOrReason(model, trial, lessPain);
      if (typeof found === "string") {
        expect(found).toMatch(/^Cannot fit\b.*(needs .+|without end|converge)/u);
        return;
      }
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      expect(trialModelAnswerSchema.safeParse(found).success).toBe(true);
      const [estimate, lower, upper] = effectOf(found);
      for (const value of [estimate, lower, upper])
        expect(value === null || Number.isFinite(value)).toBe(true);
      if (estimate === null) expect(found.warnings.length).toBeGreaterThan(0);
      if (lower === null && upper === null) expect(found.warnings.length).toBeGreaterThan(0);
    });
  });

  it.each(named(trialModels))("%s does not change when all scores are shifted", (_, model) => {
    const own = trialFor(model);
    const moved = withScores(own, (score) => score + 2);
    // Models with a correlation find it by a search, which ends at another last digit.
    const tolerance = timeless.some(([, one]) => one === model) ? 1e-9 : 1e-6;
    expectAbsolute(
      effectOf(model.fit(moved, lessPain)).map((value) => value ?? Infinity),
      effectOf(model.fit(own, lessPain)).map((value) => value ?? Infinity),
      tolerance,
    );
  });

  describe.each(timeless)("%s, for which time does not count", (_, model) => {
    const answer = model.fit(usual, lessPain);

    it("mirrors when the treatments change places", () => {
      const mirrored = effectOf(model.fit(usual, { ...lessPain, treatment: "A", reference: "B" }));
      const [estimate, lower, upper] = effectOf(answer).map((value) => (value === null ? null : -value));
      expectAbsolute(
        mirrored.map((value) => value ?? Infinity),
        [estimate, upper, lower].map((value) => value ?? Infinity),
        1e-7,
      );
    });

    it("does not mind the order of the blocks", () => {
      const turned = pairedTrial([...a].reverse(), [...b].reverse());
      expectAbsolute(
        effectOf(model.fit(turned, lessPain)).map((value) => value ?? Infinity),
        effectOf(answer).map((value) => value ?? Infinity),
        1e-9,
      );
    });
  });
});
