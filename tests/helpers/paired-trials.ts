import type { Trial } from "../../src/schema/index.ts";
import type { TrialModelSettings } from "../../src/trial/trial-model.ts";

/** A trial of pairs of weeks with one score each: A first in odd pairs, B first in even ones. */
export function pairedTrial(a: readonly number[], b: readonly number[], perBlock = 1): Trial {
  const scores = a.flatMap((reference, i) => {
    const block = Math.floor(i / perBlock) + 1;
    const pair = [
      { treatment: "A", score: reference },
      { treatment: "B", score: b[i]! },
    ];
    return (i % 2 === 0 ? pair : pair.reverse()).map((one, j) => ({
      ...one,
      period: 2 * i + j + 1,
      block,
      day: 7 * (2 * i + j),
    }));
  });
  return { patient: "made up", treatments: ["A", "B"], scores };
}

/** B against A, less pain is better. */
export const lessPain: TrialModelSettings = {
  treatment: "B",
  reference: "A",
  improvement: "decrease",
  level: 0.95,
  threshold: null,
  seed: 1,
};
