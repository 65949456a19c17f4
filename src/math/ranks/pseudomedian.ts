import { checkSample } from "../descriptive/check-sample.ts";
import { type LocationEstimate, locationEstimate } from "./location-estimate.ts";
import { signedSumDistribution } from "./subset-sums.ts";

/**
 * The pseudomedian, the median of the means of all pairs of values: Hodges and Lehmann's estimate of the center of a
 * symmetric distribution, with the limits that go with the signed-rank test.
 *
 * @param values At least one, all finite; such as differences between two treatments.
 * @param options.level Coverage of the limits, .95 unless given. With 5 values none above .9375 can be had, with 6 .96875.
 * @throws {RangeError} when there is no value, one is not finite, or the level is not in (0, 1).
 * @see Hodges & Lehmann (1963), Ann Math Stat 34:598–611, equation 1.4, doi:10.1214/aoms/1177704172; Lehmann (1975),
 * Nonparametrics, chapter 4 (Tukey's limits).
 * @example
 * pseudomedian([1, 2, 4, 8]).estimate; // 3.5
 */
export function pseudomedian(
  values: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): LocationEstimate {
  checkSample("pseudomedian", values);
  const n = values.length;
  const means = new Float64Array(0.5 * n * (n + 1));
  for (let i = 0, place = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) means[place++] = 0.5 * values[i]! + 0.5 * values[j]!;
  }
  const ranks = Array.from({ length: n }, (_, i) => i + 1);
  return locationEstimate(means, signedSumDistribution(ranks), level);
}
