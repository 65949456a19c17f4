import { comparedPairs, type TauUOrdering } from "./tau-u-variants.ts";

/** What Tau-U divides S by. */
export type TauUDivisor = "parker" | "pairs" | "tau-b";

/** What a divisor depends on. */
export interface Divided {
  ordering: TauUOrdering;
  /** Numbers of scores. */
  m: number;
  n: number;
  /** Pairs of scores that are not tied. */
  nUntied: number;
}

/**
 * Every divisor by name.
 *
 * `parker` leaves the pairs within the baseline out where only the baseline's trend is taken away, as Parker et al. do:
 * the result can then exceed 1. `pairs` counts every pair compared. `tau-b` is Kendall's: the root of the product of the pairs
 * the variant compares and those whose scores are not tied.
 */
export const TAU_U_DIVISORS: Readonly<Record<TauUDivisor, (divided: Divided) => number>> = {
  parker: ({ ordering, m, n }) => {
    const { between, trendA, trendB } = comparedPairs(ordering, m, n);
    return between + trendB + (ordering.plusTrendB ? trendA : 0);
  },
  pairs: ({ ordering, m, n }) => {
    const { between, trendA, trendB } = comparedPairs(ordering, m, n);
    return between + trendA + trendB;
  },
  "tau-b": ({ ordering, m, n, nUntied }) => {
    const { between, trendA, trendB } = comparedPairs(ordering, m, n);
    return Math.sqrt((between + trendA + trendB) * nUntied);
  },
};
