import { logGamma } from "../../math/special/log-gamma.ts";
import { byComplement, type ProportionMethod } from "./proportion-method.ts";
import { type OtherTail, twoTailedLower } from "./two-tailed-limit.ts";

/** −ln of k!(n − k)!, in the same digits for k and n − k, so that these join at exactly ½. */
const logOrders = (n: number, k: number): number => -(logGamma(k + 1) + logGamma(n - k + 1));

const lessLikely: OtherTail = {
  /** Where P(X = k) = P(X = events): oddsᵉᵛᵉⁿᵗˢ⁻ᵏ is the ratio of both binomial coefficients. */
  joinsAt(k, events, n) {
    const logOdds = (logOrders(n, k) - logOrders(n, events)) / (events - k);
    return 1 / (1 + Math.exp(-logOdds));
  },
};

/**
 * Sterne's interval: the proportions under which what was observed, and all no more likely, have a probability of at least
 * 1 − level; where these are not all between two limits, from the first to the last. Covers at least as often as its level
 * says, and is shorter than Clopper and Pearson's; its tails may differ.
 *
 * @see Sterne (1954), Biometrika 41:275–278. doi:10.1093/biomet/41.1-2.275
 * @example
 * sterne.interval(0, 5, 0.95).upper; // 0.5
 */
export const sterne: ProportionMethod = {
  name: "sterne",
  label: "Sterne",
  reference: "Sterne (1954), Biometrika 41:275–278",
  guaranteed: true,
  interval: byComplement((events, n, level) => twoTailedLower(events, n, level, lessLikely)),
};
