import { type MissingSeriesEstimator, rankSumVariance, rightRankSum } from "./missing-series-estimator.ts";

/**
 * Q₀, quadratic in the sum of the ranks to the right; it has no answer where nearly all ranks lie there.
 *
 * @see Duval & Tweedie (2000), Biometrics 56:455–463: k − ½ − √(2k² − 4T + ¼). doi:10.1111/j.0006-341X.2000.00455.x
 * @example
 * quadraticEstimator.estimate([-1, 2, 3])?.count; // 2.5 − √(18 − 20 + ¼): none, so null
 */
export const quadraticEstimator: MissingSeriesEstimator = {
  name: "quadratic",
  label: "Quadratic estimator (Q₀)",
  reference: "Duval & Tweedie (2000), doi:10.1111/j.0006-341X.2000.00455.x",
  estimate(signedRanks) {
    const k = signedRanks.length;
    const count = k - 0.5 - Math.sqrt(2 * k * k - 4 * rightRankSum(signedRanks) + 0.25);
    const spread = (k - 0.5) ** 2 - count * (2 * k - count - 1);
    if (!(spread > 0)) return null;
    const variance = Math.max(0, rankSumVariance(k, count));
    return { count, standardError: 2 * Math.sqrt(variance / spread) };
  },
};
