import { byComplement, deviate, type ProportionMethod } from "./proportion-method.ts";

/** The smaller root of (p̂ − p)² = z² p(1 − p)/n, as the product of both roots over the larger, so that digits stay. */
function lower(events: number, n: number, level: number): number {
  const z = deviate(level);
  const spread = z * Math.sqrt((events * (n - events)) / n + 0.25 * z * z);
  const larger = events + 0.5 * z * z + spread;
  return events ** 2 / n / larger;
}

/**
 * Wilson's interval: the proportions that a score test doesn't reject. The default: close to its level at any n.
 *
 * @see Wilson (1927), J Am Stat Assoc 22:209–212. doi:10.1080/01621459.1927.10502953
 * @example
 * wilson.interval(18, 22, 0.95).lower; // 0.6148
 */
export const wilson: ProportionMethod = {
  name: "wilson",
  label: "Wilson",
  reference: "Wilson (1927), J Am Stat Assoc 22:209–212",
  guaranteed: false,
  interval: byComplement(lower),
};
