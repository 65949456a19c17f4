import { equalTailed } from "./beta-posterior.ts";
import type { ProportionMethod } from "./proportion-method.ts";

/**
 * Quantiles of the posterior after Jeffreys' prior Beta(½, ½), also at 0 of n and n of n, where they leave out the
 * estimate by a little.
 *
 * @see Jeffreys (1961), Theory of Probability, 3rd ed., section 3.1.
 * @example
 * jeffreysEqualTailed.interval(5, 5, 0.95).upper; // 0.99990657939996
 */
export const jeffreysEqualTailed: ProportionMethod = {
  name: "jeffreys-equal-tailed",
  label: "Jeffreys, both tails everywhere",
  reference: "Jeffreys (1961), Theory of Probability, 3rd ed., section 3.1",
  guaranteed: false,
  interval: (events, n, level) => equalTailed(0.5, events, n, level),
};
