import { checkValues, midranks, tieCorrection } from "./midranks.ts";
import { exactPValue, normalPValue, type RankTest, type RankTestOptions } from "./rank-test.ts";
import { subsetSumDistribution } from "./subset-sums.ts";

/**
 * Mann–Whitney test (Wilcoxon's rank-sum test) of two independent samples, exact with ties.
 *
 * The statistic U counts the pairs in which the first sample's value is the larger, ties as half. Its distribution is
 * that over all choices of the first sample's midranks. Two-sided: the probability of a U at least as far from mn/2.
 *
 * @param first At least one number.
 * @param second At least one number.
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
  { alternative = "two-sided", approximate = false }: RankTestOptions = {},
): RankTest {
  checkValues("rankSumTest", "the first sample", first);
  checkValues("rankSumTest", "the second sample", second);
  const m = first.length;
  const n = second.length;
  if (!(m > 0 && n > 0))
    throw new RangeError(`rankSumTest needs at least 1 value a sample, got ${m} and ${n}`);
  const { ranks, tieSizes } = midranks([...Array.from(first), ...Array.from(second)]);
  let rankSum = 0;
  for (let i = 0; i < m; i++) rankSum += ranks[i]!;
  const shift = 0.5 * m * (m + 1);
  const statistic = rankSum - shift;
  const expected = 0.5 * m * n;
  if (approximate) {
    const total = m + n;
    const ties = tieCorrection(tieSizes) / (total * (total - 1));
    const pValue = normalPValue(statistic, expected, ((m * n) / 12) * (total + 1 - ties), 0.5, alternative);
    return { statistic, expected, pValue, reason: pValue === null ? "no-spread" : null, method: "normal" };
  }
  const doubled = Array.from(ranks, (rank) => 2 * rank);
  const distribution = subsetSumDistribution(doubled, m);
  if (!distribution)
    return { statistic, expected, pValue: null, reason: "too-many-arrangements", method: "exact" };
  const pValue = exactPValue(distribution, 2 * rankSum, 2 * (expected + shift), alternative);
  return { statistic, expected, pValue, reason: null, method: "exact" };
}
