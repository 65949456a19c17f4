import { logGamma } from "../../../math/special/log-gamma.ts";
import { shortNumber } from "../short-number.ts";
import { checkPositive, type TauPrior } from "./tau-prior.ts";

/**
 * Log-t prior of τ: ln τ is t-distributed about a location, with a scale. Its tails are so heavy that one or two series leave τ
 * no mean.
 *
 * @param location Of ln τ, τ in units of the effects. Where a paper gives that of ln τ², half of it.
 * @param scale Of ln τ; > 0. Where a paper gives that of ln τ², half of it.
 * @param degreesOfFreedom At least 3.
 * @throws {RangeError} when a parameter is out of range.
 * @see Rhodes, Turner & Higgins (2015), J Clin Epidemiol 68:52–60. doi:10.1016/j.jclinepi.2014.08.012
 * @example
 * logT(-1.72, 1.295, 5).median; // 0.17906614791149322
 */
export function logT(location: number, scale: number, degreesOfFreedom: number): TauPrior {
  if (!Number.isFinite(location))
    throw new RangeError(`The log-t prior of τ needs a finite location, got ${location}`);
  checkPositive("log-t", "scale", scale);
  if (!(degreesOfFreedom >= 3 && degreesOfFreedom < Infinity))
    throw new RangeError(
      `The log-t prior of τ needs degreesOfFreedom of at least 3, got ${degreesOfFreedom}`,
    );
  const power = 0.5 * (degreesOfFreedom + 1);
  const logConstant =
    logGamma(power) -
    logGamma(0.5 * degreesOfFreedom) -
    0.5 * Math.log(Math.PI * degreesOfFreedom) -
    Math.log(scale);
  return {
    name: "log-t",
    label: `Log-t, ln τ ${shortNumber(location)}, scale ${shortNumber(scale)}, ${shortNumber(degreesOfFreedom)} degrees of freedom`,
    parameters: { location, scale, degreesOfFreedom },
    reference: "Rhodes et al. (2015), doi:10.1016/j.jclinepi.2014.08.012",
    upper: Infinity,
    tailPower: 1,
    median: Math.exp(location),
    logDensity: (tau) => {
      const logTau = Math.log(tau);
      return logConstant - logTau - power * Math.log1p(((logTau - location) / scale) ** 2 / degreesOfFreedom);
    },
  };
}
