import { checkValues, midranks } from "./midranks.ts";
import { type LatticeDistribution, type RankTest, type RankTestOptions, testStatistic } from "./rank-test.ts";
import { subsetSumDistribution } from "./subset-sums.ts";

/** The distribution of U over all choices of the first sample's midranks. */
function distributionOfU(ranks: Float64Array, m: number): LatticeDistribution | null {
  const doubled = subsetSumDistribution(
    Array.from(ranks, (rank) => 2 * rank),
    m,
  );
  return doubled && { ...doubled, smallest: -0.5 * m * (m + 1), spacing: 0.5 * doubled.spacing };
}

/**
 * Mann–Whitney test (Wilcoxon's rank-sum test) of two independent samples, exact with ties.
 *
 * The statistic U counts the pairs in which the first sample's value is the larger, ties as half. Its distribution is
 * that over all choices of the first sample's midranks. Two-sided: the probability of a U at least as far from mn/2.
 * The normal approximation has a continuity correction of ½.
 *
 * @param first At least one number, infinities among them.
 * @param second At least one number, infinities among them.
 * @returns U and its p-value; "greater" means that the first sample is.
 * @throws {RangeError} when a sample is empty or holds NaN.
 * @see Mann & Whitney (1947), Ann Math Stat 18:50–60, doi:10.1214/aoms/1177730491; Lehmann (1975), Nonparametrics,
 * section 1.4 (ties) and equation 1.35 (variance of the approximation).
 * @example
 * rankSumTest([1, 2, 4], [3, 5, 6, 7]).pValue; // 0.1142857…
 */
export function rankSumTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: RankTestOptions = {},
): RankTest {
  checkValues("rankSumTest", "first", first);
  checkValues("rankSumTest", "second", second);
  const m = first.length;
  const n = second.length;
  const { ranks, tieSizes } = midranks([...Array.from(first), ...Array.from(second)]);
  const rankSum = ranks.subarray(0, m).reduce((sum, rank) => sum + rank, 0);
  const ties = tieSizes.reduce((sum, size) => sum + size ** 3 - size, 0) / ((m + n) * (m + n - 1));
  const law = {
    expected: 0.5 * m * n,
    variance: ((m * n) / 12) * (m + n + 1 - ties),
    continuity: 0.5,
    distribution: () => distributionOfU(ranks, m),
  };
  return testStatistic(rankSum - 0.5 * m * (m + 1), law, options);
}
