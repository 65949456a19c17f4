import { EstimationError } from "../../errors.ts";
import { cholesky, choleskyInverse } from "../../math/linear/cholesky.ts";
import { dot, type Matrix, times, zeros } from "../../math/linear/matrix.ts";
import type { CovarianceParameter } from "./covariance-parameters.ts";
import type { LinearMixedFit } from "./linear-mixed-fit.ts";
import { addTo, crossProduct, product, traceOfProduct } from "./matrix-products.ts";
import type { PreparedBlock } from "./prepare-mixed-model.ts";
import { blockCovariance, firstDerivative, secondDerivative } from "./score-covariance.ts";

/** Sums that a pair of parameters i ≤ j brings, W being V⁻¹ and u = W (y − X β). */
export interface PairMoments {
  i: number;
  j: number;
  /** Xᵀ W Vᵢ W Vⱼ W X. */
  q: Matrix;
  /** tr(W Vᵢ W Vⱼ). */
  trace: number;
  /** uᵀ Vᵢ W Vⱼ u. */
  quadratic: number;
  /** Of the second derivative Vᵢⱼ; null where it is 0. */
  second: {
    /** Xᵀ W Vᵢⱼ W X. */
    r: Matrix;
    /** tr(W Vᵢⱼ). */
    trace: number;
    /** uᵀ Vᵢⱼ u. */
    quadratic: number;
    /** tr(W Vₖ W Vᵢⱼ) and Xᵀ W Vₖ W Vᵢⱼ W X for every k. */
    traces: Float64Array;
    products: Matrix[];
  } | null;
}

/** What the scores and their design say of the parameters of their covariance, X being the orthonormal columns. */
export interface CovarianceMoments {
  parameters: readonly CovarianceParameter[];
  /** Φ = (Xᵀ W X)⁻¹. */
  phi: Matrix;
  /** Xᵀ W Vᵢ W X. */
  n: Matrix[];
  /** Xᵀ W Vᵢ u. */
  c: Float64Array[];
  pairs: PairMoments[];
}

/** One block's W, W X, W Vᵢ and so on. */
interface BlockParts {
  inverse: Matrix;
  wx: Matrix;
  u: Float64Array;
  first: Matrix[];
  /** W Vᵢ. */
  turned: Matrix[];
  /** Vᵢ W X and Vᵢ u. */
  vx: Matrix[];
  vu: Float64Array[];
}

/** Rows of the orthonormal columns that belong to a block. */
export function blockDesign({ prepared }: LinearMixedFit, { from, to }: PreparedBlock): Matrix {
  const { values, columns } = prepared.design.basis;
  return { rows: to - from, columns, values: values.slice(from * columns, to * columns) };
}

/** Inverse of the covariance of a block's scores. */
export function blockInverse(fit: LinearMixedFit, block: PreparedBlock): Matrix {
  const factor = cholesky(blockCovariance(fit, block));
  if (factor) return choleskyInverse(factor);
  throw new EstimationError("not-identifiable", "Cannot invert the covariance of the scores: it is singular");
}

/** y − X β in the order of the prepared rows, γ being the coefficients' distance from least squares. */
export function fittedResiduals(fit: LinearMixedFit, gamma: Float64Array): Float64Array {
  const { basis, residuals } = fit.prepared.design;
  const fitted = times(basis, gamma);
  return residuals.map((residual, i) => residual - fitted[i]!);
}

function partsOf(
  fit: LinearMixedFit,
  block: PreparedBlock,
  parameters: readonly CovarianceParameter[],
  residuals: Float64Array,
): BlockParts {
  const inverse = blockInverse(fit, block);
  const wx = product(inverse, blockDesign(fit, block));
  const u = times(inverse, residuals.subarray(block.from, block.to));
  const first = parameters.map((parameter) => firstDerivative(fit, block, parameter));
  return {
    inverse,
    wx,
    u,
    first,
    turned: first.map((v) => product(inverse, v)),
    vx: first.map((v) => product(v, wx)),
    vu: first.map((v) => times(v, u)),
  };
}

function emptyPair(i: number, j: number, p: number): PairMoments {
  return { i, j, q: zeros(p, p), trace: 0, quadratic: 0, second: null };
}

function addPair(parts: BlockParts, pair: PairMoments, secondMatrix: Matrix | null): void {
  const { inverse, wx, u, turned, vx, vu } = parts;
  const { i, j } = pair;
  addTo(pair.q, crossProduct(vx[i]!, product(inverse, vx[j]!)));
  pair.trace += traceOfProduct(turned[i]!, turned[j]!);
  pair.quadratic += dot(vu[i]!, times(inverse, vu[j]!));
  if (!secondMatrix) return;
  const p = wx.columns;
  pair.second ??= {
    r: zeros(p, p),
    trace: 0,
    quadratic: 0,
    traces: new Float64Array(turned.length),
    products: turned.map(() => zeros(p, p)),
  };
  const { second } = pair;
  const sx = product(secondMatrix, wx);
  const sides = product(inverse, secondMatrix);
  addTo(second.r, crossProduct(wx, sx));
  second.trace += traceOfProduct(inverse, secondMatrix);
  second.quadratic += dot(u, times(secondMatrix, u));
  turned.forEach((wv, k) => {
    second.traces[k]! += traceOfProduct(wv, sides);
    addTo(second.products[k]!, crossProduct(vx[k]!, product(inverse, sx)));
  });
}

/**
 * Everything that degrees of freedom and intervals of variances are made of, summed over blocks.
 *
 * @see Kenward & Roger (1997), Biometrics 53:983–997, section 2.1, for P, Q and R. doi:10.2307/2533558
 */
export function covarianceMoments(
  fit: LinearMixedFit,
  parameters: readonly CovarianceParameter[],
): CovarianceMoments {
  const p = fit.names.length;
  const gram = zeros(p, p);
  const right = new Float64Array(p);
  const { blocks, design } = fit.prepared;
  for (const block of blocks) {
    const wx = product(blockInverse(fit, block), blockDesign(fit, block));
    addTo(gram, crossProduct(blockDesign(fit, block), wx));
    const r = { rows: wx.rows, columns: 1, values: design.residuals.slice(block.from, block.to) };
    crossProduct(wx, r).values.forEach((value, j) => {
      right[j]! += value;
    });
  }
  const phi = choleskyInverse(cholesky(gram)!);
  const residuals = fittedResiduals(fit, times(phi, right));
  const moments: CovarianceMoments = {
    parameters,
    phi,
    n: parameters.map(() => zeros(p, p)),
    c: parameters.map(() => new Float64Array(p)),
    pairs: parameters.flatMap((_, j) => Array.from({ length: j + 1 }, (__, i) => emptyPair(i, j, p))),
  };
  for (const block of blocks) {
    const parts = partsOf(fit, block, parameters, residuals);
    parts.vx.forEach((vx, i) => {
      addTo(moments.n[i]!, crossProduct(parts.wx, vx));
      const vu = { rows: vx.rows, columns: 1, values: parts.vu[i]! };
      crossProduct(parts.wx, vu).values.forEach((value, j) => {
        moments.c[i]![j]! += value;
      });
    });
    for (const pair of moments.pairs) {
      addPair(parts, pair, secondDerivative(fit, block, parameters[pair.i]!, parameters[pair.j]!));
    }
  }
  return moments;
}
