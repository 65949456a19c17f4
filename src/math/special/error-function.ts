import { CENTRAL, centralNormal, millsRatio } from "./mills-ratio.ts";
import { gaussian } from "./normal-tails.ts";

const SQRT_2 = Math.SQRT2;
const SQRT_2_OVER_PI = 0.7978845608028654;
/** Below this |x| erf is computed, beyond it erfc: where Cody's approximations of the normal law meet. */
const MIDDLE = CENTRAL / SQRT_2;

/**
 * exp(x²) erfc(x): the tail of the error function without its exponential.
 *
 * Mills' ratio varies slowly, so that the rounding of x√2 costs it less than an ulp.
 *
 * @returns Relative error below 1e-15.
 * @throws {RangeError} when x is not a number.
 * @see DLMF 7.8.1 with 7.2.2; Cody (1969), Math Comp 23:631–637. doi:10.1090/S0025-5718-1969-0247736-4
 * @example
 * erfcx(10); // 0.05614099274382259
 */
export function erfcx(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("erfcx needs a number, got NaN");
  if (x >= 0) return SQRT_2_OVER_PI * millsRatio(x * SQRT_2);
  return 2 / gaussian(1, x) - erfcx(-x);
}

/**
 * The complementary error function 1 − erf(x), with relative accuracy in its upper tail.
 *
 * @returns Relative error below 1e-15.
 * @throws {RangeError} when x is not a number.
 * @see DLMF 7.2.2.
 * @example
 * erfc(10); // 2.088487583762545e-45
 */
export function erfc(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("erfc needs a number, got NaN");
  if (Math.abs(x) <= MIDDLE) return 1 - erf(x);
  if (x < 0) return 2 - erfc(-x);
  return gaussian(1, x) * erfcx(x);
}

/**
 * The error function, with relative accuracy near 0.
 *
 * @returns Relative error below 1e-15.
 * @throws {RangeError} when x is not a number.
 * @see DLMF 7.2.1.
 * @example
 * erf(1e-20); // 1.1283791670955126e-20
 */
export function erf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("erf needs a number, got NaN");
  if (Math.abs(x) <= MIDDLE) return 2 * centralNormal(x * SQRT_2);
  return x < 0 ? erfc(-x) - 1 : 1 - erfc(x);
}
