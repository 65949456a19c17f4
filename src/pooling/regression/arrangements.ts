import { countPermutations } from "../../math/resampling/counts.ts";

/**
 * Numbers equal rows of a design alike.
 *
 * @returns For each row the place of the first row equal to it.
 */
export function classesOf(keys: readonly string[]): number[] {
  return keys.map((key) => keys.indexOf(key));
}

/** How many ways there are to put things in order where some are alike, exact for every number. */
export function countArrangements(classes: readonly number[]): bigint {
  const sizes = new Map<number, number>();
  for (const one of classes) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  return [...sizes.values()].reduce(
    (count, size) => count / countPermutations(size),
    countPermutations(classes.length),
  );
}

/**
 * Enumerates every different order of things some of which are alike, in lexicographic order.
 *
 * @returns A generator of one array that is updated in place.
 * @see Knuth (2011), The Art of Computer Programming 4A, section 7.2.1.2, algorithm L.
 * @example
 * Array.from(arrangements([0, 1, 0]), (order) => order.join("")); // 001, 010, 100
 */
export function* arrangements(classes: readonly number[]): Generator<readonly number[], void, undefined> {
  const order = [...classes].sort((a, b) => a - b);
  const swap = (i: number, j: number): void => {
    [order[i], order[j]] = [order[j]!, order[i]!];
  };
  for (;;) {
    yield order;
    let pivot = order.length - 2;
    while (pivot >= 0 && order[pivot]! >= order[pivot + 1]!) pivot--;
    if (pivot < 0) return;
    let larger = order.length - 1;
    while (order[pivot]! >= order[larger]!) larger--;
    swap(pivot, larger);
    for (let i = pivot + 1, j = order.length - 1; i < j; i++, j--) swap(i, j);
  }
}
