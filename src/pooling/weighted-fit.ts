import { EstimationError } from "../errors.ts";
import { choleskyInPlace, choleskyInverse } from "../math/linear/cholesky.ts";
import { choleskyLogDeterminant } from "../math/linear/log-determinant.ts";
import { type Matrix, times, zeros } from "../math/linear/matrix.ts";
import type { EffectData } from "./effect-data.ts";

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

/** Xᵀ W e. */
function weightedSums(design: Matrix, weights: Float64Array, e: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(design.columns);
  for (let i = 0; i < design.rows; i++) {
    const weighted = weights[i]! * e[i]!;
    for (let j = 0; j < design.columns; j++) sums[j]! += design.values[i * design.columns + j]! * weighted;
  }
  return sums;
}

function residualsOf({ effects, design }: EffectData, coefficients: Float64Array): Float64Array {
  const fitted = times(design, coefficients);
  for (let i = 0; i < fitted.length; i++) fitted[i] = effects[i]! - fitted[i]!;
  return fitted;
}

/**
 * Fits the mean of effects by weighted least squares, with one step of refinement, so that a large common offset costs
 * no digits.
 *
 * @param weights One for each effect, > 0.
 * @throws {EstimationError} `not-identifiable` where columns of the design depend on each other.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., section 5.3.2 (normal equations).
 */
export function weightedFit(data: EffectData, weights: Float64Array): WeightedFit {
  const { design } = data;
  const p = design.columns;
  const factor = gram(design, weights);
  if (!choleskyInPlace(factor))
    throw new EstimationError(
      "not-identifiable",
      `Cannot fit the mean of ${design.rows} effects: columns of the design must not depend on each other`,
    );
  const covariance = choleskyInverse(factor);
  const coefficients = times(covariance, weightedSums(design, weights, data.effects));
  const correction = times(covariance, weightedSums(design, weights, residualsOf(data, coefficients)));
  for (let j = 0; j < p; j++) coefficients[j]! += correction[j]!;
  const residuals = residualsOf(data, coefficients);
  let q = 0;
  for (let i = 0; i < residuals.length; i++) q += weights[i]! * residuals[i]! * residuals[i]!;
  const logDeterminant = choleskyLogDeterminant(factor);
  return { data, weights, coefficients, covariance, logDeterminant, residuals, q };
}

/** The fit with weights 1/(v + τ²). */
export function fitAt(data: EffectData, tauSquared: number): WeightedFit {
  const { variances } = data;
  const weights = new Float64Array(variances.length);
  for (let i = 0; i < weights.length; i++) weights[i] = 1 / (variances[i]! + tauSquared);
  return weightedFit(data, weights);
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
