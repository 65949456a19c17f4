import type { MissingSeriesEstimator } from "./missing-series-estimator.ts";

/**
 * R₀, the length of the run of largest ranks to the right, less one.
 *
 * @see Duval & Tweedie (2000), Biometrics 56:455–463. doi:10.1111/j.0006-341X.2000.00455.x
 * @example
 * runEstimator.estimate([-1, 2, 3])?.count; // 1
 */
export const runEstimator: MissingSeriesEstimator = {
  name: "run",
  label: "Run estimator (R₀)",
  reference: "Duval & Tweedie (2000), doi:10.1111/j.0006-341X.2000.00455.x",
  estimate(signedRanks) {
    const largestLeft = signedRanks.reduce((largest, rank) => Math.max(largest, -rank), 0);
    const count = signedRanks.length - largestLeft - 1;
    return { count, standardError: Math.sqrt(2 * Math.max(0, count) + 2) };
  },
};
