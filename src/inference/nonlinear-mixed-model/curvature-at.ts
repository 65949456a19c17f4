import { cholesky, choleskyInverse, choleskySolve } from "../../math/linear/cholesky.ts";
import { dot, type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { Objective } from "../interval-method.ts";

/** How a marginal likelihood curves at a point, whose slopes are themselves differences. */
export interface Curvature {
  hessian: Matrix;
  /** Its inverse; null where it is not positive definite. */
  covariance: Matrix | null;
  /** How much lower the minimum of the quadratic model lies; Infinity where there is none. */
  promised: number;
}

/** Long enough that the rounding errors of slopes found by differences don't matter; for variables of order 1. */
const STEP = 1e-3;

/**
 * The Hessian of an objective by central differences of its gradient, in steps that suit slopes known to 1e-8.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., section 8.1 (Hessians by differences of gradients).
 */
export function curvatureAt(objective: Objective, x: Float64Array, gradient: Float64Array): Curvature {
  const n = x.length;
  const hessian = zeros(n, n);
  const point = x.slice();
  const above = new Float64Array(n);
  const below = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    point[j] = x[j]! + STEP;
    objective(point, above);
    point[j] = x[j]! - STEP;
    objective(point, below);
    point[j] = x[j]!;
    for (let i = 0; i < n; i++) {
      const half = (above[i]! - below[i]!) / (4 * STEP);
      hessian.values[i * n + j]! += half;
      hessian.values[j * n + i]! += half;
    }
  }
  const factor = cholesky(hessian);
  return {
    hessian,
    covariance: factor && choleskyInverse(factor),
    promised: factor ? 0.5 * dot(gradient, choleskySolve(factor, gradient)) : Infinity,
  };
}
