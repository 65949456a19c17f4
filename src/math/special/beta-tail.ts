import type { BetaConstants } from "./beta-constants.ts";
import { betaFraction } from "./beta-fraction.ts";
import { devianceTerm } from "./deviance.ts";
import { byDensity, byPower, type ScaledTail } from "./scaled-tail.ts";
import { uniformTailRatio } from "./uniform-tail.ts";

/** The largest |τ| for which the terms of the uniform expansion suffice. */
const REACH = 0.25;

/** Σ (1 − b)_n x^n a/(n! (a + n)) from n = 1 on. */
function powerSum(a: number, b: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 1000; n++) {
    term *= ((n - b) / n) * x;
    const next = sum + term / (a + n);
    if (next === sum) break;
    sum = next;
  }
  return a * sum;
}

/** ln of x, or of 1 − y where that has more digits. */
function logOf(x: number, y: number): number {
  return x < 0.5 ? Math.log(x) : Math.log1p(-y);
}

/** At least one parameter is at most 1. */
function smallParameter(constants: BetaConstants, x: number, y: number, out: ScaledTail): ScaledTail {
  const { a, b } = constants;
  if (b <= 1) {
    const logPower = b * logOf(y, x) - constants.logUpperPower;
    out.logDensity = logPower + a * logOf(x, y) + Math.log(b);
    if (y <= 0.5 && a * y <= 1) return byPower("upper", logPower, powerSum(b, a, y), out);
  }
  if (a <= 1) {
    const logPower = a * logOf(x, y) - constants.logLowerPower;
    out.logDensity = logPower + b * logOf(y, x) + Math.log(a);
    if (x <= 0.5 && b * x <= 1) return byPower("lower", logPower, powerSum(a, b, x), out);
  }
  return byFraction(constants, x, y, out);
}

function byFraction(constants: BetaConstants, x: number, y: number, out: ScaledTail): ScaledTail {
  const { a, b } = constants;
  return out.drift >= 0
    ? byDensity("lower", betaFraction(a, b, x, y, out.drift), out)
    : byDensity("upper", betaFraction(b, a, y, x, -out.drift), out);
}

/** Minus the exponent of the density by the log odds: Loader's two deviances. */
function betaDeviance(a: number, b: number, x: number, y: number, drift: number): number {
  const n = a + b;
  return devianceTerm(a, n * x, drift) + devianceTerm(b, n * y, -drift);
}

/** ln of the density by the log odds, x^a y^b/B(a, b). */
export function betaLogDensity(constants: BetaConstants, x: number, y: number, drift: number): number {
  const { a, b } = constants;
  if (b <= 1) return b * logOf(y, x) - constants.logUpperPower + a * logOf(x, y) + Math.log(b);
  if (a <= 1) return a * logOf(x, y) - constants.logLowerPower + b * logOf(y, x) + Math.log(a);
  return constants.logPeak - betaDeviance(a, b, x, y, drift);
}

/**
 * Evaluates both tails of the regularised incomplete beta function of one pair of parameters.
 *
 * A parameter ≤ 1 near its own end: the power series, whose complement is taken by expm1; large parameters about the
 * mean: the uniform expansion; else a continued fraction for the tail on this side of the mean.
 *
 * @param x In (0, 1).
 * @param y 1 − x, in (0, 1).
 * @param drift ay − bx, given apart so that it keeps its digits where x is near the mean.
 * @see DLMF 8.17.7 (power series), 8.17.4 (symmetry), 8.18.9 (uniform expansion); Didonato & Morris (1992), ACM Trans
 * Math Softw 18:360–373, doi:10.1145/131766.131776; Loader (2000), equation 3, for the density.
 */
export function betaTail(
  constants: BetaConstants,
  x: number,
  y: number,
  drift: number,
  out: ScaledTail,
): ScaledTail {
  const { a, b, uniform } = constants;
  out.drift = drift;
  if (a <= 1 || b <= 1) return smallParameter(constants, x, y, out);
  const deviance = betaDeviance(a, b, x, y, drift);
  out.logDensity = constants.logPeak - deviance;
  const m = (a / (a + b)) * b;
  if (uniform === null || deviance > 0.5 * REACH * REACH * m) return byFraction(constants, x, y, out);
  return drift >= 0
    ? byDensity("lower", uniformTailRatio(uniform, m, deviance, -1), out)
    : byDensity("upper", uniformTailRatio(uniform, m, deviance, 1), out);
}
