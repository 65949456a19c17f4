import {
  CENTRAL_HALF_WIDTH,
  normalDeviate,
  normalQuantileFromCenter,
  normalQuantileOfTail,
} from "./normal-quantile.ts";

/**
 * The y with erf(y) = x, with relative accuracy near 0.
 *
 * @param x In [−1, 1]; the ends give −∞ and ∞.
 * @returns Relative error below 1e-15.
 * @throws {RangeError} when x is outside [−1, 1].
 * @see DLMF 7.17.1; Wichura (1988), AS 241, through erf(y) = 2 Φ(y√2) − 1.
 * @example
 * erfinv(0.5); // 0.4769362762044699
 */
export function erfinv(x: number): number {
  if (!(x >= -1 && x <= 1)) throw new RangeError(`erfinv needs x in [-1, 1], got ${x}`);
  const q = 0.5 * x;
  if (Math.abs(q) <= CENTRAL_HALF_WIDTH) return normalQuantileFromCenter(q) * Math.SQRT1_2;
  return Math.sign(x) * normalQuantileOfTail(0.5 * (1 - Math.abs(x))) * Math.SQRT1_2;
}

/**
 * The y with erfc(y) = x, with relative accuracy for small x.
 *
 * @param x In [0, 2]; the ends give ∞ and −∞.
 * @returns Relative error below 1e-15.
 * @throws {RangeError} when x is outside [0, 2].
 * @see DLMF 7.17.1; Wichura (1988), AS 241, through erfc(y) = 2 P(Z > y√2).
 * @example
 * erfcinv(1e-300); // 26.209469960516124
 */
export function erfcinv(x: number): number {
  if (!(x >= 0 && x <= 2)) throw new RangeError(`erfcinv needs x in [0, 2], got ${x}`);
  return normalDeviate(0.5 * x, true) * Math.SQRT1_2 + 0;
}
