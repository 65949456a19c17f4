import { largestLogWeight } from "./check-weights.ts";

/**
 * Turns log weights into weights that add to 1.
 *
 * @param logWeights Each up to an additive constant; −∞ is a weight of 0.
 * @throws {RangeError} when one is NaN or ∞, or none is above −∞.
 * @example
 * normalizedWeights([0, Math.log(3)]); // .25, .75
 */
export function normalizedWeights(logWeights: ArrayLike<number>): Float64Array {
  const largest = largestLogWeight("normalizedWeights", logWeights);
  const weights = new Float64Array(logWeights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    weights[i] = Math.exp(logWeights[i]! - largest);
    sum += weights[i]!;
  }
  for (let i = 0; i < weights.length; i++) weights[i]! /= sum;
  return weights;
}
