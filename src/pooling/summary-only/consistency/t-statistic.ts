import { shortNumber } from "../feasible/short-number.ts";
import type { ConsistencyCheck } from "./consistency-check.ts";
import { shownRange } from "./shown-decimals.ts";
import { hasSpread, standardErrorRange } from "./standard-error-range.ts";

/** Whether a printed t against 0 is the printed mean over its standard error. */
export const tStatisticCheck: ConsistencyCheck = {
  name: "t-statistic",
  label: "t from mean and spread",
  reference:
    "Student (1908), Biometrika 6:1–25, doi:10.1093/biomet/6.1.1; recomputed from the printed digits",
  applies: (report) => report.t !== undefined && report.mean !== undefined && hasSpread(report),
  check: (report) => {
    const { t = 0, tDecimals, mean = 0, decimals } = report;
    const means = shownRange(mean, decimals);
    const errors = standardErrorRange(report);
    const printed = shownRange(t, tDecimals);
    // A paper may leave out the sign; the largest ratio has the smallest error.
    const sizes = [means.lower, means.upper].map(Math.abs);
    const leastMean = means.lower <= 0 && means.upper >= 0 ? 0 : Math.min(...sizes);
    const [least, most] = [leastMean / errors.upper, Math.max(...sizes) / errors.lower];
    const size = { lower: Math.abs(t) - (printed.upper - t), upper: Math.abs(t) + (printed.upper - t) };
    const sign = t >= 0 || mean <= 0;
    const consistent = sign && size.upper >= least - 1e-12 && size.lower <= most + 1e-12;
    const ends = Number.isFinite(most)
      ? `from ${shortNumber(least)} to ${shortNumber(most)}`
      : `at least ${shortNumber(least)}`;
    return {
      quantities: ["n", "mean", report.sd === undefined ? "standardError" : "sd", "t"],
      consistent,
      message: `Mean and spread give a t of size ${ends}, got ${shortNumber(t)}`,
    };
  },
};
