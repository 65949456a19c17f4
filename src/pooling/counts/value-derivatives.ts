import { type Matrix, zeros } from "../../math/linear/matrix.ts";

/** Steps of 0.005 balance the error of order h⁴ against that of rounding over h². */
const STEP = 5e-3;

type Function = (x: Float64Array) => number;

function along(f: Function, x: Float64Array, moves: readonly [number, number][]): number {
  const point = x.slice();
  for (const [i, steps] of moves) point[i]! += steps * STEP;
  return f(point);
}

/**
 * Gradient of a smooth function from its values, by differences of order four.
 *
 * @see Abramowitz & Stegun (1972), Handbook of Mathematical Functions, equation 25.3.21 and table 25.2.
 */
export function gradientOfValues(f: Function, x: Float64Array): Float64Array {
  return x.map((_, i) => {
    const at = (steps: number): number => along(f, x, [[i, steps]]);
    return (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * STEP);
  });
}

/**
 * Hessian of a smooth function from its values, by differences of order four.
 *
 * @see Abramowitz & Stegun (1972), equations 25.3.24 and 25.3.26, the latter extrapolated once.
 */
export function hessianOfValues(f: Function, x: Float64Array): Matrix {
  const n = x.length;
  const matrix = zeros(n, n);
  const center = f(x);
  for (let i = 0; i < n; i++) {
    const at = (steps: number): number => along(f, x, [[i, steps]]);
    const sum = -at(-2) + 16 * at(-1) - 30 * center + 16 * at(1) - at(2);
    matrix.values[i * n + i] = sum / (12 * STEP * STEP);
    for (let j = 0; j < i; j++) {
      const mixed = (size: number): number => {
        const corner = (a: number, b: number): number =>
          along(f, x, [
            [i, a * size],
            [j, b * size],
          ]);
        return (corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1)) / (4 * (size * STEP) ** 2);
      };
      const value = (4 * mixed(1) - mixed(2)) / 3;
      matrix.values[i * n + j] = value;
      matrix.values[j * n + i] = value;
    }
  }
  return matrix;
}
