import { EstimationError } from "../../errors.ts";
import { applyQ, applyQTransposed, householderQr, type QrFactors, qrRank } from "./householder-qr.ts";
import { type Matrix, zeros } from "./matrix.ts";
import { inverseGram, solveUpper } from "./triangular.ts";

/** A straight-line model fitted to observations, each with its weight. */
export interface WeightedFit {
  /** β, one per column of the design. */
  coefficients: Float64Array;
  /** (Xᵀ W X)⁻¹: the covariance of β where the weights are inverse variances. */
  unscaledCovariance: Matrix;
  /** σ̂² (Xᵀ W X)⁻¹, or null where no degree of freedom is left to estimate σ² from. */
  covariance: Matrix | null;
  /** Roots of the diagonal of `covariance`. */
  standardErrors: Float64Array | null;
  /** y − X β, unweighted. */
  residuals: Float64Array;
  /** Σ w (y − X β)². */
  residualSumOfSquares: number;
  /** Observations of positive weight, less the columns of the design. */
  degreesOfFreedom: number;
  /** σ̂² = residual sum of squares / degrees of freedom. */
  residualVariance: number | null;
  /** Diagonal of W½ X (Xᵀ W X)⁻¹ Xᵀ W½: how much each observation pulls its own fitted value; sums to the rank. */
  leverage: Float64Array;
  /** ln det(Xᵀ W X), which restricted likelihoods ask for. */
  logDeterminant: number;
}

/** Powers of two that bring every column of √w X to a length between 0.7 and 1.5 without a rounding error. */
function columnScales({ rows, columns, values }: Matrix, roots: Float64Array): Float64Array {
  const scales = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    let largest = 0;
    for (let i = 0; i < rows; i++)
      largest = Math.max(largest, Math.abs(values[i * columns + j]! * roots[i]!));
    scales[j] = largest > 0 ? 2 ** -Math.round(Math.log2(largest)) : 1;
  }
  return scales;
}

function checkArguments(design: Matrix, y: ArrayLike<number>, weights: ArrayLike<number> | undefined): void {
  const { rows, values } = design;
  if (y.length !== rows) throw new RangeError(`Cannot fit: y needs ${rows} entries, got ${y.length}`);
  if (weights && weights.length !== rows) {
    throw new RangeError(`Cannot fit: weights needs ${rows} entries, got ${weights.length}`);
  }
  for (let k = 0; k < values.length; k++) {
    if (!Number.isFinite(values[k]))
      throw new RangeError("Cannot fit: design holds a number that isn't finite");
  }
  for (let i = 0; i < rows; i++) {
    if (!Number.isFinite(y[i])) throw new RangeError(`Cannot fit: y must be finite, got ${y[i]} at ${i}`);
    const weight = weights?.[i] ?? 1;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`Cannot fit: weights must be finite and not negative, got ${weight} at ${i}`);
    }
  }
}

/** Squared lengths of the rows of the first columns of Q. */
function leverageOf(factors: QrFactors, rank: number): Float64Array {
  const { rows } = factors.packed;
  const leverage = new Float64Array(rows);
  const column = new Float64Array(rows);
  for (let k = 0; k < rank; k++) {
    column.fill(0);
    column[k] = 1;
    applyQ(factors, column);
    for (let i = 0; i < rows; i++) leverage[i]! += column[i]! ** 2;
  }
  return leverage;
}

/** (Xᵀ W X)⁻¹ from the factor of the scaled, pivoted design. */
function unscale(factors: QrFactors, scales: Float64Array): Matrix {
  const p = scales.length;
  const scaled = inverseGram(factors.packed, p);
  const covariance = zeros(p, p);
  for (let i = 0; i < p; i++) {
    const to = factors.pivots[i]!;
    for (let j = 0; j < p; j++) {
      const beside = factors.pivots[j]!;
      covariance.values[to * p + beside] = scaled.values[i * p + j]! * scales[to]! * scales[beside]!;
    }
  }
  return covariance;
}

