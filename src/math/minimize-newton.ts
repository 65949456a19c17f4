import { cholesky, choleskySolve } from "./cholesky.ts";
import { hessian, type ValueAndGradient } from "./derivatives.ts";
import { dot, type Matrix } from "./matrix.ts";

/** Where a search for a minimum ended, and why. */
export interface Minimum {
  x: Float64Array;
  value: number;
  gradient: Float64Array;
  /** Hessian at `x`. */
  hessian: Matrix;
  iterations: number;
  ended: "gradient-small" | "no-further-decrease" | "too-many-iterations" | "no-finite-start";
}

/** True where the search ended at a minimum. */
export function hasConverged(minimum: Minimum): boolean {
  return minimum.ended === "gradient-small";
}

/** Solves (H + damping · |diag H|) step = −gradient with the least damping that makes it positive definite. */
function dampedStep(
  h: Matrix,
  gradient: Float64Array,
  damping: number,
): { step: Float64Array; damping: number } | null {
  const n = h.rows;
  const scale = Math.max(...Array.from({ length: n }, (_, i) => Math.abs(h.values[i * n + i]!)), 1e-12);
  let lambda = damping;
  for (let i = 0; i < 60; i++) {
    const damped = { rows: n, columns: n, values: Float64Array.from(h.values) };
    for (let k = 0; k < n; k++) {
      damped.values[k * n + k]! += lambda * Math.max(Math.abs(h.values[k * n + k]!), 1e-6 * scale);
    }
    const factor = cholesky(damped);
    if (factor) return { step: choleskySolve(factor, gradient).map((v) => -v), damping: lambda };
    lambda = lambda === 0 ? 1e-3 : lambda * 4;
  }
  return null;
}

/**
 * Minimises a smooth function of a few variables by Newton's method with Levenberg damping.
 *
 * The Hessian comes from differences of the gradient, so the function is meant for a dozen variables at the most. The
 * damping rises while a step fails to lower the function and falls while the quadratic model is trusted, which bounds
 * the step as a trust region does.
 *
 * @param f Function with gradient; may return Infinity outside its domain.
 * @param start Where to begin; the function must be finite there.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., section 3.4 and algorithm 4.1.
 * @example
 * minimizeNewton((x, g) => { g[0] = 2 * (x[0]! - 3); return (x[0]! - 3) ** 2; }, [0]).x[0]; // 3
 */
export function minimizeNewton(f: ValueAndGradient, start: ArrayLike<number>, maxIterations = 200): Minimum {
  const n = start.length;
  let x = Float64Array.from(start);
  let gradient = new Float64Array(n);
  let value = f(x, gradient);
  let h = hessian(f, x);
  let damping = 0;
  let stalled = 0;
  const end = (ended: Minimum["ended"], iterations: number): Minimum => ({
    x,
    value,
    gradient,
    hessian: h,
    iterations,
    ended,
  });
  if (!Number.isFinite(value)) return end("no-finite-start", 0);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const newton = dampedStep(h, gradient, damping);
    if (!newton) return end("no-further-decrease", iteration);
    const predicted = -dot(gradient, newton.step);
    if (newton.damping < 1e-3 && predicted < 1e-17 * (1 + Math.abs(value)))
      return end("gradient-small", iteration);
    const next = x.map((v, i) => v + newton.step[i]!);
    const nextGradient = new Float64Array(n);
    const nextValue = f(next, nextGradient);
    const decrease = value - nextValue;
    if (!(decrease > 1e-4 * predicted)) {
      if (predicted < 1e-12 * (1 + Math.abs(value))) return end("gradient-small", iteration);
      if (newton.damping > 1e10) return end("no-further-decrease", iteration);
      damping = Math.max(newton.damping * 8, 1e-3);
      continue;
    }
    stalled = decrease < 1e-11 * (1 + Math.abs(value)) ? stalled + 1 : 0;
    if (stalled === 3) return end("no-further-decrease", iteration);
    damping = decrease > 0.5 * predicted ? newton.damping / 10 : newton.damping * 2;
    if (damping < 1e-4) damping = 0;
    x = next;
    gradient = nextGradient;
    value = nextValue;
    h = hessian(f, x);
  }
  return end("too-many-iterations", maxIterations);
}
