import { spreadOfRange } from "../intervals/known-spread.ts";
import { NORMAL_VALUES, type RangeConversion } from "./range-conversion.ts";

/**
 * The range over the exact mean range of n normal values; the middle of the range as the mean, where there is no median.
 *
 * @see David & Nagaraja (2003), Order Statistics, 3rd ed., on the mean range d₂. doi:10.1002/0471722162
 * @example
 * normalOrderStatistics.name; // "normal-order-statistics"
 */
export const normalOrderStatistics: RangeConversion = {
  name: "normal-order-statistics",
  label: "Exact order statistics, normal",
  reference: "David & Nagaraja (2003), Order Statistics, 3rd ed.",
  assumes: NORMAL_VALUES,
  fewest: 2,
  positiveOnly: false,
  scenarios: {
    extremes: ({ n, minimum, maximum }) => ({
      mean: 0.5 * (minimum + maximum),
      sd: spreadOfRange(n, maximum - minimum),
    }),
    range: ({ n, minimum, maximum }) => ({ mean: null, sd: spreadOfRange(n, maximum - minimum) }),
  },
};
