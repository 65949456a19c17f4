import { mean } from "../../math/descriptive/mean.ts";
import { sampleVariance } from "../../math/descriptive/sample-variance.ts";

/** Number, mean and spread of one phase's scores. */
export interface PhaseMoments {
  n: number;
  mean: number;
  /** With divisor n − 1; null for a single score. */
  variance: number | null;
}

/** Moments of at least one score. */
export function phaseMoments(scores: readonly number[]): PhaseMoments {
  return { n: scores.length, mean: mean(scores), variance: sampleVariance(scores) };
}
