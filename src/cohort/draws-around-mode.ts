import { evenPoints } from "../inference/posterior/even-points.ts";
import { cholesky } from "../math/linear/cholesky.ts";
import { type Matrix, times } from "../math/linear/matrix.ts";
import { normalQuantile } from "../math/special/normal-quantile.ts";

/** Enough that a limit moves by a few hundredths of the interval's width at most. */
const N_DRAWS = 1024;

/**
 * Working parameters drawn evenly from the normal law around a mode. Limits of what follows from them are quantiles, which
 * stay within what is possible where a straight line through the mode would not.
 *
 * @param covariance null where it is unknown.
 * @returns null where the covariance is unknown or not positive definite.
 * @see Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., section 4.1 (the normal approximation).
 */
export function drawsAroundMode(
  mode: ArrayLike<number>,
  covariance: Matrix | null,
  seed: number,
): Float64Array[] | null {
  const factor = covariance && cholesky(covariance);
  if (!factor) return null;
  const size = mode.length;
  const points = evenPoints(N_DRAWS, size, seed, 0);
  return Array.from({ length: N_DRAWS }, (_, i) => {
    const z = Float64Array.from(points.subarray(i * size, (i + 1) * size), normalQuantile);
    return times(factor, z).map((departure, k) => departure + mode[k]!);
  });
}

/** Every fourth draw: enough for a curve that is only looked at. */
export function fewerDraws(draws: readonly Float64Array[]): Float64Array[] {
  return draws.filter((_, i) => i % 4 === 0);
}
