import { expect, it } from "vitest";
import { type RandomStream, randomStream } from "../../../src/math/random/random-stream.ts";
import { ab, randomizationTest, randomizedPairs, type TrialDesign } from "../../../src/trial/index.ts";
import { trialOf } from "../../helpers/trials.ts";

/** AR(1) scores that no treatment moves. */
function drifting(stream: RandomStream, n: number, phi: number): number[] {
  let last = stream.normal() / Math.sqrt(1 - phi ** 2);
  return Array.from({ length: n }, () => {
    const now = last;
    last = phi * last + stream.normal();
    return now;
  });
}

/** Share of trials whose p-value is at most the level, when the assignment is drawn from the design. */
function rejected(design: TrialDesign, phi: number, level: number, nTrials: number): number {
  let count = 0;
  for (let r = 0; r < nTrials; r++) {
    const stream = randomStream(31, Math.round(10 * phi), r);
    const assignment = new Uint8Array(design.space.nUnits);
    design.space.sample(stream, assignment);
    const labels = Array.from(assignment, (t) => design.treatments[t]!);
    const trial = trialOf(labels, drifting(stream, labels.length, phi));
    if (randomizationTest(trial, { design, shift: null }).pValue <= level * (1 + 1e-12)) count++;
  }
  return count / nTrials;
}

const treatments = ["A", "B"];

it.each([0, 0.3, 0.6])(
  "rejects no more than its level in randomised pairs with autocorrelation %f",
  (phi) => {
    const design = randomizedPairs.design({ treatments, nPairs: 8 });
    const nTrials = 500;
    const error = Math.sqrt((0.05 * 0.95) / nTrials);
    const share = rejected(design, phi, 0.05, nTrials);
    expect(share).toBeLessThan(0.05 + 3 * error);
    expect(share).toBeGreaterThan(0.05 - 4 * error);
  },
);

it.each([0, 0.6])(
  "rejects no more than its level in AB phases with autocorrelation %f, and never at 5 %%",
  (phi) => {
    const design = ab.design({ treatments, nScores: 20, minimumLength: 3 });
    const nTrials = 1_500;
    expect(rejected(design, phi, 1 / 15, nTrials)).toBeLessThan(
      1 / 15 + 3 * Math.sqrt(((1 / 15) * (14 / 15)) / nTrials),
    );
    expect(rejected(design, phi, 0.05, 100)).toBe(0);
  },
);
