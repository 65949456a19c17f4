/**
 * Weighted isotonic regression, in place: the rising sequence closest to the values, by pooling neighbours that fall.
 *
 * @param weights All > 0.
 * @see Barlow et al. (1972), Statistical Inference under Order Restrictions, section 1.2 (pool adjacent violators).
 */
export function poolAdjacentViolators(values: Float64Array, weights: Float64Array): void {
  const n = values.length;
  const ends = new Int32Array(n);
  const means = new Float64Array(n);
  const pooled = new Float64Array(n);
  let blocks = 0;
  for (let i = 0; i < n; i++) {
    means[blocks] = values[i]!;
    pooled[blocks] = weights[i]!;
    ends[blocks++] = i + 1;
    while (blocks > 1 && means[blocks - 2]! >= means[blocks - 1]!) {
      const sum = pooled[blocks - 2]! + pooled[blocks - 1]!;
      means[blocks - 2]! += ((means[blocks - 1]! - means[blocks - 2]!) * pooled[blocks - 1]!) / sum;
      pooled[blocks - 2] = sum;
      ends[blocks - 2] = ends[blocks - 1]!;
      blocks--;
    }
  }
  for (let block = 0, i = 0; block < blocks; block++) for (; i < ends[block]!; i++) values[i] = means[block]!;
}