/** √w X, columns scaled. */
function weigh(design: Matrix, roots: Float64Array, scales: Float64Array): Matrix {
  const { rows, columns, values } = design;
  const weighed = zeros(rows, columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      weighed.values[i * columns + j] = values[i * columns + j]! * roots[i]! * scales[j]!;
    }
  }
  return weighed;
}

/** Factors, or says how many columns are missing. */
function factorDesign(weighed: Matrix, used: number): QrFactors {
  const { columns } = weighed;
  if (used < columns) {
    throw new EstimationError(
      "too-few-observations",
      `Cannot fit: needs at least ${columns} observations, got ${used}`,
    );
  }
  const factors = householderQr(weighed);
  const rank = qrRank(factors);
  if (rank < columns) {
    throw new EstimationError(
      "not-identifiable",
      `Cannot fit: needs ${columns} independent columns, got ${rank}`,
    );
  }
  return factors;
}

/**
 * Fits y = X β by weighted least squares, with the covariance of β and the leverage of each observation.
 *
 * Householder QR of the weighted design with scaled, pivoted columns; the normal equations are never formed.
 *
 * @param design X, one row per observation, n × p with n ≥ p and independent columns.
 * @param y Observations, length n.
 * @param weights Inverse variances up to a constant, ≥ 0; 1 where left out. An observation of weight 0 is not counted.
 * @throws {RangeError} when lengths differ or a number isn't finite.
 * @throws {EstimationError} `not-identifiable` where columns depend on each other, `too-few-observations` where n < p.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithm 5.3.2 and section 6.1.2 (row weighting).
 * @example
 * weightedLeastSquares({ rows: 2, columns: 1, values: Float64Array.of(1, 1) }, [1, 3]).coefficients[0]; // 2, to rounding
 */
export function weightedLeastSquares(
  design: Matrix,
  y: ArrayLike<number>,
  weights?: ArrayLike<number>,
): WeightedFit {
  checkArguments(design, y, weights);
  const { rows, columns, values } = design;
  const roots = new Float64Array(rows);
  const rotated = new Float64Array(rows);
  let used = 0;
  for (let i = 0; i < rows; i++) {
    roots[i] = Math.sqrt(weights?.[i] ?? 1);
    rotated[i] = roots[i]! * y[i]!;
    if (roots[i]! > 0) used++;
  }
  const scales = columnScales(design, roots);
  const factors = factorDesign(weigh(design, roots, scales), used);
  applyQTransposed(factors, rotated);
  let residualSumOfSquares = 0;
  for (let i = columns; i < rows; i++) residualSumOfSquares += rotated[i]! ** 2;
  solveUpper(factors.packed, rotated, columns);
  const coefficients = new Float64Array(columns);
  for (let k = 0; k < columns; k++)
    coefficients[factors.pivots[k]!] = rotated[k]! * scales[factors.pivots[k]!]!;
  const residuals = new Float64Array(y);
  let logDeterminant = 0;
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) residuals[i]! -= values[i * columns + j]! * coefficients[j]!;
    logDeterminant += 2 * Math.log(Math.abs(factors.packed.values[j * columns + j]!) / scales[j]!);
  }
  const degreesOfFreedom = used - columns;
  const residualVariance = degreesOfFreedom > 0 ? residualSumOfSquares / degreesOfFreedom : null;
  const unscaledCovariance = unscale(factors, scales);
  const covariance = residualVariance === null ? null : timesNumber(unscaledCovariance, residualVariance);
  const standardErrors =
    covariance && coefficients.map((_, j) => Math.sqrt(covariance.values[j * columns + j]!));
  const leverage = leverageOf(factors, columns);
  return {
    coefficients,
    unscaledCovariance,
    covariance,
    standardErrors,
    residuals,
    residualSumOfSquares,
    degreesOfFreedom,
    residualVariance,
    leverage,
    logDeterminant,
  };
}

function timesNumber(matrix: Matrix, factor: number): Matrix {
  return { ...matrix, values: matrix.values.map((value) => value * factor) };
}
