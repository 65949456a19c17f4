import { bootstrapPrediction } from "./bootstrap-prediction.ts";
import { hartungKnappMinusTwoPrediction } from "./hartung-knapp-minus-two-prediction.ts";
import { hartungKnappPrediction } from "./hartung-knapp-prediction.ts";
import { normalPrediction } from "./normal-prediction.ts";
import type { PredictionInterval } from "./prediction-interval.ts";
import { studentTMinusTwoPrediction } from "./student-t-minus-two-prediction.ts";
import { studentTPrediction } from "./student-t-prediction.ts";

/** Every prediction interval, the default first. */
export const predictionIntervals: readonly PredictionInterval[] = [
  studentTPrediction,
  studentTMinusTwoPrediction,
  hartungKnappPrediction,
  hartungKnappMinusTwoPrediction,
  normalPrediction,
  bootstrapPrediction(),
];

export type { BootstrapPredictionOptions } from "./bootstrap-prediction.ts";
export type { PredictionInterval, PredictionLimits } from "./prediction-interval.ts";
export {
  bootstrapPrediction,
  hartungKnappMinusTwoPrediction,
  hartungKnappPrediction,
  normalPrediction,
  studentTMinusTwoPrediction,
  studentTPrediction,
};
