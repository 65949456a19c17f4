import { EstimationError } from "../../errors.ts";
import { choleskyInverse } from "../../math/linear/cholesky.ts";
import { choleskyLogDeterminant } from "../../math/linear/log-determinant.ts";
import { type Matrix, times, zeros } from "../../math/linear/matrix.ts";
import { vectors } from "../../math/linear/vectors.ts";
import type { EffectData } from "./effect-data.ts";
import { weightedTriangle } from "./weighted-triangle.ts";

/** The mean fitted by weighted least squares. */
export interface WeightedFit {
  data: EffectData;
  weights: Float64Array;
  coefficients: Float64Array;
  /** (Xᵀ W X)⁻¹: the covariance of the coefficients where the weights are inverse variances. */
  covariance: Matrix;
  /** ln |Xᵀ W X|. */
  logDeterminant: number;
  residuals: Float64Array;
  /** Σ w e²: Cochran's Q at these weights. */
  q: number;
}

/** Xᵀ D X for a diagonal D. */
export function gram(design: Matrix, diagonal: ArrayLike<number>): Matrix {
  const { rows, columns: p, values } = design;
  const product = zeros(p, p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += values[i * p + a]! * values[i * p + b]! * diagonal[i]!;
      product.values[a * p + b] = sum;
      product.values[b * p + a] = sum;
    }
  }
  return product;
}

/** y − x β of one effect. */
function residualAt({ effects, design }: EffectData, coefficients: Float64Array, i: number): number {
  const { columns: p, values } = design;
  let fitted = 0;
  for (let j = 0; j < p; j++) fitted += values[i * p + j]! * coefficients[j]!;
  return effects[i]! - fitted;
}

/** Xᵀ W (y − X β): no vector of residuals is made, since that takes longer than the sums. */
function weightedSums(data: EffectData, weights: Float64Array, coefficients: Float64Array): Float64Array {
  const { columns: p, rows, values } = data.design;
  const sums = new Float64Array(p);
  for (let i = 0; i < rows; i++) {
    const weighted = weights[i]! * residualAt(data, coefficients, i);
    for (let j = 0; j < p; j++) sums[j]! += values[i * p + j]! * weighted;
  }
  return sums;
}

/**
 * Fits the mean of effects by weighted least squares, refined once for each coefficient, so that neither a large
 * common offset nor one series of enormous weight costs digits.
 *
 * @param weights One for each effect, > 0.
 * @param residuals Where the residuals are put; as long.
 * @throws {EstimationError} `not-identifiable` where columns of the design depend on each other.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., section 5.3.2 (normal equations).
 */
export function weightedFit(
  data: EffectData,
  weights: Float64Array,
  residuals: Float64Array = new Float64Array(weights.length),
): WeightedFit {
  const { design } = data;
  const p = design.columns;
  const factor = weightedTriangle(design, weights);
  if (factor === null)
    throw new EstimationError(
      "not-identifiable",
      `Cannot fit the mean of ${design.rows} effects: columns of the design must not depend on each other`,
    );
  const covariance = choleskyInverse(factor);
  const coefficients = times(covariance, weightedSums(data, weights, new Float64Array(p)));
  for (let step = 0; step < p; step++) {
    const correction = times(covariance, weightedSums(data, weights, coefficients));
    for (let j = 0; j < p; j++) coefficients[j]! += correction[j]!;
  }
  let q = 0;
  for (let i = 0; i < residuals.length; i++) {
    residuals[i] = residualAt(data, coefficients, i);
    q += weights[i]! * residuals[i]! * residuals[i]!;
  }
  const logDeterminant = choleskyLogDeterminant(factor);
  return { data, weights, coefficients, covariance, logDeterminant, residuals, q };
}

/** Where a fit puts its vectors. */
export type FitRoom = Pick<WeightedFit, "weights" | "residuals">;

/** Room for one fit at a time of k effects: for searches that keep none of them. */
export function fitRoom(k: number): FitRoom {
  return vectors({ weights: k, residuals: k });
}

/**
 * The fit with weights 1/(v + τ²).
 *
 * @param room Where its vectors are put; new unless given.
 */
export function fitAt(
  data: EffectData,
  tauSquared: number,
  room: FitRoom = fitRoom(data.variances.length),
): WeightedFit {
  const { weights, residuals } = room;
  for (let i = 0; i < weights.length; i++) weights[i] = 1 / (data.variances[i]! + tauSquared);
  return weightedFit(data, weights, residuals);
}

/** Σ w² e² = yᵀ P P y: how fast Q falls as τ² grows. */
export function slopeOfQ({ weights, residuals }: WeightedFit): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i]! * residuals[i]!) ** 2;
  return sum;
}

/** Σ w. */
export function totalWeight({ weights }: Pick<WeightedFit, "weights">): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]!;
  return sum;
}
