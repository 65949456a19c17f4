import type { IntervalRange } from "./innermost-intervals.ts";

/** The likelihood of masses on innermost intervals, by the cumulative sums 0 = F₀ ≤ F₁ ≤ … ≤ F_m = 1 of the masses. */
export interface MassLikelihood {
  /** Number of masses. */
  size: number;
  /** Number of rows. */
  total: number;
  ranges: readonly IntervalRange[];
}

/** Σ ln P(row), up to no constant; −∞ where a row would be impossible. */
export function logLikelihood({ ranges }: MassLikelihood, sums: Float64Array): number {
  let value = 0;
  for (const { first, last, weight } of ranges) {
    const probability = sums[last + 1]! - sums[first]!;
    if (!(probability > 0)) return -Infinity;
    value += weight * Math.log(probability);
  }
  return value;
}

/** The derivative of Σ ln P(row)/n by each mass; at the maximum 1 where there is mass, and at most 1 elsewhere. */
export function massGradient({ size, total, ranges }: MassLikelihood, sums: Float64Array): Float64Array {
  const gradient = new Float64Array(size);
  const changes = new Float64Array(size + 1);
  for (const { first, last, weight } of ranges) {
    const share = weight / (total * (sums[last + 1]! - sums[first]!));
    changes[first]! += share;
    changes[last + 1]! -= share;
  }
  let running = 0;
  for (let j = 0; j < size; j++) {
    running += changes[j]!;
    gradient[j] = running;
  }
  return gradient;
}

/** Cumulative sums of masses, scaled so that the last is 1. */
export function sumsOf(masses: Float64Array): Float64Array {
  const sums = new Float64Array(masses.length + 1);
  for (let j = 0; j < masses.length; j++) sums[j + 1] = sums[j]! + masses[j]!;
  const total = sums[masses.length]!;
  for (let j = 1; j < masses.length; j++) sums[j]! /= total;
  sums[masses.length] = 1;
  return sums;
}

/** The masses between cumulative sums. */
export function massesOf(sums: Float64Array): Float64Array {
  const masses = new Float64Array(sums.length - 1);
  for (let j = 0; j < masses.length; j++) masses[j] = sums[j + 1]! - sums[j]!;
  return masses;
}

/**
 * How far masses are from the conditions of Karush, Kuhn and Tucker: the largest excess of the derivative over 1, or its
 * distance from 1 where there is mass. n times it bounds how far Σ ln P lies below its maximum.
 *
 * @see Gentleman & Geyer (1994), Biometrika 81:618–623, section 2. doi:10.1093/biomet/81.3.618
 */
export function kuhnTuckerGap(gradient: Float64Array, masses: Float64Array): number {
  let gap = 0;
  for (let j = 0; j < masses.length; j++) {
    const excess = gradient[j]! - 1;
    gap = Math.max(gap, masses[j]! > 0 ? Math.abs(excess) : excess);
  }
  return gap;
}
