import { findRoot } from "../../math/optimize/find-root.ts";
import { byComplement, deviate, type ProportionMethod } from "./proportion-method.ts";

function lower(events: number, n: number, level: number): number {
  if (events === 0) return 0;
  const drop = 0.5 * deviate(level) ** 2;
  if (events === n) return Math.exp(-drop / n);
  const estimate = events / n;
  const log = (p: number): number => events * Math.log(p) + (n - events) * Math.log1p(-p);
  const top = log(estimate);
  // exp keeps the value finite at p = 0.
  return findRoot((p) => Math.exp(log(p) - top) - Math.exp(-drop), 0, estimate)!;
}

/**
 * Likelihood-ratio interval: the proportions whose log likelihood is within half a χ² quantile of the highest.
 *
 * @see Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, section 4.2.2. doi:10.1214/ss/1009213286
 * @example
 * likelihoodRatio.interval(5, 5, 0.95).lower; // 0.681032069564832
 */
export const likelihoodRatio: ProportionMethod = {
  name: "likelihood-ratio",
  label: "Likelihood ratio",
  reference: "Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, section 4.2.2",
  guaranteed: false,
  interval: byComplement(lower),
};
