import { LOG_SQRT_2PI } from "./mills-ratio.ts";
import { stirlingSeries } from "./stirling-error.ts";
import { ONE_MINUS_GAMMA, ZETA_MINUS_ONE } from "./zeta-minus-one.ts";

const LOG_PI = 1.1447298858494002;

/** Taylor coefficients (−1)^k (ζ(k) − 1)/k of ln Γ(2 + z), from z² on. */
const COEFFICIENTS: readonly number[] = ZETA_MINUS_ONE.map(
  (zeta, i) => (i % 2 === 0 ? zeta : -zeta) / (i + 2),
);

/** ln Γ(2 + z) for |z| ≤ ½: DLMF 5.7.3 with ln(1 + z) taken to the left. */
function logGammaNearTwo(z: number): number {
  let sum = 0;
  for (let i = COEFFICIENTS.length - 1; i >= 0; i--) sum = sum * z + COEFFICIENTS[i]!;
  return z * (ONE_MINUS_GAMMA + z * sum);
}

/**
 * ln Γ(1 + z) for −½ ≤ z ≤ 1.5, with relative accuracy also near its zeros 0 and 1.
 *
 * @see DLMF 5.7.3.
 * @example
 * logGammaOnePlus(1e-20); // -5.772156649015329e-21
 */
export function logGammaOnePlus(z: number): number {
  if (z >= 0.5) return logGammaNearTwo(z - 1);
  return logGammaNearTwo(z) - Math.log1p(z);
}

/** |sin πx|, exact in its reduction. */
function sinePi(x: number): number {
  return Math.sin(Math.PI * Math.abs(x - Math.round(x)));
}

/**
 * ln |Γ(x)|, with relative accuracy on the whole positive axis.
 *
 * @param x Any real number; at the poles 0, −1, −2, … the result is ∞.
 * @returns Relative error below 1e-15 for x > 0; for negative x it is relative to the larger of 1 and the result.
 * @throws {RangeError} when x is not a number.
 * @see DLMF 5.7.3 near 1 and 2, 5.5.1 up to 10, 5.11.1 beyond, 5.5.3 for negative x.
 * @example
 * logGamma(0.5); // 0.5723649429247001
 */
export function logGamma(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("logGamma needs a number, got NaN");
  if (x < -0.5) {
    const sine = sinePi(x);
    return sine === 0 || x === -Infinity ? Infinity : LOG_PI - Math.log(-x * sine) - logGamma(-x);
  }
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(Math.abs(x));
  if (x <= 2.5) return logGammaOnePlus(x - 1);
  if (x < 10) {
    let product = 1;
    let z = x;
    for (; z > 2.5; product *= z) z--;
    return logGammaNearTwo(z - 2) + Math.log(product);
  }
  if (x > 1e306) return x * (Math.log(x) - 1);
  return (x - 0.5) * Math.log(x) - x + LOG_SQRT_2PI + stirlingSeries(x);
}
