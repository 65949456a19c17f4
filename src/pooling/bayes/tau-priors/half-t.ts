import { studentT } from "../../../math/distributions/student-t.ts";
import { logGamma } from "../../../math/special/log-gamma.ts";
import { shortNumber } from "../short-number.ts";
import { checkPositive, type TauPrior } from "./tau-prior.ts";

/**
 * Half-t prior of τ: τ is the size of a t-distributed number times a scale; between half-Cauchy (1 degree of freedom) and
 * half-normal (many).
 *
 * @param scale In units of the effects; > 0.
 * @param degreesOfFreedom At least 1.
 * @throws {RangeError} when a parameter is out of range.
 * @see Gelman (2006), Bayesian Anal 1:515–534 doi:10.1214/06-BA117A
 * @example
 * halfT(1, 4).median; // 0.7406970841126825
 */
export function halfT(scale: number, degreesOfFreedom: number): TauPrior {
  checkPositive("half-t", "scale", scale);
  if (!(degreesOfFreedom >= 1 && degreesOfFreedom < Infinity))
    throw new RangeError(
      `The half-t prior of τ needs degreesOfFreedom of at least 1, got ${degreesOfFreedom}`,
    );
  const power = 0.5 * (degreesOfFreedom + 1);
  const logConstant =
    Math.LN2 +
    logGamma(power) -
    logGamma(0.5 * degreesOfFreedom) -
    0.5 * Math.log(Math.PI * degreesOfFreedom) -
    Math.log(scale);
  return {
    name: "half-t",
    label: `Half-t, scale ${shortNumber(scale)}, ${shortNumber(degreesOfFreedom)} degrees of freedom`,
    parameters: { scale, degreesOfFreedom },
    reference: "Gelman (2006), doi:10.1214/06-BA117A",
    upper: Infinity,
    tailPower: degreesOfFreedom + 1,
    median: scale * studentT.quantile(0.75, degreesOfFreedom),
    logDensity: (tau) => logConstant - power * Math.log1p((tau / scale) ** 2 / degreesOfFreedom),
  };
}
