export { mean } from "./mean.ts";
export { median, medianAbsoluteDeviation, sampleQuantile, sortedQuantile } from "./sample-quantile.ts";
export { sampleStandardDeviation, sampleVariance } from "./sample-variance.ts";
export { sum } from "./sum.ts";
