import { type SummaryInterval, withoutLimits } from "./summary-interval.ts";

/**
 * The least and the greatest value as limits of the median: it lies outside them only where all n patients fall on one
 * side of it.
 *
 * The level, 1 − 2^(1 − n), comes from n alone.
 *
 * @see David & Nagaraja (2003), Order Statistics, 3rd ed., section 7.1. doi:10.1002/0471722162
 * @example
 * medianRange.quantity; // "median"
 */
export const medianRange: SummaryInterval = {
  name: "median-range",
  label: "Median, by least and greatest value",
  reference: "David & Nagaraja (2003), Order Statistics, 3rd ed., section 7.1",
  layer: "bounds-only",
  quantity: "median",
  assumes: "Patients independent of each other and alike in their chances",
  keepsBounds: true,
  quick: true,
  applies: ({ report }) => report.minimum !== undefined && report.maximum !== undefined,
  limits: ({ report: { n, median, minimum, maximum } }) => {
    const estimate = median ?? null;
    if (n < 2)
      return [
        withoutLimits("too-few-patients", "One patient's value gives no limits of the median", estimate),
      ];
    const level = 1 - 2 ** (1 - n);
    return [{ estimate, lower: minimum!, upper: maximum!, level: Math.min(level, 1 - Number.EPSILON) }];
  },
};
