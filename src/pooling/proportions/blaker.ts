import { binomial } from "../../math/distributions/binomial.ts";
import { findRoot } from "../../math/optimize/find-root.ts";
import { byComplement, type ProportionMethod } from "./proportion-method.ts";
import { type OtherTail, twoTailedLower } from "./two-tailed-limit.ts";

const smallerTail: OtherTail = {
  /** Where P(X ≤ k) = P(X ≥ events), in logs, which stay apart where both are tiny. */
  joinsAt(k, events, n) {
    if (k + events === n) return 0.5;
    const excess = (p: number): number =>
      Math.atan(binomial.logSurvival(events - 1, n, p) - binomial.logCdf(k, n, p));
    return findRoot(excess, 0, 1)!;
  },
};

/**
 * Blaker's interval: the proportions under which tails no larger than that of what was observed have a probability of at
 * least 1 − level; where these are not all between two limits, from the first to the last. Covers at least as often as its
 * level says, and always lies inside Clopper and Pearson's; its tails may differ.
 *
 * @see Blaker (2000), Can J Stat 28:783–798, theorem 1. doi:10.2307/3315916
 * @example
 * blaker.interval(0, 5, 0.95).upper; // 0.5
 */
export const blaker: ProportionMethod = {
  name: "blaker",
  label: "Blaker",
  reference: "Blaker (2000), Can J Stat 28:783–798, theorem 1",
  guaranteed: true,
  interval: byComplement((events, n, level) => twoTailedLower(events, n, level, smallerTail)),
};
