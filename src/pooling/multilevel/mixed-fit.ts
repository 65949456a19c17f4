import { EstimationError } from "../../errors.ts";
import { choleskyInPlace, choleskyInverse } from "../../math/linear/cholesky.ts";
import { choleskyLogDeterminant } from "../../math/linear/log-determinant.ts";
import { copyOf, type Matrix, times, zeros } from "../../math/linear/matrix.ts";
import type { MixedBlock, MixedData } from "./mixed-data.ts";
import type { RandomStructure } from "./structures/random-structure.ts";

/** One block at given parameters. */
export interface FittedBlock {
  block: MixedBlock;
  /** Covariance of the effects, and its inverse. */
  total: Matrix;
  weights: Matrix;
  /** W X, of the size of the design. */
  weightedDesign: Matrix;
  residuals: Float64Array;
}

/** Means by generalised least squares at given parameters. */
export interface MixedFit {
  data: MixedData;
  structure: RandomStructure;
  parameters: Float64Array;
  coefficients: Float64Array;
  /** (Xᵀ W X)⁻¹. */
  covariance: Matrix;
  blocks: readonly FittedBlock[];
  /** Σ ln |M|, ln |Xᵀ W X| and rᵀ W r. */
  logDeterminant: number;
  designLogDeterminant: number;
  q: number;
}

function product(a: Matrix, b: Matrix): Matrix {
  const made = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = a.values[i * a.columns + k]!;
      for (let j = 0; j < b.columns; j++)
        made.values[i * b.columns + j]! += factor * b.values[k * b.columns + j]!;
    }
  }
  return made;
}

/** Adds Aᵀ B to a square matrix. */
export function addCrossProduct(sum: Matrix, a: Matrix, b: Matrix): void {
  const p = sum.columns;
  for (let i = 0; i < a.rows; i++) {
    for (let s = 0; s < p; s++)
      for (let t = 0; t < p; t++) sum.values[s * p + t]! += a.values[i * p + s]! * b.values[i * p + t]!;
  }
}

/** Total covariance of a block, inverted; null where it isn't positive definite. */
function weigh(
  block: MixedBlock,
  index: number,
  structure: RandomStructure,
  parameters: ArrayLike<number>,
): { fitted: FittedBlock; logDeterminant: number } | null {
  const total = copyOf(block.sampling);
  structure.addTo(total, index, parameters);
  const factor = copyOf(total);
  if (!choleskyInPlace(factor)) return null;
  const weights = choleskyInverse(factor);
  const weightedDesign = product(weights, block.design);
  const fitted = { block, total, weights, weightedDesign, residuals: block.effects };
  return { fitted, logDeterminant: choleskyLogDeterminant(factor) };
}

/** Xᵀ W e over all blocks. */
function weightedSums(blocks: readonly FittedBlock[], p: number): Float64Array {
  const sums = new Float64Array(p);
  for (const { weightedDesign, residuals } of blocks)
    for (let i = 0; i < residuals.length; i++)
      for (let j = 0; j < p; j++) sums[j]! += weightedDesign.values[i * p + j]! * residuals[i]!;
  return sums;
}

/**
 * Fits the means at given parameters of the random effects, block by block.
 *
 * @returns null where a covariance isn't positive definite.
 * @throws {EstimationError} `not-identifiable` where a mean has no estimate of its own.
 * @see Harville (1977), J Am Stat Assoc 72:320–338, section 3.1. doi:10.1080/01621459.1977.10480998
 */
export function mixedFit(
  data: MixedData,
  structure: RandomStructure,
  parameters: ArrayLike<number>,
): MixedFit | null {
  const p = data.nMeans;
  const gram = zeros(p, p);
  const blocks: FittedBlock[] = [];
  let logDeterminant = 0;
  for (const [index, block] of data.blocks.entries()) {
    const weighed = weigh(block, index, structure, parameters);
    if (weighed === null) return null;
    blocks.push(weighed.fitted);
    logDeterminant += weighed.logDeterminant;
    addCrossProduct(gram, block.design, weighed.fitted.weightedDesign);
  }
  if (!choleskyInPlace(gram))
    throw new EstimationError(
      "not-identifiable",
      "Cannot fit the means: every one needs an effect of its own",
    );
  const covariance = choleskyInverse(gram);
  const coefficients = times(covariance, weightedSums(blocks, p));
  let q = 0;
  for (const fitted of blocks) {
    const means = times(fitted.block.design, coefficients);
    fitted.residuals = fitted.block.effects.map((effect, i) => effect - means[i]!);
    const weighted = times(fitted.weights, fitted.residuals);
    q += weighted.reduce((sum, value, i) => sum + value * fitted.residuals[i]!, 0);
  }
  const designLogDeterminant = choleskyLogDeterminant(gram);
  return {
    data,
    structure,
    parameters: Float64Array.from(parameters),
    coefficients,
    covariance,
    blocks,
    logDeterminant,
    designLogDeterminant,
    q,
  };
}
