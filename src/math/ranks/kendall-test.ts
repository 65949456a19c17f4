import { permutations } from "../resampling/permutations.ts";
import { inversionDistribution } from "./inversions.ts";
import { checkValues, midranks } from "./midranks.ts";
import {
  exactPValue,
  type LatticeDistribution,
  normalPValue,
  type RankTest,
  type RankTestOptions,
} from "./rank-test.ts";

/** Up to this length all orders are tried where both sides have ties: 10! = 3,628,800. */
const MOST_PERMUTED = 10;

/** A test of association, with its two coefficients. */
export interface KendallTest extends RankTest {
  /** S over the number of pairs; ties keep it from 1. */
  tauA: number;
  /** S over the geometric mean of the untied pairs of either side; null where one side is all tied. */
  tauB: number | null;
}

/** Sizes of all groups of equal values, those of one among them. */
function groupSizes(n: number, tieSizes: readonly number[]): number[] {
  const tied = tieSizes.reduce((sum, size) => sum + size, 0);
  return [...tieSizes, ...Array.from({ length: n - tied }, () => 1)];
}

/** Signs of all differences, row minus column. */
function signs(values: ArrayLike<number>): Int8Array {
  const n = values.length;
  const matrix = new Int8Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++)
      matrix[i * n + j] = values[i]! === values[j]! ? 0 : values[i]! > values[j]! ? 1 : -1;
  }
  return matrix;
}

/** S: concordant pairs minus discordant ones. */
function concordance(xSigns: Int8Array, ySigns: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < xSigns.length; i++) sum += xSigns[i]! * ySigns[i]!;
  return sum / 2;
}

/** The distribution of S over all orders of y, brought up to date as neighbours are exchanged. */
function permutationDistribution(x: Int8Array, y: Int8Array, n: number): LatticeDistribution {
  const most = 0.5 * n * (n - 1);
  const counts = new Float64Array(2 * most + 1);
  let s = concordance(x, y);
  let steps = 0;
  for (const { order, swapped: i } of permutations(n)) {
    if (i >= 0) {
      const now = order[i]! * n;
      const before = order[i + 1]! * n;
      for (let j = 0; j < n; j++) {
        if (j === i || j === i + 1) continue;
        s += (x[i * n + j]! - x[(i + 1) * n + j]!) * (y[now + order[j]!]! - y[before + order[j]!]!);
      }
      s += 2 * x[i * n + i + 1]! * y[now + order[i + 1]!]!;
    }
    counts[s + most]!++;
    steps++;
  }
  return { smallest: -most, spacing: 1, probabilities: counts.map((count) => count / steps) };
}

/** The variance of S for the normal approximation, with ties on both sides. */
function varianceOfS(n: number, xTies: readonly number[], yTies: readonly number[]): number {
  const sum = (ties: readonly number[], f: (t: number) => number): number =>
    ties.reduce((total, t) => total + f(t), 0);
  const cubic = (t: number): number => t * (t - 1) * (2 * t + 5);
  const pairs = (t: number): number => t * (t - 1);
  const triples = (t: number): number => t * (t - 1) * (t - 2);
  const main = (cubic(n) - sum(xTies, cubic) - sum(yTies, cubic)) / 18;
  const second = n > 2 ? (sum(xTies, triples) * sum(yTies, triples)) / (9 * triples(n)) : 0;
  return main + second + (sum(xTies, pairs) * sum(yTies, pairs)) / (2 * pairs(n));
}

/** The null distribution of S, null where neither way to it is short enough. */
function distributionOfS(
  signsOf: readonly [Int8Array, Int8Array],
  n: number,
  xTies: readonly number[],
  yTies: readonly number[],
): LatticeDistribution | null {
  if (xTies.length > 0 && yTies.length > 0) {
    return n <= MOST_PERMUTED ? permutationDistribution(...signsOf, n) : null;
  }
  const inversions = inversionDistribution(groupSizes(n, xTies.length > 0 ? xTies : yTies));
  if (!inversions) return null;
  // S = untied pairs − 2 · inversions, symmetric about 0.
  return {
    smallest: 1 - inversions.probabilities.length,
    spacing: 2,
    probabilities: inversions.probabilities,
  };
}

/**
 * Kendall's test of association between paired values, exact with ties.
 *
 * The statistic is S, concordant minus discordant pairs. With ties on one side at most its distribution is that of the
 * inversions of a multiset, for any length; with ties on both sides all orders are tried, up to ten pairs. Two-sided:
 * the probability of an |S| at least as large.
 *
 * @param x At least two numbers.
 * @param y As many.
 * @throws {RangeError} when the lengths differ, there are fewer than two, or one is NaN.
 * @see Kendall (1938), Biometrika 30:81–93, doi:10.1093/biomet/30.1-2.81; Kendall (1945), Biometrika 33:239–251,
 * doi:10.1093/biomet/33.3.239 (τ-b); Kendall & Gibbons (1990), Rank Correlation Methods, 5th ed., equation 4.3 (variance).
 * @example
 * kendallTest([1, 2, 3, 4], [1, 3, 2, 4]).tauA; // 0.666…
 */
export function kendallTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { alternative = "two-sided", approximate = false }: RankTestOptions = {},
): KendallTest {
  const n = x.length;
  if (!(n >= 2 && n === y.length)) {
    throw new RangeError(
      `kendallTest needs two equally long arrays of at least 2 values, got ${n} and ${y.length}`,
    );
  }
  checkValues("kendallTest", "x", x);
  checkValues("kendallTest", "y", y);
  const xTies = midranks(x).tieSizes;
  const yTies = midranks(y).tieSizes;
  const signsOf = [signs(x), signs(y)] as const;
  const statistic = concordance(...signsOf);
  const pairs = 0.5 * n * (n - 1);
  const untied = (ties: readonly number[]): number =>
    ties.reduce((left, t) => left - 0.5 * t * (t - 1), pairs);
  const scale = Math.sqrt(untied(xTies)) * Math.sqrt(untied(yTies));
  const found = {
    statistic,
    expected: 0,
    tauA: statistic / pairs,
    tauB: scale > 0 ? statistic / scale : null,
  };
  if (approximate) {
    const pValue = normalPValue(statistic, 0, varianceOfS(n, xTies, yTies), 0, alternative);
    return { ...found, pValue, reason: pValue === null ? "no-spread" : null, method: "normal" };
  }
  const distribution = distributionOfS(signsOf, n, xTies, yTies);
  if (!distribution) return { ...found, pValue: null, reason: "too-many-arrangements", method: "exact" };
  return {
    ...found,
    pValue: exactPValue(distribution, statistic, 0, alternative),
    reason: null,
    method: "exact",
  };
}
