import { erfcx } from "./error-function.ts";

const SQRT_HALF_PI = 1.2533141373155003;

/** Taylor coefficients of ω and ω² while they are being computed. */
const omega: Float64Array = /* @__PURE__ */ new Float64Array(30);
const square: Float64Array = /* @__PURE__ */ new Float64Array(30);

/**
 * Taylor coefficients of τ/ω in τ, where ω dω/dτ = τ (1 + pω − qω²): how the quadratic exponent of a skewed density
 * bends its argument.
 *
 * For the incomplete beta function p = (b − a)/(a + b), q = ab/(a + b)²; the incomplete gamma function is its limit
 * p = 1, q = 0, where they are the coefficients f of Gil, Segura & Temme (2012).
 *
 * @param size How many, at most 28.
 * @see DLMF 8.12.2 and 8.18.10 (with η = τ√q), differentiated.
 */
export function uniformCoefficients(p: number, q: number, size: number): Float64Array {
  const f = new Float64Array(size);
  omega[1] = square[2] = f[0] = 1;
  for (let k = 3; k <= size + 1; k++) {
    square[k] = (2 / k) * (p * omega[k - 2]! - q * square[k - 2]!);
    let products = 0;
    for (let i = 2, j = k - 2; i <= j; i++, j--) products += (i < j ? 2 : 1) * omega[i]! * omega[j]!;
    omega[k - 1] = 0.5 * (square[k]! - products);
  }
  for (let n = 1; n < size; n++) {
    let sum = 0;
    for (let k = 1; k <= n; k++) sum -= omega[k + 1]! * f[n - k]!;
    f[n] = sum;
  }
  return f;
}

/**
 * The tail of an incomplete gamma or beta function divided by its density, for a large parameter, uniformly about the
 * mean: a scaled normal tail and a correction.
 *
 * @param f The coefficients, whose size sets the accuracy.
 * @param m The large parameter: a, or ab/(a + b).
 * @param deviance Minus the exponent: mτ²/2.
 * @param side −1 for the lower tail (left of the mean), 1 for the upper.
 * @see Gil, Segura & Temme (2012), SIAM J Sci Comput 34:A2965–A2981, section 2.4, doi:10.1137/120872553, after
 * Temme (1987); DLMF 8.12.4 and 8.18.9.
 */
export function uniformTailRatio(f: Float64Array, m: number, deviance: number, side: number): number {
  const tau = side * Math.sqrt((2 * deviance) / m);
  let second = 0; // b_{k + 2}
  let first = 0; // b_{k + 1}
  let b = 0;
  let sum = 0;
  for (let k = f.length - 2; k >= 0; k--) {
    b = f[k + 1]! + ((k + 2) * second) / m;
    sum = sum * tau + b;
    second = first;
    first = b;
  }
  // Here second is b_1, and 1 + b_1/m the scaled gamma function of the density.
  const normal = (erfcx(Math.sqrt(deviance)) * SQRT_HALF_PI * (1 + second / m)) / Math.sqrt(m);
  return normal + (side * sum) / m;
}
