import { findRoot } from "../../../math/optimize/find-root.ts";
import { minimizeBrent } from "../../../math/optimize/minimize-brent.ts";

/** What is known of an ascending sample. */
export interface OrderedSampleSet {
  /** Least and greatest value of each place, neither falling with the place. */
  lower: readonly number[];
  upper: readonly number[];
  /** Least and greatest mean. */
  mean: readonly [number, number];
  /** Greatest standard deviation, with n − 1; Infinity where there is none. */
  sd: number;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function dot(weights: readonly number[], values: readonly number[]): number {
  return sum(values.map((value, i) => value * weights[i]!));
}

function deviation(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}

/** The sample with a given mean whose weighted sum is least: the last places are filled first. */
function filledFromTheTop({ lower, upper }: OrderedSampleSet, mean: number): number[] {
  const values = [...lower];
  let left = mean * lower.length - sum(lower);
  for (let i = values.length - 1; i >= 0 && left > 0; i--) {
    const added = Math.min(left, upper[i]! - lower[i]!);
    values[i]! += added;
    left -= added;
  }
  return values;
}

/** The values μ − t·wᵢ, kept within their places, with μ such that their mean is the given one. */
function tilted(set: OrderedSampleSet, weights: readonly number[], mean: number, t: number): number[] {
  const at = (center: number): number[] =>
    weights.map((weight, i) => Math.min(set.upper[i]!, Math.max(set.lower[i]!, center - t * weight)));
  const excess = (center: number): number => sum(at(center)) / weights.length - mean;
  const highest = set.upper.at(-1)! + t * Math.max(...weights);
  return at(findRoot(excess, set.lower[0]!, highest) ?? (excess(highest) < 0 ? highest : set.lower[0]!));
}

/** The least weighted sum at one mean: a convex problem, whose solution is tilted until the spread is the greatest allowed. */
function leastAtMean(set: OrderedSampleSet, weights: readonly number[], mean: number): number {
  const widest = filledFromTheTop(set, mean);
  if (widest.length === 1 || deviation(widest) <= set.sd * (1 + 1e-9)) return dot(weights, widest);
  const width = set.upper.at(-1)! - set.lower[0]!;
  const excess = (log: number): number => deviation(tilted(set, weights, mean, Math.exp(log))) - set.sd;
  const steepest = Math.log(width * weights.length) + 14;
  // Equal weights leave the sum alone however their values are shared, so the widest sample need not be tried for spread.
  if (excess(steepest) <= 0) return dot(weights, widest);
  const log = findRoot(excess, steepest - 60, steepest, 1e-9) ?? steepest - 60;
  return dot(weights, tilted(set, weights, mean, Math.exp(log)));
}

/**
 * The least Σ wᵢ x₍ᵢ₎ over every ascending sample in a set.
 *
 * @param weights At least 0, not rising with the place.
 */
export function leastWeightedSum(set: OrderedSampleSet, weights: readonly number[]): number {
  const [from, to] = set.mean;
  const at = (mean: number): number => leastAtMean(set, weights, mean);
  if (!(to > from)) return at(from);
  if (set.sd === Infinity) return at(from);
  return Math.min(at(from), at(to), minimizeBrent(at, from, to, { tolerance: 1e-6 }).value);
}
