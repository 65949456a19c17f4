import { findRoot } from "../../../math/optimize/find-root.ts";
import { meanOnlyInterval } from "./known-bounds.ts";
import type { SummaryInterval } from "./summary-interval.ts";

/** Kullback–Leibler divergence of two coins, for mean > p. */
function divergence(mean: number, p: number): number {
  const misses = mean < 1 ? (1 - mean) * (Math.log1p(-mean) - Math.log1p(-p)) : 0;
  return mean * (Math.log(mean) - Math.log(p)) + misses;
}

/** The p below the mean at which n times the divergence is −ln of the tail; solved in ln p, since it may be tiny. */
export function klChernoffLimit(n: number, mean: number, tail: number): number {
  if (mean <= 0) return 0;
  const wanted = -Math.log(tail) / n;
  const least = Math.log(mean) + (mean < 1 ? ((1 - mean) / mean) * Math.log1p(-mean) : 0) - wanted / mean;
  const excess = (log: number): number => divergence(mean, Math.exp(log)) - wanted;
  const root = findRoot(excess, Math.max(-700, least - 1), Math.log(mean));
  return root === null ? 0 : Math.exp(root);
}

/**
 * The Chernoff bound in Hoeffding's sharpest form, turned round: every p with n·KL(x̄ ‖ p) at most ln(2/α).
 *
 * @see Hoeffding (1963), J Am Stat Assoc 58:13–30, equation 2.1. doi:10.1080/01621459.1963.10500830
 * @example
 * boundedMeanInterval({ n: 5, mean: 73.4, lower: 0, upper: 100 }, { method: klChernoff }).lower; // 17.85
 */
export const klChernoff: SummaryInterval = meanOnlyInterval({
  name: "kl-chernoff",
  label: "KL–Chernoff",
  reference: "Hoeffding (1963), J Am Stat Assoc 58:13–30, equation 2.1",
  lowerLimit: klChernoffLimit,
});
