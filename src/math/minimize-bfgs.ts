import { cholesky, choleskySolve } from "./cholesky.ts";
import type { ValueAndGradient } from "./derivatives.ts";
import { copyOf, dot, type Matrix, times } from "./matrix.ts";

/** Where a quasi-Newton search ended. */
export interface QuasiNewtonMinimum {
  x: Float64Array;
  value: number;
  converged: boolean;
  iterations: number;
}

/**
 * Minimises a smooth function from gradients alone, with damped BFGS updates of a Hessian and backtracking.
 *
 * One gradient a step: for functions whose Hessian is dear. The steps are those of Newton's method where the first
 * Hessian is good.
 *
 * @param f Function with gradient; may return Infinity outside its domain.
 * @param start Where to begin; the function must be finite there.
 * @param firstHessian Positive definite guess at the Hessian.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., procedure 18.2 (damped update) and algorithm 3.1.
 */
export function minimizeBfgs(
  f: ValueAndGradient,
  start: ArrayLike<number>,
  firstHessian: Matrix,
  maxIterations = 200,
): QuasiNewtonMinimum {
  const n = start.length;
  const b = copyOf(firstHessian);
  let x = Float64Array.from(start);
  let gradient = new Float64Array(n);
  let value = f(x, gradient);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const factor = cholesky(b);
    if (!factor || !Number.isFinite(value)) return { x, value, converged: false, iterations: iteration };
    const direction = choleskySolve(factor, gradient).map((v) => -v);
    const predicted = -dot(gradient, direction);
    if (predicted < 1e-16 * (1 + Math.abs(value)))
      return { x, value, converged: true, iterations: iteration };
    let share = 1;
    let next = x;
    const nextGradient = new Float64Array(n);
    let nextValue = Infinity;
    for (; share > 1e-10; share *= nextValue === Infinity ? 0.2 : 0.5) {
      next = x.map((v, i) => v + share * direction[i]!);
      nextValue = f(next, nextGradient);
      if (nextValue <= value - 1e-4 * share * predicted) break;
    }
    if (share <= 1e-10) {
      return { x, value, converged: predicted < 1e-9 * (1 + Math.abs(value)), iterations: iteration };
    }
    const move = next.map((v, i) => v - x[i]!);
    updateBfgs(
      b,
      move,
      nextGradient.map((v, i) => v - gradient[i]!),
    );
    x = next;
    value = nextValue;
    gradient = nextGradient;
  }
  return { x, value, converged: false, iterations: maxIterations };
}

/** The BFGS update, with the turn of the gradient drawn towards the prediction where it is not convex enough. */
function updateBfgs(b: Matrix, move: Float64Array, turn: Float64Array): void {
  const n = b.rows;
  const predicted = times(b, move);
  const curvature = dot(move, predicted);
  const seen = dot(move, turn);
  if (!(curvature > 0)) return;
  const trust = seen >= 0.2 * curvature ? 1 : (0.8 * curvature) / (curvature - seen);
  const used = turn.map((v, i) => trust * v + (1 - trust) * predicted[i]!);
  const along = dot(move, used);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      b.values[i * n + j]! += (used[i]! * used[j]!) / along - (predicted[i]! * predicted[j]!) / curvature;
    }
  }
}
