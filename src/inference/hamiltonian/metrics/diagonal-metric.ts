import { type EuclideanMetric, type MetricKind, shrinkage } from "./euclidean-metric.ts";

function create(dimension: number): EuclideanMetric {
  const inverse = new Float64Array(dimension).fill(1);
  const scale = new Float64Array(dimension).fill(1);
  const mean = new Float64Array(dimension);
  const squares = new Float64Array(dimension);
  let n = 0;
  return {
    velocity(momentum, out) {
      for (let i = 0; i < dimension; i++) out[i] = inverse[i]! * momentum[i]!;
    },
    drawMomentum(stream, out) {
      for (let i = 0; i < dimension; i++) out[i] = stream.normal() / scale[i]!;
    },
    observe(position) {
      n++;
      for (let i = 0; i < dimension; i++) {
        const before = position[i]! - mean[i]!;
        mean[i]! += before / n;
        squares[i]! += before * (position[i]! - mean[i]!);
      }
    },
    adapt() {
      if (n < 2) return;
      const { sample, unit } = shrinkage(n);
      for (let i = 0; i < dimension; i++) {
        inverse[i] = (sample * squares[i]!) / (n - 1) + unit;
        scale[i] = Math.sqrt(inverse[i]!);
      }
      mean.fill(0);
      squares.fill(0);
      n = 0;
    },
    inverse: () => inverse.slice(),
  };
}

/** A metric of one variance for each coordinate: the default. */
export const diagonalMetric: MetricKind = {
  name: "diagonal",
  reference:
    "Carpenter et al. (2017), J Stat Softw 76:1, section 3.1; variances by Welford (1962), Technometrics 4:419–420",
  create,
};
