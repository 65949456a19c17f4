import { gamma } from "../../math/distributions/gamma.ts";

/** A rate with its limits, per unit of exposure. */
export interface PoissonRate {
  rate: number;
  lower: number;
  upper: number;
}

/**
 * A rate of events with exact limits: the rates that neither one-sided Poisson test rejects at half of 1 − level.
 *
 * @param nEvents A whole number from 0.
 * @param exposure Periods or days, > 0.
 * @see Garwood (1936), Biometrika 28:437–442. doi:10.1093/biomet/28.3-4.437
 * @example
 * poissonRate(0, 3, 0.95).upper; // 1.2296, which is −ln(0.025)/3
 */
export function poissonRate(nEvents: number, exposure: number, level: number): PoissonRate {
  const tail = 0.5 * (1 - level);
  return {
    rate: nEvents / exposure,
    lower: nEvents === 0 ? 0 : gamma.quantile(tail, nEvents, 1) / exposure,
    upper: gamma.survivalQuantile(tail, nEvents + 1, 1) / exposure,
  };
}
