import { logGammaDifference } from "../../math/special/log-gamma-difference.ts";

/**
 * Factor that takes the bias out of a standardized mean: Γ(m/2)/(√(m/2) Γ((m − 1)/2)), in its exact form.
 *
 * @param degreesOfFreedom m of the standard deviation; > 1, as at 1 it is 0.
 * @returns In (0, 1).
 * @see Hedges (1981), J Educ Stat 6:107–128, equation 6e. doi:10.3102/10769986006002107
 * @example
 * smallSampleCorrection(4); // 0.797884560802865, √(2/π)
 */
export function smallSampleCorrection(degreesOfFreedom: number): number {
  const half = 0.5 * degreesOfFreedom;
  return Math.exp(logGammaDifference(half - 0.5, 0.5) - 0.5 * Math.log(half));
}
