import { logBetaPrefactor } from "./binomial-deviance.ts";

/** Both tails of a distribution, each with its own relative accuracy. */
export interface Tails {
  lower: number;
  upper: number;
}

/**
 * I_x(a, b) / prefactor for x ≤ a/(a + b): the continued fraction of Didonato & Morris (1992), equation 9, whose terms
 * do not cancel where x is near 1 or the parameters are large.
 */
function betaFraction(a: number, b: number, x: number, y: number): number {
  const lambda = y < x ? (a + b) * y - b : a - (a + b) * x;
  const c = 1 + lambda;
  const c1 = 1 + 1 / a;
  let p = 1;
  let s = a + 1;
  let [numerator, previousNumerator] = [1, 0];
  let [denominator, previousDenominator] = [c / c1, 1];
  let ratio = c1 / c;
  for (let n = 1; n < 100_000; n++) {
    const t = n / a;
    const w = n * (b - n) * x;
    const shrink = a / s;
    const alpha = p * (p + b / a) * shrink * shrink * w * x;
    const beta = n + w / s + ((1 + t) / (c1 + 2 * t)) * (c + n * (1 + y));
    p = 1 + t;
    s += 2;
    [numerator, previousNumerator] = [alpha * previousNumerator + beta * numerator, numerator];
    [denominator, previousDenominator] = [alpha * previousDenominator + beta * denominator, denominator];
    const previous = ratio;
    ratio = numerator / denominator;
    if (Math.abs(ratio - previous) <= 2e-16 * ratio) break;
    previousNumerator /= denominator;
    previousDenominator /= denominator;
    numerator = ratio;
    denominator = 1;
  }
  return ratio;
}

/**
 * Regularised incomplete beta function I_x(a, b) and its complement.
 *
 * @param a > 0
 * @param b > 0
 * @param x In [0, 1].
 * @param y 1 − x, given apart so that neither tail loses digits.
 * @throws {RangeError} when a or b is not positive, or x is outside [0, 1].
 * @see Didonato & Morris (1992), ACM Trans Math Softw 18:360–373, doi:10.1145/131766.131776; DLMF 8.17.4 (symmetry);
 * Loader (2000) for the prefactor.
 * @example
 * incompleteBeta(1, 1, 0.25, 0.75).lower; // 0.25
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  if (!(a > 0) || !(b > 0))
    throw new RangeError(`incompleteBeta needs a > 0 and b > 0, got a = ${a}, b = ${b}`);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`incompleteBeta needs x in [0, 1], got ${x}`);
  if (x === 0 || y === 0) return x === 0 ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
  const prefactor = Math.exp(logBetaPrefactor(a, b, x, y));
  if (x <= a / (a + b)) {
    const lower = prefactor * betaFraction(a, b, x, y);
    return { lower, upper: 1 - lower };
  }
  const upper = prefactor * betaFraction(b, a, y, x);
  return { lower: 1 - upper, upper };
}
