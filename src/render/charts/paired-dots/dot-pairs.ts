import type { Estimate, TrialResult } from "../../../schema/index.ts";
import { effectOf } from "../../trial/trial-effect.ts";
import { blockMeans, treatmentMean } from "../../trial/trial-means.ts";

/** Dots of the two treatments, those of one block as a pair. */
export interface DotPairs {
  /** Means of one block each; empty where the design has none. */
  pairs: readonly { reference: number; treatment: number }[];
  /** Means of single periods, where there are no blocks. */
  loose: { reference: readonly number[]; treatment: readonly number[] };
  /** Mean of all scores under each, null where there is none. */
  means: { reference: number | null; treatment: number | null };
  /** The effect, where it is a difference of scores; null elsewhere. */
  effect: Estimate | null;
}

/** What the picture of pairs draws. */
export function dotPairs(result: TrialResult): DotPairs {
  const { scores, periods, reference, treatment } = result;
  const pairs = blockMeans(result);
  const loose = (name: string): number[] =>
    pairs.length > 0 ? [] : periods.filter((row) => row.treatment === name).map(({ mean }) => mean);
  const row = effectOf(result);
  return {
    pairs,
    loose: { reference: loose(reference), treatment: loose(treatment) },
    means: { reference: treatmentMean(scores, reference), treatment: treatmentMean(scores, treatment) },
    effect: row?.unit === "score" ? row : null,
  };
}
