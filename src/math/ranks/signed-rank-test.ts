import { checkValues, midranks } from "./midranks.ts";
import { type LatticeDistribution, type RankTest, type RankTestOptions, testStatistic } from "./rank-test.ts";
import { signedSumDistribution } from "./subset-sums.ts";

/** What becomes of differences of 0: dropped before ranking (Wilcoxon), or ranked and then left out (Pratt). */
export type ZeroDifferences = "dropped" | "pratt";

/** A signed-rank test also says what went into it. */
export interface SignedRankTest extends RankTest {
  /** Differences that are not 0. */
  nUsed: number;
  nZeros: number;
}

/** The distribution of the positive ranks' sum over all signs. */
function distributionOfSum(ranks: readonly number[]): LatticeDistribution | null {
  const doubled = signedSumDistribution(ranks.map((rank) => 2 * rank));
  return doubled && { ...doubled, spacing: 0.5 * doubled.spacing };
}

/**
 * Wilcoxon's signed-rank test of differences, exact with ties and zeros.
 *
 * The statistic sums the midranks of |difference| where the difference is positive; its distribution is that over all
 * signs. It is symmetric: two-sided is twice the smaller tail, at most 1. Without any difference but 0 the only value is
 * 0, and p = 1. The normal approximation has a continuity correction of ½.
 *
 * @param differences At least one number, infinities among them.
 * @param options.zeros Zeros are dropped, as by Wilcoxon and R, unless "pratt" is given. With zeros dropped, differences
 * that all shrink a little can look more significant; with Pratt's way they can't.
 * @throws {RangeError} when there is no difference, or one is NaN.
 * @see Wilcoxon (1945), Biometrics Bull 1:80–83, doi:10.2307/3001968; Pratt (1959), J Am Stat Assoc 54:655–667,
 * doi:10.1080/01621459.1959.10501526; Lehmann (1975), Nonparametrics, section 3.2 (variance).
 * @example
 * signedRankTest([1, 2, -3, 4, 5, 6]).pValue; // 0.15625
 */
export function signedRankTest(
  differences: ArrayLike<number>,
  { zeros = "dropped", ...options }: RankTestOptions & { zeros?: ZeroDifferences } = {},
): SignedRankTest {
  checkValues("signedRankTest", "differences", differences);
  const nonzero = Array.from(differences).filter((difference) => difference !== 0);
  const nZeros = differences.length - nonzero.length;
  const shift = zeros === "pratt" ? nZeros : 0;
  const ranks = Array.from(midranks(nonzero.map(Math.abs)).ranks, (rank) => rank + shift);
  const law = {
    expected: ranks.reduce((sum, rank) => sum + 0.5 * rank, 0),
    variance: ranks.reduce((sum, rank) => sum + 0.25 * rank * rank, 0),
    continuity: 0.5,
    distribution: () => distributionOfSum(ranks),
  };
  const statistic = ranks.reduce((sum, rank, i) => sum + (nonzero[i]! > 0 ? rank : 0), 0);
  return { ...testStatistic(statistic, law, options), nUsed: nonzero.length, nZeros };
}
