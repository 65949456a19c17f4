import { concordance, concordanceDistribution, type PairedSide, pairedSide } from "./concordance.ts";
import { checkValues } from "./midranks.ts";
import { type RankTest, type RankTestOptions, testStatistic } from "./rank-test.ts";

/** A test of association, with its two coefficients. */
export interface KendallTest extends RankTest {
  /** S over the number of pairs; ties keep it from 1. */
  tauA: number;
  /** S over the geometric mean of the untied pairs of either side; null where one side is all tied. */
  tauB: number | null;
}

const total = (sizes: readonly number[], f: (size: number) => number): number =>
  sizes.reduce((sum, size) => sum + f(size), 0);
const pairs = (t: number): number => t * (t - 1);
const triples = (t: number): number => t * (t - 1) * (t - 2);
const cubic = (t: number): number => t * (t - 1) * (2 * t + 5);

/** The variance of S, with ties on both sides. */
export function varianceOfS(n: number, x: readonly number[], y: readonly number[]): number {
  const main = (cubic(n) - total(x, cubic) - total(y, cubic)) / 18;
  const second = n > 2 ? (total(x, triples) * total(y, triples)) / (9 * triples(n)) : 0;
  return main + second + (total(x, pairs) * total(y, pairs)) / (2 * pairs(n));
}

/**
 * Kendall's test of association between paired values, exact with ties.
 *
 * The statistic is S, concordant minus discordant pairs. With ties on one side at most its exact distribution is that of
 * the inversions of a multiset, for up to some 200 pairs; with ties on both sides all orders are tried, up to ten pairs.
 * Two-sided: the probability of an |S| at least as large. The normal approximation has a continuity correction of 1.
 *
 * @param x At least two numbers, infinities among them.
 * @param y As many.
 * @throws {RangeError} when the lengths differ, there are fewer than two, or one is NaN.
 * @see Kendall (1938), Biometrika 30:81–93, doi:10.1093/biomet/30.1-2.81; Kendall (1945), Biometrika 33:239–251,
 * doi:10.1093/biomet/33.3.239 (τ-b); Kendall & Gibbons (1990), Rank Correlation Methods, 5th ed., equation 4.3 (variance).
 * @example
 * kendallTest([1, 2, 3, 4], [1, 3, 2, 4]).tauB; // 0.666…
 */
export function kendallTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: RankTestOptions = {},
): KendallTest {
  checkValues("kendallTest", "x", x, 2);
  checkValues("kendallTest", "y", y, 2);
  const n = x.length;
  if (n !== y.length)
    throw new RangeError(`kendallTest needs as many in y as in x, got ${y.length} and ${n}`);
  const [xSide, ySide] = [pairedSide(x), pairedSide(y)];
  const statistic = concordance(xSide, ySide);
  const untied = ({ tieSizes }: PairedSide): number => 0.5 * (pairs(n) - total(tieSizes, pairs));
  // The root of the product, not the product of the roots: that can miss 1 by a rounding.
  const scale = Math.sqrt(untied(xSide) * untied(ySide));
  const law = {
    expected: 0,
    variance: varianceOfS(n, xSide.tieSizes, ySide.tieSizes),
    continuity: 1,
    distribution: () => concordanceDistribution(xSide, ySide, n),
  };
  return {
    ...testStatistic(statistic, law, options),
    tauA: statistic / (0.5 * pairs(n)),
    tauB: scale > 0 ? statistic / scale : null,
  };
}
