import { binomial } from "../../math/distributions/binomial.ts";
import { findRoot } from "../../math/optimize/find-root.ts";
import { byComplement, type ProportionMethod } from "./proportion-method.ts";

function lower(events: number, n: number, level: number): number {
  if (events === 0) return 0;
  const tail = 0.5 * (1 - level);
  if (events === n) return Math.min(1, 2 * tail) ** (1 / n);
  const excess = (p: number): number =>
    binomial.survival(events, n, p) + 0.5 * binomial.density(events, n, p) - tail;
  return findRoot(excess, 0, 1)!;
}

/**
 * Mid-P interval: Clopper and Pearson's with half of the probability of what was observed; close to its level, and a
 * little below it for some proportions.
 *
 * @see Lancaster (1961), J Am Stat Assoc 56:223–234; Berry & Armitage (1995), Statistician 44:417–423. doi:10.2307/2348891
 * @example
 * midP.interval(5, 5, 0.95).lower; // 0.549280271653059, the fifth root of 0.05
 */
export const midP: ProportionMethod = {
  name: "mid-p",
  label: "Mid-P",
  reference: "Berry & Armitage (1995), Statistician 44:417–423",
  guaranteed: false,
  interval: byComplement(lower),
};
