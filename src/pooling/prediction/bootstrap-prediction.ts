import { residualDegrees } from "../../inference/random-effects/effect-data.ts";
import type { PredictionInterval } from "../../inference/random-effects/prediction-interval.ts";
import type { RandomEffectsFit } from "../../inference/random-effects/random-effects-fit.ts";
import { fitAt } from "../../inference/random-effects/weighted-fit.ts";
import { sortedQuantile } from "../../math/descriptive/sample-quantile.ts";
import { studentT } from "../../math/distributions/student-t.ts";
import { sobolPoints } from "../../math/random/sobol.ts";
import { normalQuantile } from "../../math/special/normal-quantile.ts";
import { confidenceDistribution } from "./confidence-distribution.ts";

/** How the bootstrap is run. */
export interface BootstrapPredictionOptions {
  /** Draws, a power of two; 16,384. */
  draws?: number;
}

/** Effects of further series, one for each draw of τ², of the mean and of the series, in order of size. */
function drawnEffects({ data }: RandomEffectsFit, draws: number, seed: number): Float64Array {
  const degrees = residualDegrees(data);
  const tauSquaredAt = confidenceDistribution(data, 0.25 / draws);
  const { values } = sobolPoints(draws, 3, seed);
  const effects = new Float64Array(draws);
  for (let b = 0; b < draws; b++) {
    const tauSquared = tauSquaredAt(values[3 * b]!);
    const { coefficients, covariance, q } = fitAt(data, tauSquared);
    const meanError = Math.sqrt((q / degrees) * covariance.values[0]!);
    effects[b] =
      coefficients[0]! +
      normalQuantile(values[3 * b + 1]!) * Math.sqrt(tauSquared) +
      studentT.quantile(values[3 * b + 2]!, degrees) * meanError;
  }
  return effects.sort();
}

/**
 * Prediction by a parametric bootstrap: τ² from its confidence distribution, so that not knowing it widens the interval, the
 * mean by Hartung and Knapp at that τ². It does not use the estimator of τ² chosen for the pool, and does not collapse where
 * that is 0. The draws are scrambled Sobol points: limits vary with the seed by a quarter or so of the Monte-Carlo error of as
 * many independent draws.
 *
 * @throws {RangeError} when the draws are not a power of two from 256 to 2²⁰, or there are moderators.
 * @see Nagashima, Noma & Furukawa (2019), Stat Methods Med Res 28:1689–1702. doi:10.1177/0962280218773520
 * @example
 * bootstrapPrediction({ draws: 1024 }).name; // "bootstrap"
 */
export function bootstrapPrediction({ draws = 16_384 }: BootstrapPredictionOptions = {}): PredictionInterval {
  if (!(Number.isInteger(Math.log2(draws)) && draws >= 256 && draws <= 2 ** 20))
    throw new RangeError(`draws must be a power of two from 256 to 1048576, got ${draws}`);
  return {
    name: "bootstrap",
    label: "Parametric bootstrap",
    reference: "Nagashima, Noma & Furukawa (2019), doi:10.1177/0962280218773520",
    usesSeed: true,
    usesTauSquared: false,
    predict(fit, level, seed) {
      if (fit.data.design.columns !== 1)
        throw new RangeError("The bootstrap prediction interval needs a shared mean, without moderators");
      const effects = drawnEffects(fit, draws, seed);
      const tail = 0.5 * (1 - level);
      return { lower: sortedQuantile(effects, tail), upper: sortedQuantile(effects, 1 - tail) };
    },
  };
}
