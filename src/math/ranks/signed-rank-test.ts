import { checkValues, midranks, tieCorrection } from "./midranks.ts";
import { exactPValue, normalPValue, type RankTest, type RankTestOptions } from "./rank-test.ts";
import { signedSumDistribution } from "./subset-sums.ts";

/** What becomes of differences of 0: dropped before ranking (Wilcoxon), or ranked and then left out (Pratt). */
export type ZeroDifferences = "dropped" | "pratt";

/** A signed-rank test also says what went into it. */
export interface SignedRankTest extends RankTest {
  /** Differences that are not 0. */
  nUsed: number;
  nZeros: number;
}

/**
 * Wilcoxon's signed-rank test of differences, exact with ties and zeros.
 *
 * The statistic sums the midranks of |difference| where the difference is positive; its distribution is that over all
 * signs. It is symmetric: two-sided is twice the smaller tail, at most 1. Without any difference but 0 the only value is
 * 0, and p = 1.
 *
 * @param differences At least one number.
 * @throws {RangeError} when there is none, or one is NaN.
 * @see Wilcoxon (1945), Biometrics Bull 1:80–83, doi:10.2307/3001968; Pratt (1959), J Am Stat Assoc 54:655–667,
 * doi:10.1080/01621459.1959.10501526; Lehmann (1975), Nonparametrics, section 3.2 and equation 3.11 (variance).
 * @example
 * signedRankTest([1, 2, -3, 4, 5, 6]).pValue; // 0.15625
 */
export function signedRankTest(
  differences: ArrayLike<number>,
  {
    alternative = "two-sided",
    approximate = false,
    zeros = "dropped",
  }: RankTestOptions & { zeros?: ZeroDifferences } = {},
): SignedRankTest {
  checkValues("signedRankTest", "differences", differences);
  if (differences.length === 0) throw new RangeError("signedRankTest needs at least 1 difference, got 0");
  const nonzero = Array.from(differences).filter((difference) => difference !== 0);
  const nZeros = differences.length - nonzero.length;
  const { ranks, tieSizes } = midranks(nonzero.map(Math.abs));
  const shift = zeros === "pratt" ? nZeros : 0;
  let statistic = 0;
  let expected = 0;
  let squares = 0;
  ranks.forEach((rank, i) => {
    if (nonzero[i]! > 0) statistic += rank + shift;
    expected += 0.5 * (rank + shift);
    squares += (rank + shift) ** 2;
  });
  const counts = { nUsed: nonzero.length, nZeros };
  if (approximate) {
    const n = nonzero.length;
    // The same in both cases; Lehmann's form without zeros has the fewer roundings.
    const variance =
      shift === 0 ? (n * (n + 1) * (2 * n + 1)) / 24 - tieCorrection(tieSizes) / 48 : squares / 4;
    const pValue = normalPValue(statistic, expected, variance, 0.5, alternative);
    return {
      statistic,
      expected,
      pValue,
      reason: pValue === null ? "no-spread" : null,
      method: "normal",
      ...counts,
    };
  }
  const distribution = signedSumDistribution(Array.from(ranks, (rank) => 2 * (rank + shift)));
  if (!distribution) {
    return { statistic, expected, pValue: null, reason: "too-many-arrangements", method: "exact", ...counts };
  }
  const pValue = exactPValue(distribution, 2 * statistic, 2 * expected, alternative);
  return { statistic, expected, pValue, reason: null, method: "exact", ...counts };
}
