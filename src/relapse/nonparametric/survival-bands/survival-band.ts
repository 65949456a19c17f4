/** A simultaneous band about a survival curve between two times. */
export interface SurvivalBandMethod {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /**
   * What stands in place of the normal deviate, so that the whole curve lies inside with the given probability.
   *
   * @param level In (0, 1).
   * @param from nσ²/(1 + nσ²) at the first time of the band, in (0, 1).
   * @param to The same at its last time; at least `from`.
   */
  criticalValue(level: number, from: number, to: number): number;
  /**
   * What stands in place of the standard error of ln S.
   *
   * @param varianceOfLog σ²: Greenwood's sum at the time.
   * @param n Number of courses.
   */
  errorOfLog(varianceOfLog: number, n: number): number;
}
