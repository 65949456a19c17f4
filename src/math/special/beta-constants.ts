import { logGammaOnePlus } from "./log-gamma.ts";
import { logGammaDifference } from "./log-gamma-difference.ts";
import { LOG_SQRT_2PI } from "./mills-ratio.ts";
import { stirlingError } from "./stirling-error.ts";
import { uniformCoefficients } from "./uniform-tail.ts";

/** From this ab/(a + b) on the uniform expansion serves about the mean, with so many terms. */
const LARGE = 1000;
const TERMS = 14;

/** What the incomplete beta function of one pair of parameters needs at every x. */
export interface BetaConstants {
  a: number;
  b: number;
  /** Where a ≤ 1: ln[a B(a, b)], small with a. */
  logLowerPower: number;
  /** Where b ≤ 1: ln[b B(a, b)], small with b. */
  logUpperPower: number;
  /** Where both exceed 1: ln of the density by the log odds at the mean. */
  logPeak: number;
  /** Where both are large: the coefficients of the uniform expansion. */
  uniform: Float64Array | null;
}

/**
 * @see DLMF 5.12.1; the peak is Loader (2000), equation 3, written for the beta density.
 */
export function betaConstants(a: number, b: number): BetaConstants {
  const logLowerPower = a <= 1 ? logGammaOnePlus(a) - logGammaDifference(b, a) : 0;
  const logUpperPower = b <= 1 ? logGammaOnePlus(b) - logGammaDifference(a, b) : 0;
  if (a <= 1 || b <= 1) return { a, b, logLowerPower, logUpperPower, logPeak: 0, uniform: null };
  const n = a + b;
  const m = (a / n) * b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const logPeak = errors - LOG_SQRT_2PI + 0.5 * Math.log(m);
  const uniform = m < LARGE ? null : uniformCoefficients((b - a) / n, m / n, TERMS);
  return { a, b, logLowerPower, logUpperPower, logPeak, uniform };
}

/** ln B(a, b) from the constants. */
export function logBetaOf(constants: BetaConstants): number {
  const { a, b, logLowerPower, logUpperPower, logPeak } = constants;
  if (a <= 1) return logLowerPower - Math.log(a);
  if (b <= 1) return logUpperPower - Math.log(b);
  const n = a + b;
  const logX = a < b ? Math.log(a / n) : Math.log1p(-b / n);
  const logY = a < b ? Math.log1p(-a / n) : Math.log(b / n);
  return a * logX + b * logY - logPeak;
}

/**
 * ln B(a, b).
 *
 * @returns Absolute error below 4e-15 (1 + |ln B|).
 * @throws {RangeError} when a or b is not positive and finite.
 * @see DLMF 5.12.1.
 * @example
 * logBeta(2, 3); // ln 1/12
 */
export function logBeta(a: number, b: number): number {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`logBeta needs a finite a > 0, got ${a}`);
  if (!(b > 0 && b < Infinity)) throw new RangeError(`logBeta needs a finite b > 0, got ${b}`);
  return logBetaOf(betaConstants(a, b));
}
