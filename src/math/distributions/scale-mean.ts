import { devianceTerm } from "../special/deviance.ts";
import { LOG_SQRT_2PI } from "../special/mills-ratio.ts";
import { stirlingError } from "../special/stirling-error.ts";
import { integratePeak } from "./integrate-peak.ts";

/** Beyond these degrees of freedom S is 1 to more digits than a double has. */
export const SURE_SCALE = 1e30;

/** Logarithms below this are known to whole numbers at best; the probability itself is 0. */
const NEGLIGIBLE = -1e14;

/** ½(s² e^2u − s²) − s²u: what the density of ln S loses to the side of s, without cancellation near s. */
function excess(s: number, u: number): number {
  const square = s * s;
  if (Math.abs(u) < 0.15) {
    const rise = Math.expm1(2 * u);
    return 0.5 * square * devianceTerm(1, 1 + rise, -rise);
  }
  return 0.5 * ((s * Math.exp(u)) ** 2 - square) - square * u;
}

/** ln of the density of ln S at S = s, by Loader's saddle-point form. */
function logDensity(s: number, degreesOfFreedom: number): number {
  const a = 0.5 * degreesOfFreedom;
  const difference = a * (1 - s) * (1 + s);
  const deviance = s < 0.5 ? -2 * a * Math.log(s) - difference : devianceTerm(a, a * s * s, difference);
  return Math.LN2 + 0.5 * Math.log(a) - LOG_SQRT_2PI - stirlingError(a) - deviance;
}

/**
 * ln E[g(S)] for S = √(χ²/ν), the estimate of a standard deviation of 1, with relative accuracy however small the mean.
 *
 * Integrates over u = ln(S/s) about the peak s of g times the density. All exponents are taken relative to the peak, so
 * that large ν and far tails lose no digits.
 *
 * @param degreesOfFreedom ν, > 0 and at most SURE_SCALE.
 * @param s Where g(S) times the density of ln S is largest, to a fraction of its width.
 * @param width Narrowest feature of that peak in ln S.
 * @param logG ln g(s e^u), −∞ where g is 0.
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities", section 5 (gamma density).
 */
export function logScaleMean(
  degreesOfFreedom: number,
  s: number,
  width: number,
  logG: (u: number) => number,
): number {
  const nu = degreesOfFreedom;
  const tilt = nu * (1 - s) * (1 + s);
  const atPeak = logG(0);
  const logPeak = logDensity(s, nu) + atPeak;
  if (logPeak < NEGLIGIBLE) return logPeak; // whose rounding error the integral's logarithm can't reach
  const integral = integratePeak((u) => Math.exp(tilt * u - nu * excess(s, u) + (logG(u) - atPeak)), width);
  return logPeak + Math.log(integral);
}
