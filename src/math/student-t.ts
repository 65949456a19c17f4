import { findRoot } from "./find-root.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { normalQuantile, normalSurvival } from "./normal.ts";

/** In units of √df: from here on the tail is a power of t to the last digit, and t² is kept from overflowing. */
const POWER_TAIL = 1e100;

function checkDegrees(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom > 0))
    throw new RangeError(`Degrees of freedom must be positive, got ${degreesOfFreedom}`);
}

/**
 * P(T > t) for Student's t, with relative accuracy in the upper tail.
 *
 * @param degreesOfFreedom > 0, need not be whole; Infinity is the normal.
 * @throws {RangeError} when the degrees of freedom are not positive.
 * @see Abramowitz & Stegun (1972), equation 26.7.1 through the incomplete beta function.
 * @example
 * studentTSurvival(0, 3); // 0.5
 */
export function studentTSurvival(t: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  if (Number.isNaN(t)) return t;
  if (t < 0) return 1 - studentTSurvival(-t, degreesOfFreedom);
  if (t === Infinity) return 0;
  if (degreesOfFreedom === Infinity) return normalSurvival(t);
  const far = POWER_TAIL * Math.sqrt(degreesOfFreedom);
  if (t > far) return studentTSurvival(far, degreesOfFreedom) * (far / t) ** degreesOfFreedom;
  const square = t * t;
  const total = degreesOfFreedom + square;
  return 0.5 * incompleteBeta(0.5 * degreesOfFreedom, 0.5, degreesOfFreedom / total, square / total).lower;
}

/** P(T ≤ t), with relative accuracy in the lower tail. */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  return studentTSurvival(-t, degreesOfFreedom);
}

/**
 * The t with P(T ≤ t) = p.
 *
 * Brent's root of the log tail in sinh⁻¹ t, which is near linear from the center to the far tail.
 *
 * @param p In [0, 1].
 * @throws {RangeError} when p is outside [0, 1] or the degrees of freedom are not positive.
 * @example
 * studentTQuantile(0.975, 10); // 2.2281388519649385
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability must lie in [0, 1], got ${p}`);
  if (degreesOfFreedom === Infinity) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  if (tail === 0) return p < 0.5 ? -Infinity : Infinity;
  const goal = Math.log(tail);
  const root = findRoot((u) => Math.log(studentTSurvival(Math.sinh(u), degreesOfFreedom)) - goal, 0, 700);
  const t = root === null ? Infinity : Math.sinh(root);
  return p < 0.5 ? -t : t;
}
