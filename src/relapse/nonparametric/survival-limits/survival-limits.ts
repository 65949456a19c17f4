/** Ends of an interval for a probability. */
export interface ProbabilityLimits {
  lower: number;
  upper: number;
}

/** A scale on which an estimated survival probability is taken to be normal. */
export interface SurvivalLimits {
  readonly name: string;
  readonly reference: string;
  /**
   * @param survival Estimate in (0, 1).
   * @param errorOfLog Standard error of ln S, the root of Greenwood's sum; > 0.
   * @param deviate How many standard errors on either side, such as 1.96.
   * @returns Limits in [0, 1] that hold the estimate.
   */
  limits(survival: number, errorOfLog: number, deviate: number): ProbabilityLimits;
}
