import type { ValueAndGradient } from "../../math/derivatives/central-differences.ts";
import { bilinear, dot, type Matrix, zeros } from "../../math/linear/matrix.ts";
import { minimizeBfgs } from "../../math/optimize/minimize-bfgs.ts";
import { minimizeNewton } from "../../math/optimize/minimize-newton.ts";
import type { IntervalProblem, Target } from "../interval-method.ts";
import { minimizeValley } from "./minimize-valley.ts";

/** A point of the profile: the lowest objective with the target held at a value. */
export interface ProfilePoint {
  held: number;
  theta: Float64Array;
  value: number;
  /** Derivative of the lowest objective by the value held. */
  multiplier: number;
  /** False where the search ended before a minimum: the lowest objective may be lower. */
  converged: boolean;
}

/**
 * Working parameters on the surface where a target is held: all but one are free, and a move along a fixed direction,
 * of which that one is the length, brings the point to the surface.
 */
interface Surface {
  problem: IntervalProblem;
  target: Target;
  held: number;
  /** How closely the target is held. */
  tolerance: number;
  /** Direction of the move, 1 at `index`. */
  direction: Float64Array;
  index: number;
  /** The last point, and where the move ended that gave the lowest objective so far. */
  theta: Float64Array;
  slopeF: Float64Array;
  slopeG: Float64Array;
  lowest: number;
  length: number;
}

/** Moves along the direction by Newton's method until the target is held; what is left over, or null. */
function reachSurface({ target, held, tolerance, direction, theta, slopeG }: Surface): number | null {
  let forward = 0;
  for (let i = 0; i < 20; i++) {
    const g = target.evaluate(theta, slopeG);
    if (g !== null && Math.abs(g - held) <= tolerance) return g - held;
    // Where the target does not exist, half the way back.
    forward = g === null ? 0.5 * forward : (held - g) / dot(slopeG, direction);
    const step = g === null ? -forward : forward;
    if (!Number.isFinite(step) || step === 0) return null;
    for (let j = 0; j < theta.length; j++) theta[j]! += step * direction[j]!;
  }
  return null;
}

/** The objective at the free parameters, with its gradient on the surface. */
function valueOnSurface(surface: Surface, free: Float64Array, gradient: Float64Array): number {
  const { problem, direction, index, theta, slopeF, slopeG } = surface;
  for (let j = 0, k = 0; j < theta.length; j++) {
    theta[j] = surface.length * direction[j]! + (j === index ? 0 : free[k++]!);
  }
  const left = reachSurface(surface);
  if (left === null) return Infinity;
  const f = problem.objective(theta, slopeF);
  const multiplier = dot(slopeF, direction) / dot(slopeG, direction);
  for (let j = 0, k = 0; j < theta.length; j++) {
    if (j !== index) gradient[k++] = slopeF[j]! - multiplier * slopeG[j]!;
  }
  if (f < surface.lowest) {
    surface.lowest = f;
    surface.length = theta[index]!;
  }
  return f - multiplier * left;
}

/** The surface through a point nearby, reached by the steepest way in standard deviations of the mode. */
function surfaceNear(
  problem: IntervalProblem,
  target: Target,
  held: number,
  start: Float64Array,
  tolerance: number,
): Surface | null {
  const n = start.length;
  const slopeG = new Float64Array(n);
  if (!start.every(Number.isFinite) || target.evaluate(start, slopeG) === null) return null;
  const { values } = problem.minimum.hessian;
  const variance = (j: number): number => 1 / Math.max(values[j * (n + 1)]!, 1e-6);
  const steepness = slopeG.map((slope, j) => Math.abs(slope) * Math.sqrt(variance(j)));
  const index = steepness.indexOf(Math.max(...steepness));
  const unit = slopeG[index]! * variance(index);
  if (!Number.isFinite(1 / unit)) return null;
  return {
    problem,
    target,
    held,
    tolerance,
    direction: slopeG.map((slope, j) => (slope * variance(j)) / unit),
    index,
    theta: start.slice(),
    slopeF: new Float64Array(n),
    slopeG,
    lowest: Infinity,
    length: start[index]!,
  };
}

