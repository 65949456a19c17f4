import { cholesky } from "../../math/linear/cholesky.ts";
import { solveLinear } from "../../math/linear/lu.ts";
import { bilinear, dot, type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { IntervalProblem, Target } from "../interval-method.ts";

/** The objective f and a target g at one point, with their gradients. */
export interface LagrangianPoint {
  theta: Float64Array;
  f: number;
  slopeF: Float64Array;
  g: number;
  slopeG: Float64Array;
}

/** Both functions at a point; null where one of them does not exist. */
export function pointOf(
  problem: IntervalProblem,
  target: Target,
  theta: Float64Array,
): LagrangianPoint | null {
  const slopeF = new Float64Array(theta.length);
  const f = problem.objective(theta, slopeF);
  if (!Number.isFinite(f)) return null;
  const slopeG = new Float64Array(theta.length);
  const g = target.evaluate(theta, slopeG);
  return g === null ? null : { theta, f, slopeF, g, slopeG };
}

/** Step of the one-sided differences, for parameters of order 1: their error is of this order too. */
const STEP = 1e-6;

/**
 * Hessian of f − ν g by differences of the gradients; NaN where one of them does not exist beside the point.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., section 8.1 (one-sided differences).
 */
export function lagrangianHessian(
  problem: IntervalProblem,
  target: Target,
  { theta, slopeF, slopeG }: LagrangianPoint,
  multiplier: number,
): Matrix {
  const n = theta.length;
  const hessian = zeros(n, n);
  for (let j = 0; j < n; j++) {
    const beside = theta.slice();
    beside[j]! += STEP * Math.max(1, Math.abs(theta[j]!));
    const there = pointOf(problem, target, beside);
    const step = there ? beside[j]! - theta[j]! : Number.NaN;
    for (let i = 0; i < n; i++) {
      const turnF = (there ?? { slopeF }).slopeF[i]! - slopeF[i]!;
      const turnG = (there ?? { slopeG }).slopeG[i]! - slopeG[i]!;
      const half = (0.5 * (turnF - multiplier * turnG)) / step;
      hessian.values[i * n + j]! += half;
      hessian.values[j * n + i]! += half;
    }
  }
  return hessian;
}

/**
 * One Newton step on ∇f = ν ∇g and f = goal: A δ − ∇g ν = −∇f, ∇fᵀδ = goal − f.
 *
 * @param a Hessian of f − ν g.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., equation 18.6.
 */
export function solveBordered(
  a: Matrix,
  { f, slopeF, slopeG }: LagrangianPoint,
  goal: number,
): { move: Float64Array; multiplier: number } | null {
  const n = a.rows;
  const bordered = zeros(n + 1, n + 1);
  const right = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) bordered.values[i * (n + 1) + j] = a.values[i * n + j]!;
    bordered.values[i * (n + 1) + n] = -slopeG[i]!;
    bordered.values[n * (n + 1) + i] = slopeF[i]!;
    right[i] = -slopeF[i]!;
  }
  right[n] = goal - f;
  const solution = solveLinear(bordered, right);
  return solution && { move: solution.subarray(0, n), multiplier: solution[n]! };
}

/** Length of a move in standard deviations of the mode, where no direction counts as flatter than 1,000 of its units. */
export function moveSize(problem: IntervalProblem, move: Float64Array): number {
  const curvature = Math.abs(bilinear(move, problem.minimum.hessian, move));
  return Math.sqrt(Math.max(curvature, 1e-6 * dot(move, move)));
}

/** The mode's Hessian, raised along its diagonal until it is positive definite: flat directions become long ones. */
export function metricOf({ minimum }: IntervalProblem): { metric: Matrix; factor: Matrix } | null {
  const { rows, columns, values } = minimum.hessian;
  for (const ridge of [0, 1e-6, 1e-4, 1e-2, 1]) {
    const raised = values.map((v, i) => (i % (columns + 1) === 0 ? v + ridge : v));
    const metric = { rows, columns, values: raised };
    const factor = cholesky(metric);
    if (factor) return { metric, factor };
  }
  return null;
}

/**
 * Corrects a Hessian of f − ν g in place by what a move did to its gradient: the symmetric rank-one update.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., equations 6.24 and 6.26.
 */
export function updateHessian(
  a: Matrix,
  from: LagrangianPoint,
  to: LagrangianPoint,
  multiplier: number,
): void {
  const n = a.rows;
  const move = new Float64Array(n);
  const miss = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    move[i] = to.theta[i]! - from.theta[i]!;
    miss[i] = to.slopeF[i]! - from.slopeF[i]! - multiplier * (to.slopeG[i]! - from.slopeG[i]!);
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) miss[i]! -= a.values[i * n + j]! * move[j]!;
  }
  const along = dot(miss, move);
  if (!(Math.abs(along) > 1e-8 * Math.sqrt(dot(miss, miss) * dot(move, move)))) return;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) a.values[i * n + j]! += (miss[i]! * miss[j]!) / along;
  }
}
