import { INVERSE_SQRT_2PI, LOG_SQRT_2PI, millsRatio } from "./mills-ratio.ts";
import { normalFromZero } from "./normal-tails.ts";

/** What a standard normal interval [a, b] contributes to a likelihood. */
export interface NormalInterval {
  /** ln P(a < Z < b) */
  logProbability: number;
  /** φ(a)/P and φ(b)/P, from which the derivatives follow; 0 at an infinite end. */
  lowerHazard: number;
  upperHazard: number;
}

function straddling(a: number, b: number, out: NormalInterval): void {
  const probability = normalFromZero(-a) + normalFromZero(b);
  out.logProbability = Math.log(probability);
  out.lowerHazard = (INVERSE_SQRT_2PI * Math.exp(-0.5 * a * a)) / probability;
  out.upperHazard = (INVERSE_SQRT_2PI * Math.exp(-0.5 * b * b)) / probability;
}

/**
 * Log-probability of a standard normal interval, with the derivatives by its ends, in either tail.
 *
 * On one side of 0 it is φ(near) · [m(near) − e·m(far)] with Mills' ratio m and e = exp((near² − far²)/2): no
 * exponential of the distance itself, so that a score 40 σ away still has a finite log-likelihood.
 *
 * @param a Lower end, may be −∞.
 * @param b Upper end > a, may be ∞.
 * @param out Filled in; reused by callers in a loop.
 * @see the reflection of log differences of Φ as in Botev (2017), J R Stat Soc B 79:125–148,
 * section 2. doi:10.1111/rssb.12162
 */
export function normalInterval(a: number, b: number, out: NormalInterval): void {
  if (a <= 0 && b >= 0) {
    straddling(a, b, out);
    return;
  }
  const near = a > 0 ? a : -b;
  const far = a > 0 ? b : -a;
  const decay = Math.exp(-0.5 * (far - near) * (far + near));
  const mass = millsRatio(near) - (decay === 0 ? 0 : decay * millsRatio(far));
  out.logProbability = -0.5 * near * near - LOG_SQRT_2PI + Math.log(mass);
  out.lowerHazard = (a > 0 ? 1 : decay) / mass;
  out.upperHazard = (a > 0 ? decay : 1) / mass;
}
