import { hartungKnappPrediction } from "../../inference/random-effects/hartung-knapp-prediction.ts";
import type { PredictionInterval } from "../../inference/random-effects/prediction-interval.ts";
import { bootstrapPrediction } from "./bootstrap-prediction.ts";
import { hartungKnappMinusTwoPrediction } from "./hartung-knapp-minus-two-prediction.ts";
import { normalPrediction } from "./normal-prediction.ts";
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

export type {
  PredictionInterval,
  PredictionLimits,
} from "../../inference/random-effects/prediction-interval.ts";
export type { BootstrapPredictionOptions } from "./bootstrap-prediction.ts";
export {
  bootstrapPrediction,
  hartungKnappMinusTwoPrediction,
  hartungKnappPrediction,
  normalPrediction,
  studentTMinusTwoPrediction,
  studentTPrediction,
};
