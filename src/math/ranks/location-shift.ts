import { checkSample } from "../descriptive/check-sample.ts";
import { type LocationEstimate, locationEstimate } from "./location-estimate.ts";
import { subsetSumDistribution } from "./subset-sums.ts";

/**
 * How far the first of two samples is shifted against the second: the median of all differences between their values,
 * Hodges and Lehmann's estimate, with the limits that go with the Mann–Whitney test.
 *
 * @param first At least one value, all finite.
 * @param second At least one value, all finite.
 * @param options.level Coverage of the limits, .95 unless given. With 3 and 3 values none above .9 can be had.
 * @throws {RangeError} when a sample is empty, a value is not finite, or the level is not in (0, 1).
 * @see Hodges & Lehmann (1963), Ann Math Stat 34:598–611, equation 1.3, doi:10.1214/aoms/1177704172; Lehmann (1963),
 * 34:1507–1512, doi:10.1214/aoms/1177703882 (Moses' limits).
 * @example
 * locationShift([4, 5, 9], [1, 2]).estimate; // 3.5
 */
export function locationShift(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): LocationEstimate {
  checkSample("locationShift: first", first);
  checkSample("locationShift: second", second);
  const [m, n] = [first.length, second.length];
  const differences = new Float64Array(m * n);
  for (let i = 0, place = 0; i < m; i++) {
    for (let j = 0; j < n; j++) differences[place++] = first[i]! - second[j]!;
  }
  const ranks = Array.from({ length: m + n }, (_, i) => i + 1);
  const sums = subsetSumDistribution(ranks, m);
  // U = rank sum − its smallest value.
  const distribution = sums && { ...sums, probabilities: sums.probabilities.slice(0.5 * m * (m + 1)) };
  return locationEstimate(differences, distribution, level);
}
