import { type Matrix, zeros } from "../linear/matrix.ts";

/** A function of several variables that also fills in its gradient and returns its value. */
export type ValueAndGradient = (x: Float64Array, gradient: Float64Array) => number;

/** Step of a central difference of a gradient: the cube root of the rounding error, scaled to the variable. */
const STEP = 6e-6;

/**
 * Hessian by central differences of an analytic gradient, made symmetric.
 *
 * @param f Function with gradient.
 * @param x Point, length n; left as it was.
 * @returns n × n matrix; entries are NaN where the function is not finite next to `x`.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., section 8.1 (Hessians by differences of gradients).
 */
export function hessian(f: ValueAndGradient, x: Float64Array): Matrix {
  const n = x.length;
  const matrix = zeros(n, n);
  const point = Float64Array.from(x);
  const above = new Float64Array(n);
  const below = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    const step = STEP * Math.max(1, Math.abs(x[j]!));
    point[j] = x[j]! + step;
    f(point, above);
    point[j] = x[j]! - step;
    f(point, below);
    point[j] = x[j]!;
    for (let i = 0; i < n; i++) matrix.values[i * n + j] = (above[i]! - below[i]!) / (2 * step);
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const mean = 0.5 * (matrix.values[i * n + j]! + matrix.values[j * n + i]!);
      matrix.values[i * n + j] = mean;
      matrix.values[j * n + i] = mean;
    }
  }
  return matrix;
}

/**
 * Gradient by central differences with one Richardson step: error of order step⁴.
 *
 * @param f Function; null where it has no value.
 * @param x Point, length n; left as it was.
 * @returns The gradient, or null where the function has no value next to `x`.
 * @see Ridders (1982), Adv Eng Softw 4:75–76, with a single extrapolation.
 */
export function numericalGradient(
  f: (x: Float64Array) => number | null,
  x: Float64Array,
): Float64Array | null {
  const point = Float64Array.from(x);
  const gradient = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const step = 1e-3 * Math.max(1, Math.abs(x[i]!));
    const at = (offset: number): number => {
      point[i] = x[i]! + offset;
      return f(point) ?? Number.NaN;
    };
    const narrow = (at(step / 2) - at(-step / 2)) / step;
    const wide = (at(step) - at(-step)) / (2 * step);
    point[i] = x[i]!;
    gradient[i] = (4 * narrow - wide) / 3;
    if (Number.isNaN(gradient[i]!)) return null;
  }
  return gradient;
}
