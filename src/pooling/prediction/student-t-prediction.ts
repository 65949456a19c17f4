import { normalInterval } from "../../inference/random-effects/normal-interval.ts";
import {
  type PredictionInterval,
  symmetricPrediction,
} from "../../inference/random-effects/prediction-interval.ts";

/**
 * By t with k − 1 degrees of freedom: defined from two series on.
 *
 * @see Veroniki, Jackson, Bender et al. (2019), Res Synth Methods 10:23–43 (k − 1 in place of k − 2). doi:10.1002/jrsm.1319
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { prediction: studentTPrediction }).estimates[1]?.upper; // 24.3
 */
export const studentTPrediction: PredictionInterval = symmetricPrediction({
  name: "t",
  label: "t with k − 1 degrees of freedom",
  reference: "Veroniki, Jackson, Bender et al. (2019), doi:10.1002/jrsm.1319",
  mean: normalInterval,
  degreesOfFreedom: (left) => left,
});
