import type { Matrix } from "../../math/linear/matrix.ts";

/** How far the true effects differ. */
export interface TauSquaredEstimate {
  /** τ² in squared units of the effects; ≥ 0. */
  tauSquared: number;
  /** null where the method has none. */
  standardError: number | null;
}

/** A way to estimate the variance between series. */
export interface TauSquaredEstimator {
  name: string;
  /** For people, such as `Restricted maximum likelihood (REML)`. */
  label: string;
  reference: string;
  /** True where τ² is not estimated but taken to be 0: all series then share one true effect. */
  assumed: boolean;
  /**
   * @param effects One per series, more than there are columns in the design.
   * @param variances Their sampling variances, in squared units of the effects; all > 0.
   * @param design Rows of the mean's design; a shared mean where it is absent.
   * @throws {RangeError} when lengths differ or a number is out of range.
   */
  estimate(effects: ArrayLike<number>, variances: ArrayLike<number>, design?: Matrix): TauSquaredEstimate;
}
