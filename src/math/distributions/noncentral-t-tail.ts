import { findRoot } from "../optimize/find-root.ts";
import { productError } from "../special/exact-difference.ts";
import { LOG_SQRT_2PI, millsRatio } from "../special/mills-ratio.ts";
import { normalCdf, normalDensity, normalLogCdf } from "../special/normal-tails.ts";
import { logScaleMean } from "./scale-mean.ts";

/** From this |t| on a tail is its leading power, whatever the other parameters. */
const FAR = 1e150;

/** a·b − c with a single rounding of the order of the result: t·s and δ may agree to all their digits. */
function productMinus(a: number, b: number, c: number): number {
  const product = a * b;
  return product - c + productError(a, b, product);
}

/** φ(x)/Φ(x) */
function reverseHazard(x: number): number {
  return x <= 0 ? 1 / millsRatio(-x) : normalDensity(x) / normalCdf(x);
}

/**
 * Where Φ(ts − δ) times the density of ln S is largest: the root of ν(1/s − s) + tφ/Φ = 0, whose left side falls in s.
 */
function tailPeak(t: number, degreesOfFreedom: number, noncentrality: number): number {
  const sign = Math.sign(t);
  const size = Math.abs(t);
  const steepest = reverseHazard(Math.min(0, t) - noncentrality);
  const end = Math.max(0, Math.log(size) + Math.log(steepest) - Math.log(degreesOfFreedom)) + 1;
  const slope = (distance: number): number => {
    const s = Math.exp(sign * distance);
    return degreesOfFreedom * Math.abs(1 / s - s) - size * reverseHazard(t * s - noncentrality);
  };
  return Math.exp(sign * (findRoot(slope, 0, end) ?? end));
}

/**
 * ln P(T ≤ t) for T = (Z + δ)/S: the mean of Φ(tS − δ) over S = √(χ²/ν).
 *
 * Every term is positive, so that the far tails keep their digits; the usual series of incomplete beta functions
 * cancels there. Meant for t ≤ δ, where the peak lies at the rise of Φ and has its width.
 *
 * @param degreesOfFreedom > 0 and finite.
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions, vol. 2, 2nd ed., equation 31.11.
 */
export function logNoncentralTCdf(t: number, degreesOfFreedom: number, noncentrality: number): number {
  if (t === 0) return normalLogCdf(-noncentrality);
  if (t < -FAR) {
    return logNoncentralTCdf(-FAR, degreesOfFreedom, noncentrality) - degreesOfFreedom * Math.log(-t / FAR);
  }
  const s = tailPeak(t, degreesOfFreedom, noncentrality);
  const atPeak = productMinus(t, s, noncentrality);
  const rate = t * s;
  const hazard = reverseHazard(atPeak);
  const curvature = degreesOfFreedom * (s * s + 1) + rate * hazard * rate * (atPeak + hazard);
  const width = Math.min(1, 1 / Math.sqrt(curvature), 1 / Math.abs(rate));
  return logScaleMean(degreesOfFreedom, s, width, (u) => normalLogCdf(atPeak + rate * Math.expm1(u)));
}

/**
 * ln of the density of T: the mean of S φ(tS − δ) over S.
 *
 * @param degreesOfFreedom > 0 and finite.
 * @see Johnson, Kotz & Balakrishnan (1995), equation 31.15, before its integral is expanded.
 */
export function logNoncentralTDensity(t: number, degreesOfFreedom: number, noncentrality: number): number {
  const nu = degreesOfFreedom;
  if (Math.abs(t) > FAR) {
    const end = logNoncentralTDensity(Math.sign(t) * FAR, nu, noncentrality);
    return end - (nu + 1) * Math.log(Math.abs(t) / FAR);
  }
  const total = Math.hypot(Math.sqrt(nu), t);
  const half = 0.5 * (t / total) * noncentrality;
  const root = Math.sqrt(half * half + nu + 1);
  const s = (half > 0 ? half + root : (nu + 1) / (root - half)) / total; // ν + 1 − νs² − ts(ts − δ) = 0
  const atPeak = productMinus(t, s, noncentrality);
  const rate = t * s;
  const width = Math.min(1, 1 / Math.sqrt(2 * nu * s * s + rate * rate + Math.abs(rate * atPeak)));
  return logScaleMean(nu, s, width, (u) => {
    const x = atPeak + rate * Math.expm1(u);
    return Math.log(s) + u - 0.5 * x * x - LOG_SQRT_2PI;
  });
}
