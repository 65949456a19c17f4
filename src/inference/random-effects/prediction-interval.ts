import { residualDegrees } from "./effect-data.ts";
import { criticalValue, type MeanInterval, SHARED } from "./mean-interval.ts";
import type { RandomEffectsFit } from "./random-effects-fit.ts";

/** Where the true effect of a further series may lie. */
export interface PredictionLimits {
  lower: number;
  upper: number;
}

/** An interval for the true effect of a further series like these. */
export interface PredictionInterval {
  name: string;
  label: string;
  reference: string;
  /** Whether random numbers are drawn. */
  usesSeed: boolean;
  /** Whether it takes τ² from the pool, and so collapses onto the interval of the mean where that is 0. */
  usesTauSquared: boolean;
  /**
   * @param level Two-sided, in (0, 1).
   * @param seed Of random numbers, where any are drawn.
   * @param contrast What the coefficients are multiplied by, for a further series of given moderators; the first alone unless given.
   * @returns null where the method is not defined for so few series.
   */
  predict(
    fit: RandomEffectsFit,
    level: number,
    seed: number,
    contrast?: readonly number[],
  ): PredictionLimits | null;
}

/** What a symmetric prediction interval is made of. */
export interface SymmetricPredictionOptions {
  name: string;
  label: string;
  reference: string;
  /** Gives the standard error of the mean. */
  mean: MeanInterval;
  /** Degrees of freedom of t for k − p left over; ∞ for the normal distribution. */
  degreesOfFreedom(left: number): number;
}

/** The mean ± a quantile × √(τ² + its squared standard error). */
export function symmetricPrediction({
  name,
  label,
  reference,
  mean,
  degreesOfFreedom,
}: SymmetricPredictionOptions): PredictionInterval {
  return {
    name,
    label,
    reference,
    usesSeed: false,
    usesTauSquared: true,
    predict(fit, level, _, contrast = SHARED) {
      const degrees = degreesOfFreedom(residualDegrees(fit.data));
      if (degrees <= 0) return null;
      const { estimate, standardError } = mean.estimate(fit, level, contrast);
      const spread = Math.sqrt(fit.tauSquared.tauSquared + standardError ** 2);
      const reach = criticalValue(level, degrees) * spread;
      return { lower: estimate - reach, upper: estimate + reach };
    },
  };
}
