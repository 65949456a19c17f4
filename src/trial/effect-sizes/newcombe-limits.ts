import { findRoot } from "../../math/optimize/find-root.ts";
import { deviate } from "./limits.ts";

/**
 * The lower limit of the probability that a treatment score is better than a baseline one.
 *
 * The score equation mn(θ̂ − θ)²(2 − θ)(1 + θ) = z²θ(1 − θ)[2 + h + (1 + 2h)θ(1 − θ)], h = (m + n)/2 − 1, is 1 − θ times
 * something at θ̂ = 1: that root is no limit and is divided out, so that the interval stays open inside at complete
 * separation.
 */
function lowerLimit(estimate: number, m: number, n: number, level: number): number {
  if (estimate === 0) return 0;
  const squared = deviate(level) ** 2;
  const h = 0.5 * (m + n) - 1;
  const apart = estimate === 1;
  const difference = (theta: number): number => {
    const distance = apart ? 1 - theta : (estimate - theta) ** 2;
    const spread = theta * (apart ? 1 : 1 - theta) * (2 + h + (1 + 2 * h) * theta * (1 - theta));
    return m * n * distance * (2 - theta) * (1 + theta) - squared * spread;
  };
  // Positive at 0 and negative at the estimate, always.
  return findRoot(difference, 0, estimate) as number;
}

/**
 * Newcombe's score limits (his method 5) of the probability that one score is better than another, NAP.
 *
 * @param estimate NAP in [0, 1].
 * @param m Scores in one phase.
 * @param n Scores in the other.
 * @see Newcombe (2006), Stat Med 25:559–573, method 5. doi:10.1002/sim.2324
 * @example
 * newcombeLimits(1, 6, 7, 0.95).lower; // 0.7073
 */
export function newcombeLimits(
  estimate: number,
  m: number,
  n: number,
  level: number,
): { lower: number; upper: number } {
  return { lower: lowerLimit(estimate, m, n, level), upper: 1 - lowerLimit(1 - estimate, m, n, level) };
}
