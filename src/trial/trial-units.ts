import type { Trial } from "../schema/trial.ts";
import type { TrialDesign } from "./trial-design.ts";

/** The units of one patient's scores, from 0: the places where a design puts a treatment. */
export interface TrialUnits {
  ofScores: number[];
  /** Of the scores that are missing; their treatments are known all the same. */
  ofMissed: number[];
}

/** Finds the units of a trial's scores: their periods, or in phase designs their places among all scores, missing ones too. */
export function trialUnits({ unit }: TrialDesign, { scores, missed = [] }: Trial): TrialUnits {
  if (unit === "period")
    return {
      ofScores: scores.map(({ period }) => period - 1),
      ofMissed: missed.map(({ period }) => period - 1),
    };
  let nMissed = 0;
  return {
    ofScores: scores.map((_, i) => {
      while (nMissed < missed.length && missed[nMissed]!.nBefore <= i) nMissed++;
      return i + nMissed;
    }),
    ofMissed: missed.map(({ nBefore }, k) => nBefore + k),
  };
}
