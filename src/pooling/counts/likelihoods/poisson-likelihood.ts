import { logGamma } from "../../../math/special/log-gamma.ts";
import type { PredictorLikelihood } from "./predictor-likelihood.ts";

/**
 * Poisson log likelihood of x events in a time at risk, by the log of the rate per unit of that time.
 *
 * @see McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., section 6.2 (with the log of the time as an offset).
 */
export function poissonLikelihood(x: number, time: number): PredictorLikelihood {
  const constant = x * Math.log(time) - logGamma(x + 1);
  return {
    at(predictor) {
      const expected = time * Math.exp(predictor);
      return { value: constant + x * predictor - expected, slope: x - expected, curvature: -expected };
    },
    alone:
      x === 0
        ? { logLikelihood: 0, estimate: null, variance: null, extreme: "lowest" }
        : {
            logLikelihood: x * Math.log(x) - x - logGamma(x + 1),
            estimate: Math.log(x / time),
            variance: 1 / x,
            extreme: null,
          },
  };
}
