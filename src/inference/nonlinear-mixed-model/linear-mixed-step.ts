import { cholesky, choleskyInverse, choleskySolve } from "../../math/linear/cholesky.ts";
import { dot, type Matrix, times, zeros } from "../../math/linear/matrix.ts";
import { solveLower } from "../../math/linear/triangular.ts";

/** Half the logarithm of the determinant of L Lᵀ. */
function halfLogDeterminant(factor: Matrix): number {
  let sum = 0;
  for (let i = 0; i < factor.rows; i++) sum += Math.log(factor.values[i * (factor.rows + 1)]!);
  return sum;
}

/** One group of a linear mixed model: w = X β + Z b + e. */
export interface LinearGroup {
  w: Float64Array;
  /** n × p */
  fixed: Matrix;
  /** n × q */
  random: Matrix;
  /** Correlation of the errors. */
  errors: Matrix;
}

/** A linear mixed model at given relative spreads: everything else is known in closed form. */
export interface LinearMixedFit {
  /** Profile log-likelihood, restricted where that was asked for. */
  logLikelihood: number;
  beta: Float64Array;
  /** (Σ Xᵀ V⁻¹ X)⁻¹ */
  covariance: Matrix;
  residualSd: number;
  /** Best predictions of b, group by group. */
  effects: Float64Array[];
}

/** V/σ² = R + Z Λ Λᵀ Zᵀ */
function relativeCovariance({ random, errors }: LinearGroup, spread: Matrix): Matrix {
  const { rows: n, columns: q } = random;
  const scaled = zeros(n, q);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < q; j++) {
      for (let k = j; k < q; k++)
        scaled.values[i * q + j]! += random.values[i * q + k]! * spread.values[k * q + j]!;
    }
  }
  const v = { ...errors, values: errors.values.slice() };
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < q; k++)
        v.values[i * n + j]! += scaled.values[i * q + k]! * scaled.values[j * q + k]!;
    }
  }
  return v;
}

/** Column j of a matrix. */
function column({ rows, columns, values }: Matrix, j: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => values[i * columns + j]!);
}

interface Sums {
  gram: Matrix;
  right: Float64Array;
  square: number;
  halfLogDeterminant: number;
  size: number;
}

/** Adds one group to Σ Xᵀ V⁻¹ X, Σ Xᵀ V⁻¹ w, Σ wᵀ V⁻¹ w and Σ ½ ln|V|, in units of σ². */
function addGroup(sums: Sums, { w, fixed }: LinearGroup, factor: Matrix): void {
  const p = fixed.columns;
  const whitened = Array.from({ length: p }, (_, j) => {
    const x = column(fixed, j);
    solveLower(factor, x);
    return x;
  });
  const white = w.slice();
  solveLower(factor, white);
  for (let i = 0; i < p; i++) {
    sums.right[i]! += dot(whitened[i]!, white);
    for (let j = 0; j < p; j++) sums.gram.values[i * p + j]! += dot(whitened[i]!, whitened[j]!);
  }
  sums.square += dot(white, white);
  sums.halfLogDeterminant += halfLogDeterminant(factor);
  sums.size += w.length;
}

/** Λ Λᵀ Zᵀ V⁻¹ (w − X β) */
function predictedEffects(
  group: LinearGroup,
  factor: Matrix,
  spread: Matrix,
  beta: Float64Array,
): Float64Array {
  const fitted = times(group.fixed, beta);
  const weighed = choleskySolve(
    factor,
    group.w.map((v, i) => v - fitted[i]!),
  );
  const q = spread.rows;
  const toward = Float64Array.from({ length: q }, (_, j) => dot(column(group.random, j), weighed));
  const inner = Float64Array.from({ length: q }, (_, j) => dot(column(spread, j), toward));
  return times(spread, inner);
}

/**
 * The linear mixed model at given spreads Λ of the effects in units of the error's: β and σ at their best.
 *
 * @param restricted Whether the likelihood is the restricted one.
 * @returns null where a matrix is not positive definite.
 * @see Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, equations 2.21 and 2.22 (restricted).
 */
export function linearMixedStep(
  groups: readonly LinearGroup[],
  spread: Matrix,
  restricted: boolean,
): LinearMixedFit | null {
  const p = groups[0]!.fixed.columns;
  const sums: Sums = {
    gram: zeros(p, p),
    right: new Float64Array(p),
    square: 0,
    halfLogDeterminant: 0,
    size: 0,
  };
  const factors: Matrix[] = [];
  for (const group of groups) {
    const factor = cholesky(relativeCovariance(group, spread));
    if (!factor) return null;
    factors.push(factor);
    addGroup(sums, group, factor);
  }
  const gram = cholesky(sums.gram);
  if (!gram) return null;
  const beta = choleskySolve(gram, sums.right);
  const freedom = sums.size - (restricted ? p : 0);
  const variance = (sums.square - dot(beta, sums.right)) / freedom;
  const inverse = choleskyInverse(gram);
  return {
    logLikelihood:
      -0.5 * freedom * (Math.log(2 * Math.PI * variance) + 1) -
      sums.halfLogDeterminant -
      (restricted ? halfLogDeterminant(gram) : 0),
    beta,
    covariance: { ...inverse, values: inverse.values.map((v) => v * variance) },
    residualSd: Math.sqrt(variance),
    effects: groups.map((group, g) => predictedEffects(group, factors[g]!, spread, beta)),
  };
}
