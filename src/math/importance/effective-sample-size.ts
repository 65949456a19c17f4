import { sumOfWeights } from "./check-weights.ts";

/**
 * The number of equally weighted draws that would know a mean as well: (Σw)² / Σw², from 1 to n.
 *
 * It is a diagnosis of the weights alone: a quantity that varies where the weights are large has fewer. Weights that
 * have not yet met the target's tail show nothing here, which is what the Pareto shape is for.
 *
 * @param weights At least 0, of any sum.
 * @throws {RangeError} when a weight is negative or not finite, or all are 0.
 * @see Kong (1992), University of Chicago technical report 348; Owen (2013), Monte Carlo theory, methods and examples,
 * section 9.3.
 * @example
 * effectiveSampleSize([1, 1, 2]); // 16/6
 */
export function effectiveSampleSize(weights: ArrayLike<number>): number {
  const sum = sumOfWeights("effectiveSampleSize", weights);
  let squares = 0;
  for (let i = 0; i < weights.length; i++) squares += (weights[i]! / sum) ** 2;
  return 1 / squares;
}
