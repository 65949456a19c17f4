import { gamma } from "../distributions/gamma.ts";
import type { Matrix } from "../linear/matrix.ts";
import { logGammaDifference } from "../special/log-gamma-difference.ts";
import { normalQuantile } from "../special/normal-quantile.ts";
import { affine, drawBy, type MultivariateLaw } from "./multivariate-law.ts";

/** ln Γ(a + n/2) − ln Γ(a), in steps of at most 1. */
function logGammaRise(a: number, n: number): number {
  let sum = 0;
  for (let k = 0; k < n; k += 2) sum += logGammaDifference(a + k / 2, k + 1 < n ? 1 : 0.5);
  return sum;
}

/** x^(n/2), by products and a root where n is whole: several times as fast as a general power. */
function halfPower(x: number, n: number): number {
  if (!(Number.isInteger(n) && n <= 64)) return x ** (0.5 * n);
  let result = n % 2 === 1 ? Math.sqrt(x) : 1;
  let square = x;
  for (let left = n >> 1; left > 0; left >>= 1) {
    if (left & 1) result *= square;
    square *= square;
  }
  return result;
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
  const map = affine("multivariateT", location, factor);
  const nu = degreesOfFreedom;
  if (!(nu > 0 && nu < Infinity))
    throw new RangeError(`multivariateT needs positive degrees of freedom, got ${nu}`);
  const d = map.dimension;
  const z = new Float64Array(d);
  const constant = logGammaRise(0.5 * nu, d) - 0.5 * d * Math.log(nu * Math.PI) - map.logDeterminant;
  const nExponentials = nu % 2 === 0 && nu <= 8 ? nu / 2 : 0;
  const nUniforms = d + Math.max(1, nExponentials);
  const chiSquared = (uniforms: ArrayLike<number>): number => {
    if (nExponentials === 0) return gamma.quantile(uniforms[d]!, 0.5 * nu, 2);
    let product = 1;
    for (let i = d; i < nUniforms; i++) product *= uniforms[i]!;
    return -2 * Math.log(product);
  };
  const at: MultivariateLaw["at"] = (uniforms, out = new Float64Array(d)) => {
    for (let i = 0; i < d; i++) z[i] = normalQuantile(uniforms[i]!);
    return map.apply(z, Math.sqrt(nu / chiSquared(uniforms)), out);
  };
  return {
    dimension: d,
    nUniforms,
    at,
    draw: drawBy(at, nUniforms),
    logDensity: (x) => constant - 0.5 * (nu + d) * Math.log1p(map.squaredDistance(x) / nu),
    densityIn(logUnit) {
      const peak = Math.exp(constant - logUnit);
      return (x) => peak * halfPower(1 / (1 + map.squaredDistance(x) / nu), nu + d);
    },
  };
}
