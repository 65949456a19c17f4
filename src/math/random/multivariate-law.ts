import type { Matrix } from "../linear/matrix.ts";
import type { RandomStream } from "./random-stream.ts";

/** A law of several variables to draw from and to weigh by, such as the proposal of an importance sampler. */
export interface MultivariateLaw {
  dimension: number;
  /** How many uniforms make one draw. */
  nUniforms: number;
  /** The draw that a point of the unit cube stands for, such as a Sobol point; coordinates in (0, 1). */
  at(uniforms: ArrayLike<number>, out?: Float64Array): Float64Array;
  /** A random draw, into `out` where it is given. */
  draw(stream: RandomStream, out?: Float64Array): Float64Array;
  /** ln density, normalised. */
  logDensity(x: ArrayLike<number>): number;
  /** Compiles the density in units of e^logUnit, for sums over many laws; 0 where it is below the smallest number. */
  densityIn(logUnit: number): (x: ArrayLike<number>) => number;
}

/** A location and the lower Cholesky factor L of a scale matrix L Lᵀ. */
export interface Affine {
  dimension: number;
  /** ln |L| */
  logDeterminant: number;
  /** location + L · (factor · z), into `out`. */
  apply(z: Float64Array, factor: number, out: Float64Array): Float64Array;
  /** |L⁻¹ (x − location)|² */
  squaredDistance(x: ArrayLike<number>): number;
}

function checkShape(name: string, location: ArrayLike<number>, factor: Matrix): void {
  const d = location.length;
  if (d < 1) throw new RangeError(`${name} needs at least 1 dimension, got 0`);
  if (factor.rows !== d || factor.columns !== d) {
    throw new RangeError(`${name} needs a factor of ${d} × ${d}, got ${factor.rows} × ${factor.columns}`);
  }
  for (let i = 0; i < d; i++) {
    if (!Number.isFinite(location[i]!))
      throw new RangeError(`${name} needs a finite location, got ${location[i]} at ${i}`);
    for (let j = 0; j <= i; j++) {
      const value = factor.values[i * d + j]!;
      if (!Number.isFinite(value) || (i === j && !(value > 0))) {
        throw new RangeError(`${name} needs a Cholesky factor, got ${value} at ${i}, ${j}`);
      }
    }
  }
}

/** The inverse of a lower triangular matrix, row by row without the zeros. */
function packedInverse(l: Float64Array, d: number): Float64Array {
  const inverse = new Float64Array((d * (d + 1)) / 2);
  const at = (i: number, j: number): number => (i * (i + 1)) / 2 + j;
  for (let i = 0; i < d; i++) {
    inverse[at(i, i)] = 1 / l[i * d + i]!;
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum += l[i * d + k]! * inverse[at(k, j)]!;
      inverse[at(i, j)] = -sum / l[i * d + i]!;
    }
  }
  return inverse;
}

/** A packed lower triangular matrix times a vector. */
function timesPacked(matrix: Float64Array, x: Float64Array): Float64Array {
  let next = 0;
  return x.map((_, i) => {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += matrix[next++]! * x[j]!;
    return sum;
  });
}

/** Checks a location and a Cholesky factor once, for all that is computed with them. */
export function affine(name: string, location: ArrayLike<number>, factor: Matrix): Affine {
  checkShape(name, location, factor);
  const d = location.length;
  const center = Float64Array.from(location);
  const l = Float64Array.from(factor.values);
  const inverse = packedInverse(l, d);
  const whitened = timesPacked(inverse, center);
  let logDeterminant = 0;
  for (let i = 0; i < d; i++) logDeterminant += Math.log(l[i * d + i]!);
  return {
    dimension: d,
    logDeterminant,
    apply(z, scale, out) {
      for (let i = d - 1; i >= 0; i--) {
        let sum = 0;
        for (let j = 0; j <= i; j++) sum += l[i * d + j]! * z[j]!;
        out[i] = center[i]! + scale * sum;
      }
      return out;
    },
    squaredDistance(x) {
      let square = 0;
      let next = 0;
      for (let i = 0; i < d; i++) {
        let away = -whitened[i]!;
        for (let j = 0; j <= i; j++) away += inverse[next++]! * x[j]!;
        square += away * away;
      }
      return square;
    },
  };
}

/** A draw from as many uniforms as the law takes. */
export function drawBy(at: MultivariateLaw["at"], nUniforms: number): MultivariateLaw["draw"] {
  const uniforms = new Float64Array(nUniforms);
  return (stream, out) => {
    for (let i = 0; i < nUniforms; i++) uniforms[i] = stream.uniform();
    return at(uniforms, out);
  };
}
