import { type MissingSeriesEstimator, rankSumVariance, rightRankSum } from "./missing-series-estimator.ts";

/**
 * L₀, linear in the sum of the ranks to the right: the one that its authors prefer.
 *
 * @see Duval & Tweedie (2000), Biometrics 56:455–463: (4T − k(k + 1))/(2k − 1). doi:10.1111/j.0006-341X.2000.00455.x
 * @example
 * linearEstimator.estimate([1, 2, 3])?.count; // 2.4
 */
export const linearEstimator: MissingSeriesEstimator = {
  name: "linear",
  label: "Linear estimator (L₀)",
  reference: "Duval & Tweedie (2000), doi:10.1111/j.0006-341X.2000.00455.x",
  estimate(signedRanks) {
    const k = signedRanks.length;
    const count = (4 * rightRankSum(signedRanks) - k * (k + 1)) / (2 * k - 1);
    const variance = Math.max(0, rankSumVariance(k, count));
    return { count, standardError: (4 * Math.sqrt(variance)) / (2 * k - 1) };
  },
};
