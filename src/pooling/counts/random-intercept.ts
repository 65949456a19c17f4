import type { PredictorLikelihood } from "./likelihoods/predictor-likelihood.ts";
import type { RandomEffectQuadrature } from "./quadrature-rule.ts";
import { randomEffectIntegral } from "./random-effect-integral.ts";
import type { SeriesLikelihood } from "./series-likelihood.ts";

/** A series whose own predictor is normal around the mean, with the spread as its standard deviation. */
export function randomIntercept(
  likelihood: PredictorLikelihood,
  { rule }: RandomEffectQuadrature,
): SeriesLikelihood {
  return {
    value: (mean, spread) => randomEffectIntegral(likelihood, mean, Math.abs(spread), rule),
    information: (mean) => -likelihood.at(mean).curvature,
    alone: likelihood.alone,
  };
}
