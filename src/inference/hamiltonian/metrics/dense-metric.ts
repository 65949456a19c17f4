import { choleskyInPlace } from "../../../math/linear/cholesky.ts";
import { zeros } from "../../../math/linear/matrix.ts";
import { solveLowerTransposed } from "../../../math/linear/triangular.ts";
import { type EuclideanMetric, type MetricKind, shrinkage } from "./euclidean-metric.ts";

/** Mean and sums of products of the positions so far. */
function runningCovariance(dimension: number) {
  const mean = new Float64Array(dimension);
  const before = new Float64Array(dimension);
  const products = new Float64Array(dimension * dimension);
  let n = 0;
  return {
    observe(position: Float64Array): void {
      n++;
      for (let i = 0; i < dimension; i++) {
        before[i] = position[i]! - mean[i]!;
        mean[i]! += before[i]! / n;
      }
      for (let i = 0; i < dimension; i++) {
        const after = position[i]! - mean[i]!;
        for (let j = 0; j <= i; j++) products[i * dimension + j]! += after * before[j]!;
      }
    },
    nObserved: (): number => n,
    /** The covariance, drawn towards the unit matrix, into a symmetric `out`. */
    estimate(out: Float64Array): void {
      const { sample, unit } = shrinkage(n);
      for (let i = 0; i < dimension; i++) {
        for (let j = 0; j <= i; j++) {
          const value = (sample * products[i * dimension + j]!) / (n - 1) + (i === j ? unit : 0);
          out[i * dimension + j] = value;
          out[j * dimension + i] = value;
        }
      }
    },
    restart(): void {
      mean.fill(0);
      products.fill(0);
      n = 0;
    },
  };
}

function create(dimension: number): EuclideanMetric {
  let inverse = zeros(dimension, dimension);
  let factor = zeros(dimension, dimension);
  for (let i = 0; i < dimension; i++) inverse.values[i * (dimension + 1)] = 1;
  for (let i = 0; i < dimension; i++) factor.values[i * (dimension + 1)] = 1;
  const covariance = runningCovariance(dimension);
  return {
    velocity(momentum, out) {
      for (let i = 0, next = 0; i < dimension; i++) {
        let sum = 0;
        for (let j = 0; j < dimension; j++) sum += inverse.values[next++]! * momentum[j]!;
        out[i] = sum;
      }
    },
    drawMomentum(stream, out) {
      for (let i = 0; i < dimension; i++) out[i] = stream.normal();
      solveLowerTransposed(factor, out);
    },
    observe: covariance.observe,
    adapt() {
      if (covariance.nObserved() < 2) return;
      const estimate = zeros(dimension, dimension);
      covariance.estimate(estimate.values);
      const root = { ...estimate, values: estimate.values.slice() };
      if (choleskyInPlace(root)) {
        inverse = estimate;
        factor = root;
      }
      covariance.restart();
    },
    inverse: () => inverse.values.slice(),
  };
}

/** A metric of the full covariance: for targets whose coordinates are strongly correlated. */
export const denseMetric: MetricKind = {
  name: "dense",
  reference:
    "Carpenter et al. (2017), J Stat Softw 76:1, section 3.1; Betancourt (2017), arXiv:1701.02434, section 4.2",
  create,
};
