import { binomialLogSurvival } from "../../../math/distributions/binomial.ts";
import { findRoot } from "../../../math/optimize/find-root.ts";
import { meanOnlyInterval } from "./known-bounds.ts";
import type { SummaryInterval } from "./summary-interval.ts";

/** ln P(B ≥ x) of a binomial count, by a straight line in the logarithm between whole numbers. */
function logTail(x: number, n: number, p: number): number {
  const below = Math.floor(x);
  const share = x - below;
  const at = (k: number): number => (k <= 0 ? 0 : binomialLogSurvival(k - 1, n, p));
  return share === 0 ? at(below) : (1 - share) * at(below) + share * at(below + 1);
}

/** A sum of n values that is whole but for rounding is taken as whole. */
function wholeIfNear(sum: number): number {
  const nearest = Math.round(sum);
  return Math.abs(sum - nearest) <= 1e-12 * Math.max(1, nearest) ? nearest : sum;
}

/** The p below the mean at which e times the binomial tail is the chance of error; solved in ln p. */
export function bentkusLimit(n: number, mean: number, tail: number): number {
  const sum = wholeIfNear(n * mean);
  if (sum <= 0) return 0;
  const wanted = Math.log(tail) - 1;
  const excess = (log: number): number => logTail(sum, n, Math.exp(log)) - wanted;
  const greatest = Math.log(Math.min(1, mean));
  // P(B ≥ x) ≤ (np)^min(x, 1): below this p the tail is under the wanted one.
  const least = Math.max(-700, wanted / Math.min(1, sum) - Math.log(n) - 1);
  const root = findRoot(excess, least, greatest);
  return root === null ? 0 : Math.exp(root);
}

/**
 * Bentkus' bound, turned round: the tail of a bounded mean is at most e times that of a binomial count with the same
 * mean, read off between whole numbers by a straight line in its logarithm.
 *
 * @see Bentkus (2004), Ann Probab 32:1650–1673, theorem 1.2. doi:10.1214/009117904000000360
 * @example
 * boundedMeanInterval({ n: 5, mean: 73.4, lower: 0, upper: 100 }, { method: bentkus }).lower; // 17.82
 */
export const bentkus: SummaryInterval = meanOnlyInterval({
  name: "bentkus",
  label: "Bentkus",
  reference: "Bentkus (2004), Ann Probab 32:1650–1673",
  lowerLimit: bentkusLimit,
});
