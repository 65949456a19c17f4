import type { RandomStream } from "../../../math/random/random-stream.ts";

/** The mass matrix of one chain: its inverse is an estimate of the target's covariance, learnt while warming up. */
export interface EuclideanMetric {
  /** Inverse metric times a momentum, into `out`. */
  velocity(momentum: Float64Array, out: Float64Array): void;
  /** Draws a momentum from the normal law whose covariance is the metric, into `out`. */
  drawMomentum(stream: RandomStream, out: Float64Array): void;
  /** Takes a draw into the running estimate. */
  observe(position: Float64Array): void;
  /** Puts the estimate in use, and starts a new one. */
  adapt(): void;
  /** What is in use, by rows where it is a matrix. */
  inverse(): Float64Array;
}

/** A kind of metric; a value that is passed in. */
export interface MetricKind {
  name: string;
  reference: string;
  /** The unit metric of one chain. */
  create(dimension: number): EuclideanMetric;
}

/** Weight of the sample in an estimate from n draws: n/(n + 5); the rest is 1e-3 times the unit matrix. */
export function shrinkage(nObserved: number): { sample: number; unit: number } {
  return { sample: nObserved / (nObserved + 5), unit: (1e-3 * 5) / (nObserved + 5) };
}
