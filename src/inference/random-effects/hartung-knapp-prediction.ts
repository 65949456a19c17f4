import { hartungKnapp } from "./hartung-knapp.ts";
import { type PredictionInterval, symmetricPrediction } from "./prediction-interval.ts";

/**
 * By t with k − 1 degrees of freedom and Hartung and Knapp's standard error.
 *
 * @see Partlett & Riley (2017), Stat Med 36:301–317. doi:10.1002/sim.7140
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { prediction: hartungKnappPrediction }).estimates[1]?.upper; // 24.3
 */
export const hartungKnappPrediction: PredictionInterval = symmetricPrediction({
  name: "hartung-knapp",
  label: "Hartung–Knapp, k − 1 degrees of freedom",
  reference: "Partlett & Riley (2017), doi:10.1002/sim.7140",
  mean: hartungKnapp,
  degreesOfFreedom: (left) => left,
});
