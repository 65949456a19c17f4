import { denseMetric } from "./dense-metric.ts";
import { diagonalMetric } from "./diagonal-metric.ts";
import type { MetricKind } from "./euclidean-metric.ts";

/** Every kind of metric; the first is the default. */
export const metricKinds: readonly MetricKind[] = [diagonalMetric, denseMetric];

export type { EuclideanMetric, MetricKind } from "./euclidean-metric.ts";
export { denseMetric, diagonalMetric };