/** From this share of the drop on a point may be beyond the end, so that its being lowest is to be made sure of. */
const NEAR = 0.9;

/**
 * Finds the lowest objective with a target held.
 *
 * @param start A point nearby, from which the search begins.
 * @param tolerance How closely the target is held.
 * @param metric Positive definite Hessian of the mode, from which the search builds its own.
 * @returns Null where the target does not come to that value beside the start.
 */
export function profilePoint(
  problem: IntervalProblem,
  target: Target,
  held: number,
  start: Float64Array,
  tolerance: number,
  metric: Matrix,
): ProfilePoint | null {
  const surface = surfaceNear(problem, target, held, start, tolerance);
  if (!surface) return null;
  const { direction, index, theta, slopeF, slopeG, length } = surface;
  const n = start.length;
  const onSurface: ValueAndGradient = (free, gradient) => valueOnSurface(surface, free, gradient);
  const free = start.map((v, j) => v - length * direction[j]!).filter((_, j) => j !== index);
  // Where the target hardly moves, the way to its value leads beyond all numbers.
  if (!free.every(Number.isFinite)) return null;
  const ceiling = problem.minimum.value + NEAR * problem.drop;
  const found = n > 1 ? lowestOf(onSurface, free, curvatureAlong(surface, metric), ceiling) : null;
  const value = onSurface(found?.x ?? free, new Float64Array(n - 1));
  if (!Number.isFinite(value)) return null;
  const multiplier = dot(slopeF, direction) / dot(slopeG, direction);
  return { held, theta, value, multiplier, converged: found?.converged ?? true };
}

/** The metric along the free parameters, where the point stays on the surface. */
function curvatureAlong({ direction, index, slopeG }: Surface, metric: Matrix): Matrix {
  const n = direction.length;
  const rate = 1 / dot(slopeG, direction);
  const ways: Float64Array[] = [];
  for (let j = 0; j < n; j++) {
    if (j === index) continue;
    const way = direction.map((v) => -rate * slopeG[j]! * v);
    way[j]! += 1;
    ways.push(way);
  }
  const along = zeros(n - 1, n - 1);
  ways.forEach((u, k) => {
    ways.forEach((v, l) => {
      along.values[k * (n - 1) + l] = bilinear(u, metric, v);
    });
  });
  return along;
}

/**
 * What a difference of objectives must be for a search to see it, in units of rounding errors: far finer than a drop has
 * to be known, but so that a search that follows a falling floor for ever comes to an end.
 */
const UNIT = 1e3;

interface Lowest {
  x: Float64Array;
  value: number;
  converged: boolean;
}

/**
 * Searches by gradients; where that does not end, or ends above the ceiling, by Newton's method, which knows a slowly
 * falling floor from a minimum; and where that gets lost along a valley's floor.
 */
function lowestOf(f: ValueAndGradient, start: Float64Array, curvature: Matrix, ceiling: number): Lowest {
  const quick = minimizeBfgs(f, start, { firstHessian: curvature, maxIterations: 60 });
  if (!Number.isFinite(quick.value) || (quick.converged && quick.value < ceiling)) return quick;
  const sizes = quick.x.map((v) => Math.max(1, Math.abs(v)));
  const x = new Float64Array(start.length);
  const scaled: ValueAndGradient = (free, gradient) => {
    for (let k = 0; k < x.length; k++) x[k] = sizes[k]! * free[k]!;
    const value = f(x, gradient);
    for (let k = 0; k < x.length; k++) gradient[k]! *= sizes[k]!;
    return value;
  };
  const units = quick.x.map((v, k) => v / sizes[k]!);
  const plain = minimizeNewton(scaled, units, { maxIterations: 20, unit: UNIT });
  const valley = plain.converged ? null : minimizeValley(scaled, plain.x);
  const best = valley && valley.value <= plain.value ? valley : plain;
  return { ...best, x: best.x.map((v, k) => sizes[k]! * v) };
}
