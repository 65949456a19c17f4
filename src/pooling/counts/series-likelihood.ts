import type { SeriesAlone } from "./likelihoods/predictor-likelihood.ts";

/** The log likelihood of one series, its own difference from the mean integrated out. */
export interface SeriesLikelihood {
  /**
   * @param mean On the model's scale, such as log odds.
   * @param spread Measures how far series differ; even, and 0 where they don't.
   */
  value(mean: number, spread: number): number;
  /** Fisher information of the mean where series don't differ. */
  information(mean: number): number;
  alone: SeriesAlone;
}
