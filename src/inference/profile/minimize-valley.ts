import type { ValueAndGradient } from "../../math/derivatives/central-differences.ts";
import { minimizeNewton } from "../../math/optimize/minimize-newton.ts";

/** Where a search along a valley ended. */
export interface ValleyEnd {
  x: Float64Array;
  value: number;
  converged: boolean;
}

const MOST_INNER_STEPS = 30;
/**
 * Decreases along the one parameter that need not be sought any more, so small that the slopes along the others are
 * exact, and those that will do where rounding errors keep it from these.
 */
const NEGLIGIBLE = 1e-26;
const ROUNDING = 1e-12;
const STEP = 1e-6;

/** Derivative along one parameter, from a point. */
type Slope = (offset: number) => number;

/** How far the objective is from a parabola along one parameter, by its slopes near the point and a long way off. */
function bend(slope: Slope, size: number): number {
  const here = slope(0);
  const curvature = (slope(STEP * size) - here) / (STEP * size);
  const far = (slope(size) - here) / size;
  const difference = Math.abs(far / curvature - 1);
  return curvature > 0 && Number.isFinite(difference) ? difference : Infinity;
}

/** The parameter along which the objective is most nearly a parabola. */
function straightest(f: ValueAndGradient, x: Float64Array): number {
  const gradient = new Float64Array(x.length);
  let best = 0;
  let least = Infinity;
  for (let j = 0; j < x.length; j++) {
    const size = Math.max(1, Math.abs(x[j]!));
    const found = bend((offset) => {
      f(
        x.map((v, i) => (i === j ? v + offset : v)),
        gradient,
      );
      return gradient[j]!;
    }, size);
    if (found < least) [best, least] = [j, found];
  }
  return best;
}

/** Moves one parameter to where the objective is lowest along it, by the secant method on its slope. */
function settle(f: ValueAndGradient, x: Float64Array, j: number, gradient: Float64Array): number {
  let value = f(x, gradient);
  let slope = gradient[j]!;
  let move = STEP * Math.max(1, Math.abs(x[j]!));
  let promised = Infinity;
  for (let i = 0; i < MOST_INNER_STEPS; i++) {
    const before = x[j]!;
    x[j] = before + move;
    if (x[j] === before) break;
    value = f(x, gradient);
    const curvature = (gradient[j]! - slope) / (x[j]! - before);
    slope = gradient[j]!;
    if (!(curvature > 0)) break;
    move = -slope / curvature;
    promised = Math.abs(slope * move) / (1 + Math.abs(value));
    if (promised <= NEGLIGIBLE) break;
  }
  return promised <= ROUNDING ? value : Infinity;
}

/**
 * Minimises a function that has a long curved valley, whose floor may fall for ever: one parameter is always at its best
 * for the others, so that the search over these follows the floor.
 *
 * The parameter is the one along which the function is most nearly a parabola, such as the amplitude of a curve fitted
 * by least squares.
 *
 * @see Golub & Pereyra (1973), SIAM J Numer Anal 10:413–432 (elimination of parameters that enter linearly).
 */
export function minimizeValley(f: ValueAndGradient, start: Float64Array): ValleyEnd {
  const n = start.length;
  const j = straightest(f, start);
  const x = start.slice();
  const gradient = new Float64Array(n);
  const onFloor = (others: Float64Array, out: Float64Array): number => {
    for (let i = 0, k = 0; i < n; i++) if (i !== j) x[i] = others[k++]!;
    const value = settle(f, x, j, gradient);
    for (let i = 0, k = 0; i < n; i++) if (i !== j) out[k++] = gradient[i]!;
    return value;
  };
  const others = start.filter((_, i) => i !== j);
  const end = n > 1 ? minimizeNewton(onFloor, others, { maxIterations: 60, unit: 1e3 }) : null;
  const value = onFloor(end?.x ?? others, new Float64Array(n - 1));
  return { x, value, converged: Number.isFinite(value) && (end?.converged ?? true) };
}
