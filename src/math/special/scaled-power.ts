import { productError } from "./exact-difference.ts";

/**
 * (x/scale)^exponent, where a large exponent would multiply the rounding error of the quotient.
 *
 * @param x > 0.
 * @param scale > 0.
 * @example
 * scaledPower(3, 3, 1000); // 1
 */
export function scaledPower(x: number, scale: number, exponent: number): number {
  const quotient = x / scale;
  if (!(quotient > 1e-290 && quotient < 1e290)) return Math.exp(exponent * (Math.log(x) - Math.log(scale)));
  const product = quotient * scale;
  const missing = (x - product - productError(quotient, scale, product)) / x;
  const power = quotient ** exponent;
  return power === 0 || power === Infinity ? power : power * Math.exp(exponent * missing);
}

/** ln(x/scale), also where x is near the scale. */
export function scaledLogarithm(x: number, scale: number): number {
  if (x > 0.5 * scale && x < 2 * scale) return Math.log1p((x - scale) / scale);
  const quotient = x / scale;
  return quotient > 1e-290 && quotient < 1e290 ? Math.log(quotient) : Math.log(x) - Math.log(scale);
}
