import { linearEstimator } from "./linear-estimator.ts";
import type { MissingSeriesEstimator } from "./missing-series-estimator.ts";
import { quadraticEstimator } from "./quadratic-estimator.ts";
import { runEstimator } from "./run-estimator.ts";

/** Every way to tell how many series are missing, the default first. */
export const missingSeriesEstimators: readonly MissingSeriesEstimator[] = [
  linearEstimator,
  runEstimator,
  quadraticEstimator,
];

export type { MissingSeries, MissingSeriesEstimator } from "./missing-series-estimator.ts";
export { linearEstimator, quadraticEstimator, runEstimator };
