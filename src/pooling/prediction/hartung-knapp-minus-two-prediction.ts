import { hartungKnapp } from "../../inference/random-effects/hartung-knapp.ts";
import {
  type PredictionInterval,
  symmetricPrediction,
} from "../../inference/random-effects/prediction-interval.ts";

/**
 * By t with k − 2 degrees of freedom and Hartung and Knapp's standard error: not defined for two series.
 *
 * @see Partlett & Riley (2017), Stat Med 36:301–317. doi:10.1002/sim.7140
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { prediction: hartungKnappMinusTwoPrediction }).estimates[1]?.upper; // null
 */
export const hartungKnappMinusTwoPrediction: PredictionInterval = symmetricPrediction({
  name: "hartung-knapp-minus-two",
  label: "Hartung–Knapp, k − 2 degrees of freedom",
  reference: "Partlett & Riley (2017), doi:10.1002/sim.7140",
  mean: hartungKnapp,
  degreesOfFreedom: (left) => left - 1,
});
