import { hessian } from "../math/derivatives/central-differences.ts";
import { cholesky } from "../math/linear/cholesky.ts";
import { solveLinear } from "../math/linear/lu.ts";
import { dot, type Matrix, times, zeros } from "../math/linear/matrix.ts";
import type { IntervalProblem, Target } from "./interval-method.ts";

/** Hessian of f − ν g at a point, for the objective f and a target g. */
export function lagrangianHessian(
  problem: IntervalProblem,
  target: Target,
  theta: Float64Array,
  multiplier: number,
): Matrix {
  const slope = new Float64Array(theta.length);
  return hessian((x, gradient) => {
    const f = problem.objective(x, gradient);
    const g = target.evaluate(x, slope);
    for (let i = 0; i < slope.length; i++) gradient[i]! -= multiplier * (g === null ? Number.NaN : slope[i]!);
    return g === null ? Number.NaN : f - multiplier * g;
  }, theta);
}

/**
 * One Newton step on ∇f = ν ∇g and f = goal: A δ − ∇g ν = −∇f, ∇fᵀδ = rest.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., equation 18.6.
 */
export function solveBordered(
  a: Matrix,
  slopeG: Float64Array,
  slopeF: Float64Array,
  rest: number,
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
  right[n] = rest;
  const solution = solveLinear(bordered, right);
  return solution && { move: solution.slice(0, n), multiplier: solution[n]! };
}

/** Length of a move in standard deviations of the mode, where no direction counts as flatter than 1,000 of its units. */
export function moveSize(problem: IntervalProblem, move: Float64Array): number {
  const curvature = Math.abs(dot(move, times(problem.minimum.hessian, move)));
  return Math.sqrt(Math.max(curvature, 1e-6 * dot(move, move)));
}

/** The mode's Hessian, raised along its diagonal until it is positive definite: flat directions become long ones. */
export function metricOf(problem: IntervalProblem): Matrix | null {
  const { hessian: h } = problem.minimum;
  for (const ridge of [0, 1e-6, 1e-4, 1e-2, 1]) {
    const metric = {
      ...h,
      values: Float64Array.from(h.values, (v, i) => (i % (h.columns + 1) === 0 ? v + ridge : v)),
    };
    if (cholesky(metric)) return metric;
  }
  return null;
}

/** The move, cut to a length and to where both functions exist; null where no part of it will do. */
export function shortenedMove(
  problem: IntervalProblem,
  target: Target,
  theta: Float64Array,
  move: Float64Array,
  longest: number,
): Float64Array<ArrayBuffer> | null {
  const scratch = new Float64Array(theta.length);
  let share = Math.min(1, longest / moveSize(problem, move));
  for (let i = 0; i < 20; i++, share /= 2) {
    const next = theta.map((v, k) => v + share * move[k]!);
    if (Number.isFinite(problem.objective(next, scratch)) && target.evaluate(next, scratch) !== null)
      return next;
  }
  return null;
}

/**
 * Corrects a Hessian in place by what a move did to the gradient: the symmetric rank-one update.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., equations 6.24 and 6.26.
 */
export function updateHessian(a: Matrix, move: Float64Array, turn: Float64Array): void {
  const predicted = times(a, move);
  const miss = turn.map((v, i) => v - predicted[i]!);
  const along = dot(miss, move);
  if (!(Math.abs(along) > 1e-8 * Math.sqrt(dot(miss, miss) * dot(move, move)))) return;
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) a.values[i * a.columns + j]! += (miss[i]! * miss[j]!) / along;
  }
}
