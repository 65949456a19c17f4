export { effectiveSampleSize } from "./effective-sample-size.ts";
export {
  fitGeneralizedPareto,
  type GeneralizedPareto,
  generalizedParetoQuantile,
} from "./generalized-pareto.ts";
export { type LogMeanWeight, logMeanWeight } from "./log-mean-weight.ts";
export { normalizedWeights } from "./normalized-weights.ts";
export {
  type NoParetoShape,
  paretoShapeLimit,
  paretoSmoothedWeights,
  type SmoothedWeights,
} from "./pareto-smoothing.ts";
export { sortedOrder } from "./sorted-order.ts";
export { systematicResample } from "./systematic-resample.ts";
export { type WeightedMean, weightedMean } from "./weighted-mean.ts";
export { weightedQuantile, weightedQuantileError } from "./weighted-quantile.ts";
export { type WeightedSample, weightedSample } from "./weighted-sample.ts";
