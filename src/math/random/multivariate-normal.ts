import type { Matrix } from "../linear/matrix.ts";
import { LOG_SQRT_2PI } from "../special/mills-ratio.ts";
import { normalQuantile } from "../special/normal-quantile.ts";
import { affine, drawBy, type MultivariateLaw } from "./multivariate-law.ts";

/**
 * The multivariate normal law of a mean and a covariance L Lᵀ, drawn by inversion: d uniforms a draw.
 *
 * @param mean Length d ≥ 1.
 * @param factor Lower Cholesky factor L of the covariance, d × d.
 * @throws {RangeError} when the shapes differ, or the factor has no positive diagonal.
 * @see Anderson (2003), An Introduction to Multivariate Statistical Analysis, 3rd ed., section 2.3.
 * @example
 * multivariateNormal([0], { rows: 1, columns: 1, values: Float64Array.of(2) }).at([0.5]); // 0
 */
export function multivariateNormal(mean: ArrayLike<number>, factor: Matrix): MultivariateLaw {
  const map = affine("multivariateNormal", mean, factor);
  const d = map.dimension;
  const z = new Float64Array(d);
  const constant = -d * LOG_SQRT_2PI - map.logDeterminant;
  const at: MultivariateLaw["at"] = (uniforms, out = new Float64Array(d)) => {
    for (let i = 0; i < d; i++) z[i] = normalQuantile(uniforms[i]!);
    return map.apply(z, 1, out);
  };
  return {
    dimension: d,
    nUniforms: d,
    at,
    draw: drawBy(at, d),
    logDensity: (x) => constant - 0.5 * map.squaredDistance(x),
    densityIn: (logUnit) => (x) => Math.exp(constant - logUnit - 0.5 * map.squaredDistance(x)),
  };
}
