import { normalInterval } from "../../inference/random-effects/normal-interval.ts";
import {
  type PredictionInterval,
  symmetricPrediction,
} from "../../inference/random-effects/prediction-interval.ts";

/**
 * By the normal distribution, as if τ² were known: too narrow with few series.
 *
 * @see Higgins, Thompson &
 * Spiegelhalter (2009), J R Stat Soc A 172:137–159 (with τ² known). doi:10.1111/j.1467-985X.2008.00552.x
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { prediction: normalPrediction }).estimates[1]?.upper; // 1.81
 */
export const normalPrediction: PredictionInterval = symmetricPrediction({
  name: "z",
  label: "Normal (z)",
  reference: "Higgins, Thompson & Spiegelhalter (2009), doi:10.1111/j.1467-985X.2008.00552.x",
  mean: normalInterval,
  degreesOfFreedom: () => Infinity,
});
