import type { Trial } from "../../src/schema/index.ts";

/** A trial in which every score is a period of its own. */
export function trialOf(labels: readonly string[], scores: readonly number[], patient = "A"): Trial {
  return {
    patient,
    treatments: [...new Set(labels)],
    scores: scores.map((score, i) => ({
      treatment: labels[i]!,
      score,
      period: i + 1,
      block: null,
      day: null,
      row: i + 2,
    })),
  };
}

/** Scores of phase A, then of phase B. */
export function phasesOf(a: readonly number[], b: readonly number[], patient = "A"): Trial {
  return trialOf([...a.map(() => "A"), ...b.map(() => "B")], [...a, ...b], patient);
}
