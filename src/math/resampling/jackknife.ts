import type { Statistic } from "./bootstrap.ts";

/**
 * The statistic with each value left out in turn.
 *
 * @param values At least two.
 * @throws {RangeError} when there are fewer.
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, equation 11.2.
 * @example
 * jackknife(Float64Array.of(1, 2, 6), sampleMean); // 4, 3.5, 1.5
 */
export function jackknife(values: Float64Array, statistic: Statistic): Float64Array {
  if (values.length < 2) throw new RangeError(`jackknife needs at least 2 values, got ${values.length}`);
  const rest = new Float64Array(values.length - 1);
  return Float64Array.from(values, (_, left) => {
    rest.set(values.subarray(0, left));
    rest.set(values.subarray(left + 1), left);
    return statistic(rest);
  });
}

/** Differences below this share of the values are their rounding. */
const ROUNDING = 1e-14;

/**
 * Acceleration: how fast the statistic's standard error changes with its value, by the skewness of the jackknife values.
 *
 * @param values At least two.
 * @returns null where leaving a value out makes no difference, or the statistic is not finite without it.
 * @throws {RangeError} when there are fewer.
 * @see Efron (1987), J Am Stat Assoc 82:171–185, section 7, doi:10.1080/01621459.1987.10478410; Efron & Tibshirani (1993),
 * An Introduction to the Bootstrap, equation 14.15.
 * @example
 * acceleration(Float64Array.of(1, 2, 3), sampleMean); // 0
 */
export function acceleration(values: Float64Array, statistic: Statistic): number | null {
  const left = jackknife(values, statistic);
  const center = left.reduce((sum, value) => sum + value / left.length, 0);
  const largest = left.reduce((most, value) => Math.max(most, Math.abs(value - center)), 0);
  if (!(largest > ROUNDING * Math.abs(center) && largest < Infinity)) return null;
  let squares = 0;
  let cubes = 0;
  for (const value of left) {
    const share = (center - value) / largest;
    squares += share * share;
    cubes += share * share * share;
  }
  return cubes / (6 * squares ** 1.5);
}
