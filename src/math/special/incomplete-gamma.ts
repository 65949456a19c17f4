import { gammaConstant, gammaTail } from "./gamma-tail.ts";
import { logTailOf, scaledTail, type Tails, tailsOf } from "./scaled-tail.ts";

function check(name: string, a: number, x: number): void {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`${name} needs a finite a > 0, got ${a}`);
  if (!(x >= 0)) throw new RangeError(`${name} needs x >= 0, got ${x}`);
}

/**
 * The regularised incomplete gamma functions: P(a, x) as `lower` and Q(a, x) as `upper`.
 *
 * @param a Shape > 0.
 * @param x In [0, ∞].
 * @returns A tail p with a relative error below 2e-14 + 4e-16 |ln p|, whichever of the two is the smaller.
 * @throws {RangeError} when a is not positive and finite, or x is negative.
 * @see DLMF 8.2.4; `gammaTail` for the methods.
 * @example
 * incompleteGamma(1, 2).upper; // exp(-2)
 */
export function incompleteGamma(a: number, x: number): Tails {
  check("incompleteGamma", a, x);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  return tailsOf(gammaTail(a, x, gammaConstant(a), scaledTail()));
}

/**
 * ln P(a, x) as `lower` and ln Q(a, x) as `upper`, finite far beyond where the tails themselves underflow.
 *
 * @throws {RangeError} as `incompleteGamma`.
 * @example
 * logIncompleteGamma(1, 2000).upper; // -2000
 */
export function logIncompleteGamma(a: number, x: number): Tails {
  check("logIncompleteGamma", a, x);
  if (x === 0) return { lower: -Infinity, upper: 0 };
  if (x === Infinity) return { lower: 0, upper: -Infinity };
  const out = gammaTail(a, x, gammaConstant(a), scaledTail());
  return { lower: logTailOf(out, "lower"), upper: logTailOf(out, "upper") };
}
