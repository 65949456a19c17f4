import type { Matrix } from "../linear/matrix.ts";
import { logGammaDifference } from "../special/log-gamma-difference.ts";
import { normalQuantile } from "../special/normal-quantile.ts";
import { affine, drawBy, type MultivariateLaw } from "./multivariate-law.ts";

/** How χ² is made of uniforms. */
export interface ChiSquaredDraw {
  degreesOfFreedom: number;
  /** How many uniforms make one χ². */
  nUniforms: number;
  /** @param from Index of the first of its uniforms. */
  at(uniforms: ArrayLike<number>, from: number): number;
}

/** χ² with an even ν, as −2 ln of the product of ν/2 uniforms. */
export function evenChiSquared(degreesOfFreedom: number): ChiSquaredDraw {
  const nUniforms = degreesOfFreedom / 2;
  return {
    degreesOfFreedom,
    nUniforms,
    at(uniforms, from) {
      let product = 1;
      for (let i = 0; i < nUniforms; i++) product *= uniforms[from + i]!;
      return -2 * Math.log(product);
    },
  };
}

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
 * The multivariate t law, with the normal z by inversion of the first d uniforms and χ² from those after them.
 *
 * @throws {RangeError} when the shapes differ or the factor has no positive diagonal.
 * @see Kotz & Nadarajah (2004), Multivariate t Distributions and Their Applications, equation 1.1.
 */
export function normalOverChi(
  location: ArrayLike<number>,
  factor: Matrix,
  chiSquared: ChiSquaredDraw,
): MultivariateLaw {
  const map = affine("multivariateT", location, factor);
  const nu = chiSquared.degreesOfFreedom;
  const d = map.dimension;
  const z = new Float64Array(d);
  const constant = logGammaRise(0.5 * nu, d) - 0.5 * d * Math.log(nu * Math.PI) - map.logDeterminant;
  const nUniforms = d + chiSquared.nUniforms;
  const at: MultivariateLaw["at"] = (uniforms, out = new Float64Array(d)) => {
    for (let i = 0; i < d; i++) z[i] = normalQuantile(uniforms[i]!);
    return map.apply(z, Math.sqrt(nu / chiSquared.at(uniforms, d)), out);
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
