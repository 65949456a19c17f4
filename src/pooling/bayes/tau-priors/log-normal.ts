import { LOG_SQRT_2PI } from "../../../math/special/mills-ratio.ts";
import { shortNumber } from "../short-number.ts";
import { checkPositive, type TauPrior } from "./tau-prior.ts";

/**
 * Log-normal prior of τ, the shape of what was found in many earlier meta-analyses.
 *
 * @param logMean Mean of ln τ, τ in units of the effects. Where a paper gives that of ln τ², half of it.
 * @param logStandardDeviation Of ln τ; > 0. Where a paper gives that of ln τ², half of it.
 * @throws {RangeError} when a parameter is out of range.
 * @see Turner, Jackson, Wei, Thompson & Higgins (2015), Stat Med 34:984–998. doi:10.1002/sim.6381
 * @example
 * logNormal(-1.28, 0.87).median; // 0.27803730045319414
 */
export function logNormal(logMean: number, logStandardDeviation: number): TauPrior {
  if (!Number.isFinite(logMean))
    throw new RangeError(`The log-normal prior of τ needs a finite logMean, got ${logMean}`);
  checkPositive("log-normal", "logStandardDeviation", logStandardDeviation);
  const logConstant = -LOG_SQRT_2PI - Math.log(logStandardDeviation);
  return {
    name: "log-normal",
    label: `Log-normal, ln τ ${shortNumber(logMean)} ± ${shortNumber(logStandardDeviation)}`,
    parameters: { logMean, logStandardDeviation },
    reference: "Turner et al. (2015), doi:10.1002/sim.6381",
    upper: Infinity,
    tailPower: Infinity,
    median: Math.exp(logMean),
    logDensity: (tau) => {
      const logTau = Math.log(tau);
      return logConstant - logTau - 0.5 * ((logTau - logMean) / logStandardDeviation) ** 2;
    },
  };
}
