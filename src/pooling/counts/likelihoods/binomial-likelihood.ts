import { logBeta } from "../../../math/special/beta-constants.ts";
import type { PredictorLikelihood, SeriesAlone } from "./predictor-likelihood.ts";

/** ln of the number of ways to choose x of n. */
export function logChoose(n: number, x: number): number {
  return x === 0 || x === n ? 0 : -Math.log(n + 1) - logBeta(x + 1, n - x + 1);
}

/** ln(1 + e^x), without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** What x of n events say by themselves of the log odds. */
export function proportionAlone(x: number, n: number): SeriesAlone {
  if (x === 0 || x === n)
    return { logLikelihood: 0, estimate: null, variance: null, extreme: x === 0 ? "lowest" : "highest" };
  const logLikelihood = logChoose(n, x) + x * Math.log(x / n) + (n - x) * Math.log1p(-x / n);
  return { logLikelihood, estimate: Math.log(x / (n - x)), variance: 1 / x + 1 / (n - x), extreme: null };
}

/**
 * Binomial log likelihood of x events among n patients, by the log odds of an event.
 *
 * @see McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., section 4.4.1.
 */
export function binomialLikelihood(x: number, n: number): PredictorLikelihood {
  const constant = logChoose(n, x);
  return {
    at(predictor) {
      const small = Math.exp(-Math.abs(predictor));
      const proportion = predictor >= 0 ? 1 / (1 + small) : small / (1 + small);
      return {
        value: constant - x * softplus(-predictor) - (n - x) * softplus(predictor),
        slope: x - n * proportion,
        curvature: (-n * small) / (1 + small) ** 2,
      };
    },
    alone: proportionAlone(x, n),
  };
}
