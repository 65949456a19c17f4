/** The log likelihood of one series at a value of its linear predictor, with two derivatives; concave. */
export interface PredictorLikelihood {
  at(predictor: number): { value: number; slope: number; curvature: number };
  /** What the series says by itself. */
  alone: SeriesAlone;
}

/** The answer of one series without the others. */
export interface SeriesAlone {
  /** Largest log likelihood, or the limit that it approaches. */
  logLikelihood: number;
  /** Where the likelihood is largest; null where it grows for ever. */
  estimate: number | null;
  /** Inverse information there, in squared units of the estimate; null where there is no estimate. */
  variance: number | null;
  /** The side on which the likelihood grows for ever, or says nothing on either. */
  extreme: "lowest" | "highest" | "both" | null;
}
