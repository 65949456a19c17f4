import type { Statistic } from "./bootstrap.ts";

/**
 * The statistic with each value left out in turn.
 *
 * @param values At least two.
 */
export function jackknife(values: Float64Array, statistic: Statistic): Float64Array {
  const rest = values.slice(1);
  return Float64Array.from(values, (_, left) => {
    // Each step puts back the value that the one before left out.
    if (left > 0) rest[left - 1] = values[left - 1]!;
    return statistic(rest);
  });
}

/**
 * Acceleration: how fast the statistic's standard error changes with its value, by the skewness of the jackknife values.
 *
 * @returns null where no value can be left out, or leaving one out makes no difference.
 * @see Efron (1987), J Am Stat Assoc 82:171–185, section 7, doi:10.1080/01621459.1987.10478410; Efron & Tibshirani (1993),
 * An Introduction to the Bootstrap, equation 14.15.
 * @example
 * acceleration(Float64Array.of(1, 2, 3), sampleMean); // 0
 */
export function acceleration(values: Float64Array, statistic: Statistic): number | null {
  if (values.length < 2) return null;
  const left = jackknife(values, statistic);
  let center = 0;
  for (const value of left) center += value / left.length;
  let squares = 0;
  let cubes = 0;
  let largest = 0;
  for (const value of left) largest = Math.max(largest, Math.abs(value - center));
  for (const value of left) {
    const share = (center - value) / largest;
    squares += share * share;
    cubes += share * share * share;
  }
  const spread = 6 * squares ** 1.5;
  return largest > 1e-14 * Math.abs(center) && Number.isFinite(spread) ? cubes / spread : null;
}
