/** Where an order of treatments stands: how many of each are left, the last one given, and the length of its run. */
export type RunState = number;

/** Counts the ways to go on from every state, so that orders can be listed without dead ends and drawn uniformly. */
export interface RunCounts {
  start: RunState;
  /** The state after a treatment; −1 where it may not follow. */
  after(state: RunState, treatment: number): RunState;
  /** Number of complete orders from a state on. */
  ways(state: RunState): bigint;
  /** Probability of each treatment as the next one, cumulated, when all complete orders are equally likely. */
  cumulative(state: RunState): Float64Array;
}

const BITS = 62n;

/** The quotient of two whole numbers of any size, as a number in [0, 1]. */
function ratio(part: bigint, whole: bigint): number {
  return Number((part << BITS) / whole) / 2 ** Number(BITS);
}

/**
 * Prepares counting of orders in which no treatment is given more than `limit` times in a row.
 *
 * @param counts How often each treatment occurs.
 * @param limit Longest run, at least 1.
 * @returns Counts by dynamic programming, made when first asked for.
 */
export function runCounts(counts: readonly number[], limit: number): RunCounts {
  const k = counts.length;
  const steps = counts.map((_, t) => counts.slice(0, t).reduce((size, count) => size * (count + 1), 1));
  const full = counts.reduce((sum, count, t) => sum + count * steps[t]!, 0);
  const runs = limit + 1;
  // remaining × (k + 1) × runs; last = k before the first unit
  const encode = (remaining: number, last: number, run: number): RunState =>
    (remaining * (k + 1) + last) * runs + run;
  const known = new Map<RunState, bigint>();
  const shares: Float64Array[] = [];
  const after = (state: RunState, treatment: number): RunState => {
    const run = state % runs;
    const last = Math.floor(state / runs) % (k + 1);
    const remaining = Math.floor(state / runs / (k + 1));
    const left = Math.floor(remaining / steps[treatment]!) % (counts[treatment]! + 1);
    if (left === 0 || (last === treatment && run === limit)) return -1;
    return encode(remaining - steps[treatment]!, treatment, last === treatment ? run + 1 : 1);
  };
  const ways = (state: RunState): bigint => {
    const before = known.get(state);
    if (before !== undefined) return before;
    let sum = state < (k + 1) * runs ? 1n : 0n;
    for (let t = 0; t < k; t++) {
      const next = after(state, t);
      if (next >= 0) sum += ways(next);
    }
    known.set(state, sum);
    return sum;
  };
  const cumulative = (state: RunState): Float64Array => {
    shares[state] ??= Float64Array.from(counts, (_, t) => {
      let part = 0n;
      for (let s = 0; s <= t; s++) part += after(state, s) >= 0 ? ways(after(state, s)) : 0n;
      return ratio(part, ways(state));
    });
    return shares[state];
  };
  return { start: encode(full, k, 0), after, ways, cumulative };
}
