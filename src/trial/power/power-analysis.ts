import type { Improvement } from "../../schema/scale.ts";
import type { Trial } from "../../schema/trial.ts";
import type { TrialDesign } from "../trial-design.ts";

/** What an analysis of simulated trials is told besides the scores. */
export interface PowerSettings {
  /** Design of all patients together. */
  design: TrialDesign;
  treatment: string;
  reference: string;
  improvement: Improvement;
  /** Level of the interval; the test is at 1 − level. */
  level: number;
  /** Seed of random numbers, for analyses that draw. */
  seed: number;
}

/** What an analysis says of the simulated trials of one replicate. */
export interface PowerAnswer {
  /** Whether no effect is rejected. */
  rejects: boolean;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  /** Unit of the three; `score` for a difference between the treatments in score points. */
  unit: string;
}

/** A way to analyse a trial, or several patients' trials, whose power is asked for; as a value. */
export interface PowerAnalysis {
  readonly name: string;
  readonly label: string;
  /**
   * The least p-value that it can reach in one patient, where the design sets a limit; absent where it sets none.
   * @param least Those of a randomization test with that design.
   */
  smallestPValue?(least: { oneSided: number; twoSided: number }): number;
  /**
   * @throws {EstimationError} | {InputError} where the scores allow no answer; the trial then counts as one that rejects nothing.
   */
  analyze(trials: readonly Trial[], settings: PowerSettings): PowerAnswer;
}

/** Whether a p-value is at most 1 − level, but for rounding. */
export function isSignificant(pValue: number, level: number): boolean {
  return pValue <= (1 - level) * (1 + 1e-9);
}
