import { drawGamma, randomStream } from "../../dist/math/index.js";
import {
  bootstrapPrediction,
  meanIntervals,
  predictionIntervals,
  tauSquaredIntervals,
} from "../../dist/pooling/index.js";

/** Numbers of series and variances between them: none, about that of an estimate, and four times as much. */
export const sizes = [2, 3, 5, 10];
export const tauSquares = [0, 1, 4];

/** What is asked of each pool. A bootstrap of fewer draws than the default: its limits vary more, by a few percent of their width. */
const predictions = [...predictionIntervals.slice(0, -1), bootstrapPrediction({ draws: 1024 })];
export const methods = { means: meanIntervals, tauSquared: tauSquaredIntervals, predictions };

/** The true mean of every pool. */
export const MEAN = 0;

/** One pool of a cell: sampling variances are .1 more than gamma variables with shape 3 and mean 1. */
export function simulatedPool(k, tauSquared, index) {
  const stream = randomStream(20_040_601, k, tauSquared, index);
  return Array.from({ length: k }, () => {
    const variance = 0.1 + drawGamma(stream, 3) / 3;
    return { estimate: MEAN + Math.sqrt(variance + tauSquared) * stream.normal(), variance };
  });
}
