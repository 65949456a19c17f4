/** What a search must say of itself to be compared with others. */
export interface Outcome {
  /** What was made small. */
  value: number;
  converged: boolean;
}

/** The best of several searches, and how far they agree. */
export interface MultiStart<T extends Outcome> {
  best: T;
  /** Place of the best among the starts. */
  bestStart: number;
  /** How many searches converged to the best value, the best included; 0 where none converged. */
  nAgreed: number;
  /** How many searches converged at all. */
  nConverged: number;
  /** Every search, in the order of the starts. */
  outcomes: T[];
}

/**
 * Searches from each start and keeps the lowest value, of a search that converged if one did.
 *
 * One agreeing start says little; most of them agreeing says that the minimum is probably the lowest.
 *
 * @param search A search from one start, with `value` and `converged`.
 * @param starts Where to begin, at least one; see `goldenPoints` for evenly spread ones.
 * @param tolerance Values this near the best, relative to `1 + |best|`, agree with it.
 * @throws {RangeError} when there is no start.
 * @see Rinnooy Kan & Timmer (1987), Stochastic global optimization methods part I, Math Program 39:27–56, on multistart.
 * @example
 * multiStart((x) => minimizeNelderMead(([v]) => Math.cos(v!), [x]), [1, 4, 9]).nAgreed; // 3
 */
export function multiStart<S, T extends Outcome>(
  search: (start: S) => T,
  starts: readonly S[],
  tolerance = 1e-8,
): MultiStart<T> {
  if (starts.length === 0) throw new RangeError("starts needs at least 1 entry, got 0");
  const outcomes = starts.map((start) => search(start));
  const converged = outcomes.filter((outcome) => outcome.converged);
  const best = (converged.length > 0 ? converged : outcomes).reduce((a, b) => (b.value < a.value ? b : a));
  const near = tolerance * (1 + Math.abs(best.value));
  return {
    best,
    bestStart: outcomes.indexOf(best),
    nAgreed: converged.filter(({ value }) => value - best.value <= near).length,
    nConverged: converged.length,
    outcomes,
  };
}
