import { betaConstants } from "./beta-constants.ts";
import { betaTail } from "./beta-tail.ts";
import { exactDrift } from "./exact-difference.ts";
import { logTailOf, scaledTail, type Tails, tailsOf } from "./scaled-tail.ts";

function check(name: string, a: number, b: number, x: number): void {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`${name} needs a finite a > 0, got ${a}`);
  if (!(b > 0 && b < Infinity)) throw new RangeError(`${name} needs a finite b > 0, got ${b}`);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`${name} needs x in [0, 1], got ${x}`);
}

/**
 * The regularised incomplete beta function I_x(a, b) as `lower` and its complement as `upper`.
 *
 * @param a > 0
 * @param b > 0
 * @param x In [0, 1].
 * @param y 1 − x, given apart so that neither tail loses digits; the smaller of x and y is taken to be exact.
 * @returns A tail p with a relative error below 2e-14 + 4e-16 |ln p|, whichever of the two is the smaller.
 * @throws {RangeError} when a or b is not positive and finite, or x is outside [0, 1].
 * @see DLMF 8.17.2; `betaTail` for the methods.
 * @example
 * incompleteBeta(1, 1, 0.25).lower; // 0.25
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  check("incompleteBeta", a, b, x);
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  return tailsOf(betaTail(betaConstants(a, b), x, y, exactDrift(a, b, x, y), scaledTail()));
}

/**
 * ln I_x(a, b) as `lower` and the logarithm of its complement as `upper`, finite far beyond where they underflow.
 *
 * @throws {RangeError} as `incompleteBeta`.
 * @example
 * logIncompleteBeta(1000, 1, 0.25).lower; // 1000 ln 0.25
 */
export function logIncompleteBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  check("logIncompleteBeta", a, b, x);
  if (x === 0) return { lower: -Infinity, upper: 0 };
  if (y === 0) return { lower: 0, upper: -Infinity };
  const out = betaTail(betaConstants(a, b), x, y, exactDrift(a, b, x, y), scaledTail());
  return { lower: logTailOf(out, "lower"), upper: logTailOf(out, "upper") };
}
