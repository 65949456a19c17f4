/** A density to draw from, known up to a constant, over all of ℝᵈ. */
export interface DensityTarget {
  /** Number of coordinates d, at least 1. */
  dimension: number;
  /**
   * ln density at a position, up to a constant.
   *
   * A bounded parameter is moved to the whole line first, with the ln Jacobian of that move added here. −Infinity or NaN
   * mean that the position is impossible, which ends a trajectory as a divergence.
   *
   * @param position Length d; must not be changed, nor kept.
   * @param gradient Receives ∂/∂position, length d.
   */
  logDensityAndGradient(position: Float64Array, gradient: Float64Array): number;
}
