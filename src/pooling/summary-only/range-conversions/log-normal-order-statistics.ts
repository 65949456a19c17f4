import { spreadOfRange } from "../intervals/known-spread.ts";
import type { ConvertedRange, RangeConversion, RangeSummary } from "./range-conversion.ts";

/** Moments of the log-normal law whose logarithms have the center, and the spread of the range. */
function moments({ n, minimum, maximum }: RangeSummary, center: number): ConvertedRange {
  const variance = spreadOfRange(n, Math.log(maximum) - Math.log(minimum)) ** 2;
  const mean = Math.exp(center + 0.5 * variance);
  return { mean, sd: mean * Math.sqrt(Math.expm1(variance)) };
}

/**
 * The logarithms' range over the exact mean range of n normal values; the logarithm of the median, or the middle of the
 * logarithms' range where there is none, as their center.
 *
 * @see David & Nagaraja (2003), Order Statistics, 3rd ed., on the mean range, applied to logarithms. doi:10.1002/0471722162
 * @example
 * logNormalOrderStatistics.name; // "log-normal-order-statistics"
 */
export const logNormalOrderStatistics: RangeConversion = {
  name: "log-normal-order-statistics",
  label: "Exact order statistics, log-normal",
  reference: "David & Nagaraja (2003), Order Statistics, 3rd ed.",
  assumes: "Logarithms of the values normally distributed",
  fewest: 2,
  positiveOnly: true,
  scenarios: {
    extremes: (summary) => moments(summary, 0.5 * (Math.log(summary.minimum) + Math.log(summary.maximum))),
    range: (summary) => moments(summary, Math.log(summary.median)),
  },
};
