import type { Matrix } from "../linear/matrix.ts";
import { gammaQuantile } from "../special/gamma-quantile.ts";
import type { MultivariateLaw } from "./multivariate-law.ts";
import { type ChiSquaredDraw, evenChiSquared, normalOverChi } from "./normal-over-chi.ts";

/** χ² by inversion of one uniform. */
function invertedChiSquared(degreesOfFreedom: number): ChiSquaredDraw {
  const shape = 0.5 * degreesOfFreedom;
  return { degreesOfFreedom, nUniforms: 1, at: (u, from) => 2 * gammaQuantile(shape, u[from]!, "lower") };
}

/**
 * The multivariate t law: location + L z √(ν/χ²) with a normal z and one χ² of ν degrees of freedom for all coordinates.
 *
 * z is drawn by inversion, by d uniforms. χ² takes the last: ν/2 of them where ν is 2, 4, 6 or 8, as −2 ln of their
 * product, otherwise one, by inversion.
 *
 * @param location Length d ≥ 1.
 * @param factor Lower Cholesky factor L of the scale matrix, d × d; the covariance is L Lᵀ ν/(ν − 2) for ν > 2.
 * @param degreesOfFreedom ν > 0, need not be whole.
 * @throws {RangeError} when the shapes differ, the factor has no positive diagonal, or ν is not positive and finite.
 * @see Kotz & Nadarajah (2004), Multivariate t Distributions and Their Applications, equation 1.1.
 * @example
 * multivariateT([3], { rows: 1, columns: 1, values: Float64Array.of(2) }, 5).at([0.5, 0.9]); // 3
 */
export function multivariateT(
  location: ArrayLike<number>,
  factor: Matrix,
  degreesOfFreedom: number,
): MultivariateLaw {
  const nu = degreesOfFreedom;
  if (!(nu > 0 && nu < Infinity))
    throw new RangeError(`multivariateT needs positive degrees of freedom, got ${nu}`);
  const isShort = nu % 2 === 0 && nu <= 8;
  return normalOverChi(location, factor, isShort ? evenChiSquared(nu) : invertedChiSquared(nu));
}
