/** Ranks from 1, tied values sharing the mean of theirs. */
export interface Midranks {
  /** Ranks in the order of the values. */
  ranks: Float64Array;
  /** How many values share each value that occurs more than once. */
  tieSizes: number[];
}

/** Refuses values that have no order, and samples of fewer than are needed. */
export function checkValues(caller: string, name: string, values: ArrayLike<number>, atLeast = 1): void {
  if (values.length < atLeast) {
    throw new RangeError(`${caller} needs at least ${atLeast} in ${name}, got ${values.length}`);
  }
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) throw new RangeError(`${caller} needs numbers in ${name}, got NaN at ${i}`);
  }
}

/**
 * Midranks of a sample.
 *
 * @param values Any numbers, infinities among them.
 * @throws {RangeError} when a value is NaN.
 * @see Kendall (1945), Biometrika 33:239–251, section 1 (mid-ranks). doi:10.1093/biomet/33.3.239
 * @example
 * midranks([3, 1, 3]).ranks; // 2.5, 1, 2.5
 */
export function midranks(values: ArrayLike<number>): Midranks {
  checkValues("midranks", "values", values, 0);
  const n = values.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => {
    if (values[i]! === values[j]!) return 0; // the difference of two infinities is no number
    return values[i]! < values[j]! ? -1 : 1;
  });
  const ranks = new Float64Array(n);
  const tieSizes: number[] = [];
  for (let first = 0; first < n; ) {
    let next = first + 1;
    while (next < n && values[order[next]!] === values[order[first]!]) next++;
    for (let i = first; i < next; i++) ranks[order[i]!] = 0.5 * (first + 1 + next);
    if (next - first > 1) tieSizes.push(next - first);
    first = next;
  }
  return { ranks, tieSizes };
}
