import { largestLogWeight } from "./check-weights.ts";

/** The logarithm of a mean weight and how well it is known. */
export interface LogMeanWeight {
  value: number;
  /** Monte-Carlo standard error on the log scale; null for a single draw. */
  monteCarloError: number | null;
}

/**
 * ln of the mean importance weight: the log marginal likelihood, where each weight is likelihood × prior / proposal with
 * densities that are normalised.
 *
 * The error is the relative standard error of the mean weight, √[(n Σw² / (Σw)² − 1) / (n − 1)], carried to the logarithm
 * by the delta method: not to be read where it is near 1, or where the weights have k̂ > .7.
 *
 * @param logWeights ln weights of independent draws; −∞ is a weight of 0.
 * @throws {RangeError} when one is NaN or ∞, or none is above −∞.
 * @see Owen (2013), Monte Carlo theory, methods and examples, section 9.1 (the estimate and its variance).
 * @example
 * logMeanWeight([0, 0]).value; // 0
 */
export function logMeanWeight(logWeights: ArrayLike<number>): LogMeanWeight {
  const largest = largestLogWeight("logMeanWeight", logWeights);
  const n = logWeights.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.exp(logWeights[i]! - largest);
  const mean = sum / n;
  const value = largest + Math.log(mean);
  if (n === 1) return { value, monteCarloError: null };
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (Math.exp(logWeights[i]! - largest) / mean - 1) ** 2;
  return { value, monteCarloError: Math.sqrt(squares / n / (n - 1)) };
}
