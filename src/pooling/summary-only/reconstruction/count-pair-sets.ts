import type { SampleSpace } from "./sample-space.ts";

/** Ways to pick m items from k kinds, order aside: C(k + m − 1, m). */
function multisets(kinds: number, m: number): number {
  let ways = 1;
  for (let i = 0; i < m; i++) ways = (ways * (kinds + i)) / (i + 1);
  return Math.round(ways);
}

/** Sets of score pairs that give one sample: the product over its different values. */
export function countPairSets({ nPairs }: SampleSpace, sample: ArrayLike<number>): number {
  let count = 1;
  for (let i = 0; i < sample.length; ) {
    let end = i + 1;
    while (end < sample.length && sample[end] === sample[i]) end++;
    count *= multisets(nPairs[sample[i]!]!, end - i);
    i = end;
  }
  return count;
}
