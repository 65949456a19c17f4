import { shortNumber } from "../short-number.ts";
import { checkPositive, type TauPrior } from "./tau-prior.ts";

/**
 * Uniform prior of τ from 0 to a limit.
 *
 * @param upper Limit, in units of the effects; > 0 and finite, so that the prior is proper.
 * @throws {RangeError} when the limit is not positive and finite.
 * @see Gelman (2006), Bayesian Anal 1:515–534 doi:10.1214/06-BA117A
 * @example
 * uniform(4).median; // 2
 */
export function uniform(upper: number): TauPrior {
  checkPositive("uniform", "upper", upper);
  const logDensity = -Math.log(upper);
  return {
    name: "uniform",
    label: `Uniform from 0 to ${shortNumber(upper)}`,
    parameters: { upper },
    reference: "Gelman (2006), doi:10.1214/06-BA117A",
    upper,
    tailPower: Infinity,
    median: 0.5 * upper,
    logDensity: (tau) => (tau <= upper ? logDensity : -Infinity),
  };
}
