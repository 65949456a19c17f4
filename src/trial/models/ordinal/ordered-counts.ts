/** How often each value occurs, from the worst to the best. */
export interface OrderedCounts {
  /** Periods under the treatment with each value. */
  treated: number[];
  reference: number[];
}

/** Values closer than this share of their spread are one. */
const EQUAL = 1e-9;

/**
 * Counts values from the worst to the best.
 *
 * @param sign 1 where higher values are better, else −1.
 */
export function orderedCounts(
  periods: readonly { mean: number; isTreated: boolean }[],
  sign: 1 | -1,
): OrderedCounts {
  const sorted = [...periods].sort((a, b) => sign * (a.mean - b.mean));
  const spread = Math.abs(sorted.at(-1)!.mean - sorted[0]!.mean);
  const counts: OrderedCounts = { treated: [], reference: [] };
  let before = Number.NaN;
  for (const { mean, isTreated } of sorted) {
    if (!(Math.abs(mean - before) <= EQUAL * spread)) {
      counts.treated.push(0);
      counts.reference.push(0);
    }
    before = mean;
    const own = isTreated ? counts.treated : counts.reference;
    own[own.length - 1]!++;
  }
  return counts;
}

/** Whether one treatment's worst value is at least as good as the other's best, so that an odds ratio has no bound. */
export function isSeparated({ treated, reference }: OrderedCounts): boolean {
  const first = (counts: readonly number[]): number => counts.findIndex((n) => n > 0);
  const last = (counts: readonly number[]): number => counts.findLastIndex((n) => n > 0);
  return first(treated) >= last(reference) || first(reference) >= last(treated);
}
