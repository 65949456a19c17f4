import type { TrialShift } from "../shifts/trial-shift.ts";

/** One patient's scores as a statistic sees them. */
export interface StatisticScores {
  /** In the order of time. */
  scores: Float64Array;
  /** Days where the trial gives them, else 0, 1, 2, … */
  times: Float64Array;
  /** For each score its unit: the place in the assignment where its treatment stands. */
  unitOf: Int32Array;
  /** The patient's units: from the first to before the end. */
  firstUnit: number;
  endUnit: number;
  /** Numbers of the two treatments compared; scores under others don't count. */
  treatment: number;
  reference: number;
}

/** A statistic for any assignment; NaN where it does not exist. */
export type EvaluateStatistic = (assignment: Uint8Array) => number;

/** What is compared between two treatments, as a value. */
export interface TrialStatistic {
  readonly name: string;
  readonly label: string;
  /** Unit of its values: `score`, `score / day`, `log ratio`, `probability`. */
  readonly unit: string;
  /** Its value where the treatments do not differ. */
  readonly nullValue: number;
  /** True where it is linear in the scores and a shift of the scores under the treatment shifts it by as much. */
  readonly linear: boolean;
  /** The kind of effect that its interval is about unless another is asked for; null where there is none. */
  readonly shift: TrialShift | null;
  /**
   * Prepares the statistic for one patient's scores; higher means higher scores under the treatment.
   * @returns A function that allocates nothing, to be called for very many assignments.
   */
  prepare(scores: StatisticScores): EvaluateStatistic;
}
