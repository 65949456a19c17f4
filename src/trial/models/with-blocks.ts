import type { Trial } from "../../schema/trial.ts";
import type { TrialDesign } from "../trial-design.ts";

/**
 * A trial whose scores name their blocks: as given, else those of the design, which counts periods off in equal blocks.
 *
 * @example
 * withBlocks(trial, randomizedPairs.design({ treatments: ["A", "B"], nPairs: 2 })).scores[2]?.block; // 2
 */
export function withBlocks(trial: Trial, design: TrialDesign | null): Trial {
  const unitsPerBlock = design?.unitsPerBlock ?? null;
  if (unitsPerBlock === null || design?.unit !== "period") return trial;
  const scores = trial.scores.map((score) => ({
    ...score,
    block: score.block ?? Math.ceil(score.period / unitsPerBlock),
  }));
  return { ...trial, scores };
}
