import type { SeriesSummary } from "../../schema/series.ts";

/** Events in the first group of a fourfold table, and what they would be without an effect, all sums given. */
export interface HypergeometricMoments {
  observed: number;
  expected: number;
  variance: number;
}

/**
 * Moments of a fourfold table's first cell without an effect, given its margins.
 *
 * @see Mantel & Haenszel (1959), J Natl Cancer Inst 22:719–748, equations 1 and 2. doi:10.1093/jnci/22.4.719
 * @example
 * hypergeometricMoments({ events: 18, n: 22, events_control: 9, n_control: 20 }).expected; // 22 × 27/42
 */
export function hypergeometricMoments({
  events,
  n,
  events_control,
  n_control,
}: SeriesSummary): HypergeometricMoments {
  const total = n! + n_control!;
  const allEvents = events! + events_control!;
  const expected = (n! * allEvents) / total;
  const variance = (expected * (n_control! / total) * (total - allEvents)) / (total - 1);
  return { observed: events!, expected, variance };
}
