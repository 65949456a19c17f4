import { equalTailed } from "./beta-posterior.ts";
import type { ProportionMethod } from "./proportion-method.ts";

/**
 * Jeffreys' interval: quantiles of the posterior after the prior Beta(½, ½), but for 0 below 0 of n and 1 above n of n, so
 * that the estimate is always inside. The other limit stays where it is.
 *
 * @see Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, section 3.1.2. doi:10.1214/ss/1009213286
 * @example
 * jeffreys.interval(5, 5, 0.95); // { lower: 0.620622857700961, upper: 1 }
 */
export const jeffreys: ProportionMethod = {
  name: "jeffreys",
  label: "Jeffreys",
  reference: "Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, section 3.1.2",
  guaranteed: false,
  interval(events, n, level) {
    const { lower, upper } = equalTailed(0.5, events, n, level);
    return { lower: events === 0 ? 0 : lower, upper: events === n ? 1 : upper };
  },
};
