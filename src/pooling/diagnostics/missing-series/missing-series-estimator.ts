/** Signed ranks of the distances from a mean, in the order of the effects. */
export type SignedRanks = readonly number[];

/** How many series are missing, before rounding, with its standard error. */
export interface MissingSeries {
  count: number;
  standardError: number;
}

/** A way to tell how many series are missing on the left. */
export interface MissingSeriesEstimator {
  name: string;
  label: string;
  reference: string;
  /** null where these ranks have no answer. */
  estimate(signedRanks: SignedRanks): MissingSeries | null;
}

/** The sum of the ranks to the right of the mean. */
export function rightRankSum(signedRanks: SignedRanks): number {
  return signedRanks.reduce((sum, rank) => sum + Math.max(0, rank), 0);
}

/**
 * Variance of the sum of the ranks to the right where m of the smallest effects are missing.
 *
 * @see Duval & Tweedie (2000), J Am Stat Assoc 95:89–98, section 4. doi:10.1080/01621459.2000.10473905
 */
export function rankSumVariance(k: number, m: number): number {
  const plain = k * (k + 1) * (2 * k + 1);
  const missing = 10 * m ** 3 + 27 * m ** 2 + 17 * m - 18 * k * m ** 2 - 18 * k * m + 6 * k ** 2 * m;
  return (plain + missing) / 24;
}
