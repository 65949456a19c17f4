import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import { solveLowerTransposed } from "../../math/linear/triangular.ts";
import type { GroupIntegrand } from "./group-integrand.ts";

/** Step of the differences, in standard deviations of the effects: their error is smooth, their rounding small. */
const STEP = 4e-3;

/** First and second differences of the slopes along a direction, by the parameters and the effects. */
export interface Turn {
  first: Float64Array;
  second: Float64Array;
}

/** How the slopes of a group's integrand turn around a point, along the columns of L⁻ᵀ. */
export interface SlopeDifferences {
  /** L, the lower factor of a Hessian near there. */
  factor: Matrix;
  directions: readonly Float64Array[];
  turns: readonly Turn[];
}

/** A point with the slopes there. */
interface SlopePoint {
  effects: Float64Array;
  slopes: Float64Array;
}

/** Columns of L⁻ᵀ. */
export function whiteDirections(factor: Matrix): Float64Array[] {
  return Array.from({ length: factor.rows }, (_, i) => {
    const column = new Float64Array(factor.rows);
    column[i] = 1;
    solveLowerTransposed(factor, column);
    return column;
  });
}

/** How the slopes turn along a direction: two evaluations of the integrand. */
export function turnAlong(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  { effects, slopes }: SlopePoint,
  direction: Float64Array,
): Turn {
  const point = new Float64Array(effects.length);
  const first = new Float64Array(slopes.length);
  const second = new Float64Array(slopes.length);
  for (let e = 0; e < point.length; e++) point[e] = effects[e]! - STEP * direction[e]!;
  group.evaluate(theta, point, second);
  for (let e = 0; e < point.length; e++) point[e] = effects[e]! + STEP * direction[e]!;
  group.evaluate(theta, point, first);
  for (let k = 0; k < first.length; k++) {
    const [above, below] = [first[k]!, second[k]!];
    first[k] = (above - below) / (2 * STEP);
    second[k] = (above - 2 * slopes[k]! + below) / (STEP * STEP);
  }
  return { first, second };
}

/** How the slopes turn along every column of L⁻ᵀ. */
export function slopeDifferences(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  point: SlopePoint,
  factor: Matrix,
): SlopeDifferences {
  const directions = whiteDirections(factor);
  return { factor, directions, turns: directions.map((v) => turnAlong(group, theta, point, v)) };
}

/**
 * The Hessian by the effects: H = F Lᵀ, where the columns of F are the turns of the slopes by the effects along the columns
 * of L⁻ᵀ.
 */
export function curvatureFrom({ factor, turns }: SlopeDifferences, nParameters: number): Matrix {
  const q = factor.rows;
  const hessian = zeros(q, q);
  for (let c = 0; c < q; c++) {
    for (let i = 0; i < q; i++) {
      const half = 0.5 * turns[c]!.first[nParameters + i]!;
      for (let j = c; j < q; j++) {
        hessian.values[i * q + j]! += half * factor.values[j * q + c]!;
        hessian.values[j * q + i]! += half * factor.values[j * q + c]!;
      }
    }
  }
  return hessian;
}
