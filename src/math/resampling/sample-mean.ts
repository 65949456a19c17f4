/**
 * Arithmetic mean by a plain sum: the statistic for resampling loops, where `mean` of the descriptive functions would
 * spend most of its time on digits that resampling doesn't have.
 *
 * @param values At least one.
 * @example
 * sampleMean(Float64Array.of(1, 2, 6)); // 3
 */
export function sampleMean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
