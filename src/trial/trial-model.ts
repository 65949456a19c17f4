import type { Improvement } from "../schema/scale.ts";
import type { Trial } from "../schema/trial.ts";
import type { TrialModelAnswer } from "../schema/trial-model-answer.ts";

/** What every model is told besides the scores. */
export interface TrialModelSettings {
  treatment: string;
  reference: string;
  /** Which way scores move when the patient is better. */
  improvement: Improvement;
  /** Two-sided level of intervals, in (0, 1). */
  level: number;
  /** Least effect that would matter, ≥ 0; null where none was named. */
  threshold: number | null;
  /** Seed of random numbers, for models that draw. */
  seed: number;
}

/** A model of one patient's trial, as a value: what it says of the treatment's effect. */
export interface TrialModel {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** What it takes for granted, in a sentence. */
  readonly assumes: string;
  /** @throws {EstimationError} where the scores allow no answer. */
  fit(trial: Trial, settings: TrialModelSettings): TrialModelAnswer;
}
