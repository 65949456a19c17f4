import { expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { trialModels } from "../../../../src/trial/models/index.ts";
import { lessPain, pairedTrial } from "../../../helpers/paired-trials.ts";
import { phasesOf } from "../../../helpers/trials.ts";

/** Scores whose serial correlation is estimated at, or beside, a limit of its range. */
const trials = {
  "a straight ramp": phasesOf([1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]),
  "a walk that hardly turns": phasesOf([5, 5.1, 5.3, 5.2, 5.4, 5.7], [5.9, 6.2, 6.1, 6.5, 6.8, 7.2]),
  "errors that change sign every time": phasesOf([5, 7, 5, 7, 5, 7], [3, 5, 3, 5, 3, 5]),
  "pairs on a ramp": pairedTrial([1, 3, 5, 7, 9, 11], [2, 4, 6, 8, 10, 12]),
};
const cases = Object.entries(trials).flatMap(([name, trial]) =>
  trialModels.map((model) => [model.name, name, model, trial] as const),
);

it.each(cases)("%s: %s gets an answer in finite numbers, or a named refusal", (_, __, model, trial) => {
  try {
    const answer = model.fit(trial, { ...lessPain, threshold: 1 });
    const text = JSON.stringify(answer);
    // JSON writes numbers that are not finite as null: a row without an estimate must have a warning instead.
    for (const { estimate } of answer.estimates.slice(0, 1))
      if (estimate === null) expect(answer.warnings).not.toEqual([]);
    const numbers = [
      ...answer.estimates.flatMap(({ estimate, lower, upper }) => [estimate, lower, upper]),
      ...answer.probabilities.map(({ probability }) => probability),
    ];
    for (const number of numbers) expect(number === null || Number.isFinite(number)).toBe(true);
    expect(JSON.parse(text)).toEqual(answer);
  } catch (error) {
    expect(error).toBeInstanceOf(EstimationError);
    expect((error as Error).message).toMatch(/Cannot .*needs|without end|Cannot fit/u);
  }
});
