import { shortNumber } from "../short-number.ts";
import { checkPositive, type TauPrior } from "./tau-prior.ts";

/**
 * Half-Cauchy prior of τ: half of it lies above its scale, a tenth above six times as much, so that data that differ a lot are
 * believed. With two series and a flat prior of the mean, the standard deviation of the mean does not exist.
 *
 * @param scale Median of τ, in units of the effects; > 0.
 * @throws {RangeError} when the scale is not positive and finite.
 * @see Gelman (2006), Bayesian Anal 1:515–534 doi:10.1214/06-BA117A
 * @example
 * halfCauchy(25).median; // 25
 */
export function halfCauchy(scale: number): TauPrior {
  checkPositive("half-Cauchy", "scale", scale);
  const logConstant = Math.log(2 / Math.PI) - Math.log(scale);
  return {
    name: "half-cauchy",
    label: `Half-Cauchy, scale ${shortNumber(scale)}`,
    parameters: { scale },
    reference: "Gelman (2006), doi:10.1214/06-BA117A",
    upper: Infinity,
    tailPower: 2,
    median: scale,
    logDensity: (tau) => logConstant - Math.log1p((tau / scale) ** 2),
  };
}
