import { beta } from "../../math/distributions/beta.ts";
import { findRoot } from "../../math/optimize/find-root.ts";
import { byComplement, type ProportionMethod } from "./proportion-method.ts";

/** The lower tail at which both limits have the same density; 0 where the density falls, all of the rest where it rises. */
function lower(events: number, n: number, level: number): number {
  const [a, b] = [events + 0.5, n - events + 0.5];
  if (events === 0) return 0;
  if (events === n) return beta.quantile(1 - level, a, b);
  const excess = (tail: number): number =>
    beta.logDensity(beta.quantile(tail, a, b), a, b) -
    beta.logDensity(beta.survivalQuantile(1 - level - tail, a, b), a, b);
  // At either end of the range one limit is an end of [0, 1], where the density is 0.
  const tail = findRoot((t) => Math.atan(excess(t)), 0, 1 - level)!;
  return beta.quantile(tail, a, b);
}

/**
 * The shortest interval of the posterior after Jeffreys' prior Beta(½, ½). Its tails differ: the level is not equal-tailed.
 *
 * @see Box & Tiao (1973), Bayesian Inference in Statistical Analysis, section 2.8.
 * @example
 * jeffreysHighestDensity.interval(5, 5, 0.95); // { lower: 0.6942544, upper: 1 }
 */
export const jeffreysHighestDensity: ProportionMethod = {
  name: "jeffreys-highest-density",
  label: "Jeffreys, highest density",
  reference: "Box & Tiao (1973), Bayesian Inference in Statistical Analysis, section 2.8",
  guaranteed: false,
  interval: byComplement(lower),
};
