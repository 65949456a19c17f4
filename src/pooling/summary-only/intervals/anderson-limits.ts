/** Weights of the ascending values in Anderson's lower limit, which gives `distance` of the mass to the lower bound. */
export function andersonWeights(n: number, distance: number): number[] {
  return Array.from({ length: n }, (_, i) => Math.min(1 / n, Math.max(0, 1 - distance - i / n)));
}

/**
 * Anderson's limits of the mean of a bounded variable: the means of the two ends of a band around the empirical
 * distribution.
 *
 * @param sample Ascending.
 * @param distance Half-width of the band, in (0, 1].
 * @see Anderson (1969), Confidence limits for the expected value of an arbitrary bounded random variable with a continuous
 * distribution function, Bull Int Stat Inst 43:249–251.
 */
export function andersonLimits(
  sample: readonly number[],
  [lower, upper]: readonly [number, number],
  distance: number,
): [number, number] {
  const n = sample.length;
  const weights = andersonWeights(n, distance);
  let [least, greatest] = [distance * lower, distance * upper];
  for (let i = 0; i < n; i++) {
    least += weights[i]! * sample[i]!;
    greatest += weights[i]! * sample[n - 1 - i]!;
  }
  return [Math.max(lower, least), Math.min(upper, greatest)];
}
