import { gaussLegendre, type QuadratureRule } from "../quadrature/gauss-legendre.ts";
import { LOG_SQRT_2PI } from "../special/mills-ratio.ts";
import { normalDensity, normalFromZero, normalLogCdf, normalSurvival } from "../special/normal-tails.ts";
import { integratePeak } from "./integrate-peak.ts";

/** Below the first range and beyond the last the leading term has all digits; beyond the other the cdf is 1. */
const TINY = 1e-10;
const CERTAIN = 20;
const ASYMPTOTIC = 1e6;
/** Terms beyond the last one that counts. */
const NEGLIGIBLE = 1e-18;
const NARROW: QuadratureRule = /* @__PURE__ */ gaussLegendre(8);

/** P(y − h < Z < y + h) for y ≥ 0, with relative accuracy; h is half the width. */
function normalBetween(y: number, h: number): number {
  if (2 * h * (1 + y) < 1) {
    let sum = 0;
    for (let i = 0; i < 8; i++) sum += NARROW.weights[i]! * normalDensity(y + h * NARROW.nodes[i]!);
    return h * sum;
  }
  if (y <= h) return normalFromZero(h - y) + normalFromZero(h + y);
  return normalSurvival(y - h) - normalSurvival(y + h);
}

/** Step of the trapezoidal rule that gives a Gaussian of variance 1/k all its digits. */
function stepFor(k: number): number {
  return Math.min(0.3, 0.7 / Math.sqrt(k));
}

/**
 * ln P(range ≤ w) for k standard normals: k ∫ φ(y + w/2) A(y)^(k − 1) dy, where y + w/2 is the largest of them and A(y)
 * the probability of lying within w below it. Folded at y = 0, by the trapezoidal rule.
 *
 * @param w > 0.
 * @param k At least 2.
 * @see David & Nagaraja (2003), Order Statistics, 3rd ed., equation 2.3.3; Trefethen & Weideman (2014), SIAM Rev
 * 56:385–458, doi:10.1137/130932132, for the rule, whose error falls here like exp(−c/h²).
 */
export function normalRangeLogCdf(w: number, k: number): number {
  if (w > CERTAIN) return Math.log1p(-Math.exp(normalRangeLogSurvival(w, k)));
  if (w < TINY) return 0.5 * Math.log(k) + (k - 1) * (Math.log(w) - LOG_SQRT_2PI);
  const half = 0.5 * w;
  const h = stepFor(k);
  const largest = Math.log(normalBetween(0, half));
  let sum = normalDensity(half);
  for (let y = h; ; y += h) {
    const ends = normalDensity(y + half) + normalDensity(y - half);
    const term = ends * Math.exp((k - 1) * (Math.log(normalBetween(y, half)) - largest));
    sum += term;
    if (y > half && !(term > NEGLIGIBLE * sum)) break;
  }
  return (k - 1) * largest + Math.log(k * h * sum);
}

/**
 * ln P(range > w), with the relative accuracy of the tail: k ∫ φ(z) [Φ(z)^(k − 1) − (Φ(z) − Φ(z − w))^(k − 1)] dz, z
 * being the largest. Far out it is that of any one pair, k(k − 1)/(w√π) e^(−w²/4).
 */
export function normalRangeLogSurvival(w: number, k: number): number {
  if (w > ASYMPTOTIC) return Math.log((k * (k - 1)) / (w * Math.sqrt(Math.PI))) - 0.25 * w * w;
  const logCdf = w < CERTAIN ? normalRangeLogCdf(w, k) : 0;
  if (logCdf < -0.1) return Math.log(-Math.expm1(logCdf));
  const h = stepFor(k);
  const half = 0.5 * w;
  let sum = 0;
  for (let z = half - 7; ; z += h) {
    const logBelow = normalLogCdf(z);
    const logApart = normalLogCdf(z - w) - logBelow;
    const logMissing =
      logApart < -40
        ? Math.log(k - 1) + logApart
        : Math.log(-Math.expm1((k - 1) * Math.log1p(-Math.exp(logApart))));
    const term = Math.exp(half * half - 0.5 * z * z + (k - 1) * logBelow + logMissing);
    sum += term;
    if (z > half && !(term > NEGLIGIBLE * sum)) break;
  }
  return Math.log(k * h * sum) - LOG_SQRT_2PI - half * half;
}

/** A logarithm and its derivative. */
export interface LogDensity {
  value: number;
  slope: number;
}

/**
 * ln of the density of the range: k(k − 1)/(2π) e^(−w²/4) ∫ e^(−y²) A(y)^(k − 2) dy.
 *
 * @see David & Nagaraja (2003), equation 2.3.2, with the product of the two normal densities written about their middle.
 */
export function normalRangeLogDensity(w: number, k: number): LogDensity {
  if (w < TINY) {
    const power = k === 2 ? 0 : (k - 2) * Math.log(w);
    return {
      value: Math.log(k - 1) + 0.5 * Math.log(k) + power - (k - 1) * LOG_SQRT_2PI,
      slope: (k - 2) / w,
    };
  }
  const half = 0.5 * w;
  const h = stepFor(k);
  const largest = Math.log(normalBetween(0, half));
  let sum = 0;
  let rise = 0;
  for (let y = 0; ; y += h) {
    const between = normalBetween(y, half);
    const term = (y === 0 ? 0.5 : 1) * Math.exp((k - 2) * (Math.log(between) - largest) - y * y);
    sum += term;
    rise += (term * (normalDensity(y + half) + normalDensity(y - half))) / between;
    if (!(term > NEGLIGIBLE * sum)) break;
  }
  const value = (k - 2) * largest + Math.log((k * (k - 1) * h * sum) / Math.PI) - half * half;
  return { value, slope: (0.5 * (k - 2) * rise) / sum - half };
}

/** The integrals take steps of 1/√k. */
const MOST_VALUES = 1000;

/**
 * The mean range of k standard normals, d₂ of control charts.
 *
 * @param k Whole, from 2 to 1000.
 * @throws {RangeError} for other k.
 * @see David & Nagaraja (2003), Order Statistics, 3rd ed., on the mean range. doi:10.1002/0471722162
 * @example
 * normalRangeMean(2); // 2/√π
 */
export function normalRangeMean(k: number): number {
  if (!(Number.isInteger(k) && k >= 2 && k <= MOST_VALUES))
    throw new RangeError(`normalRangeMean needs a whole number in [2, ${MOST_VALUES}], got ${k}`);
  return normalRangeMoment(1, k);
}

/** E[range^power], as power · ∫ w^power P(range > w) d ln w. */
export function normalRangeMoment(power: number, k: number): number {
  const integrand = (u: number): number => {
    const w = 3 * Math.exp(u);
    return w < 1e3 ? power * Math.exp(power * Math.log(w) + normalRangeLogSurvival(w, k)) : 0;
  };
  return integratePeak(integrand, 0.3);
}
