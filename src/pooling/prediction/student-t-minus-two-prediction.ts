import { normalInterval } from "../../inference/random-effects/normal-interval.ts";
import {
  type PredictionInterval,
  symmetricPrediction,
} from "../../inference/random-effects/prediction-interval.ts";

/**
 * By t with k − 2 degrees of freedom, one lost to τ²: not defined for two series.
 *
 * @see Higgins, Thompson & Spiegelhalter (2009), J R Stat Soc A 172:137–159.
 * doi:10.1111/j.1467-985X.2008.00552.x
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { prediction: studentTMinusTwoPrediction }).estimates[1]?.upper; // null
 */
export const studentTMinusTwoPrediction: PredictionInterval = symmetricPrediction({
  name: "t-minus-two",
  label: "t with k − 2 degrees of freedom",
  reference: "Higgins, Thompson & Spiegelhalter (2009), doi:10.1111/j.1467-985X.2008.00552.x",
  mean: normalInterval,
  degreesOfFreedom: (left) => left - 1,
});
