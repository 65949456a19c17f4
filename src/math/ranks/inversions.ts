import type { LatticeDistribution } from "./rank-test.ts";
import { MOST_STEPS, subsetSumDistribution } from "./subset-sums.ts";

function convolve(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) {
    const weight = a[i]!;
    for (let j = 0; j < b.length; j++) result[i + j]! += weight * b[j]!;
  }
  return result;
}

/** How many multiplications all convolutions take. */
function convolutionSteps(groupSizes: readonly number[]): number {
  let steps = 0;
  let largest = 0;
  let nBefore = 0;
  for (const size of groupSizes) {
    steps += (largest + 1) * (nBefore * size + 1);
    largest += nBefore * size;
    nBefore += size;
  }
  return steps;
}

/** Inversions between a group of tied values and those that are in place already: a rank sum, from 0. */
function groupInversions(nBefore: number, size: number): Float64Array | null {
  if (size === 1) return new Float64Array(nBefore + 1).fill(1 / (nBefore + 1));
  const ranks = Array.from({ length: nBefore + size }, (_, i) => i + 1);
  return subsetSumDistribution(ranks, size)?.probabilities.slice(0.5 * size * (size + 1)) ?? null;
}

/**
 * The distribution of the number of inversions of a sequence with ties, all its arrangements equally likely.
 *
 * The groups of tied values enter one after the other; the inversions that each adds do not depend on those before, so
 * that the distribution is a convolution of rank-sum distributions: a quotient of q-factorials, term by term
 * positive.
 *
 * @param groupSizes How many times each different value occurs; all 1 where there are no ties.
 * @returns null where it would take too long.
 * @see Stanley (2012), Enumerative Combinatorics 1, 2nd ed., proposition 1.7.1 (inversions of multisets: q-multinomial
 * coefficients); Kendall (1938), Biometrika 30:81–93, section 5, for the case without ties. doi:10.1093/biomet/30.1-2.81
 */
export function inversionDistribution(groupSizes: readonly number[]): LatticeDistribution | null {
  if (convolutionSteps(groupSizes) > MOST_STEPS) return null;
  let probabilities: Float64Array = Float64Array.of(1);
  let nBefore = 0;
  for (const size of groupSizes) {
    const added = groupInversions(nBefore, size);
    if (!added) return null;
    probabilities = convolve(probabilities, added);
    nBefore += size;
  }
  return { smallest: 0, spacing: 1, probabilities };
}
