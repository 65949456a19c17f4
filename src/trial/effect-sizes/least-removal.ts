/** What to take out of both phases so that they no longer overlap. */
export interface Removal {
  fromBaseline: number;
  fromTreatment: number;
}

/**
 * Every smallest removal after which each treatment score left is better than each baseline score left.
 *
 * The best to remove is always the highest of the baseline and the lowest of the treatment phase, so that keeping the i
 * lowest and the j highest is tried for all i and j. Equal scores overlap.
 *
 * @param baseline Scores, higher is better; at least one.
 * @param treatment Scores, higher is better; at least one.
 * @returns At least one removal; all take the same number of scores, from different phases.
 * @see Parker, Vannest & Davis (2011), Behav Modif 35:303–322. doi:10.1177/0145445511399147
 */
export function leastRemovals(baseline: readonly number[], treatment: readonly number[]): Removal[] {
  const low = [...baseline].sort((a, b) => a - b);
  const high = [...treatment].sort((a, b) => b - a);
  const removals: Removal[] = [];
  for (let i = 0; i <= low.length; i++) {
    for (let j = 0; j <= high.length; j++) {
      if (i === 0 || j === 0 || low[i - 1]! < high[j - 1]!)
        removals.push({ fromBaseline: low.length - i, fromTreatment: high.length - j });
    }
  }
  const size = ({ fromBaseline, fromTreatment }: Removal): number => fromBaseline + fromTreatment;
  const least = removals.reduce((fewest, one) => Math.min(fewest, size(one)), Infinity);
  return removals.filter((one) => size(one) === least);
}
