import { applyQTransposed, factorQrInPlace, type QrFactors } from "../../linear/householder-qr.ts";
import type { Matrix } from "../../linear/matrix.ts";
import { vectors } from "../../linear/vectors.ts";
import { type Bounds, heldAt } from "../bounds.ts";
import type { LeastSquaresModel } from "../least-squares-model.ts";
import type { DampedTriangle } from "./damped-triangle.ts";
import { type Differentiate, differenceJacobian, fineDifferenceJacobian } from "./difference-jacobian.ts";

/**
 * Damping at the start, where columns of the Jacobian have length 1: half way between gradient and Gauss–Newton. NIST's
 * 27 problems come to their minimum from both starts for any from 0.05 to 1000.
 */
const FIRST_DAMPING = 1;

/** Where a parameter began tells its size: below this share of it, it counts as zero. */
const SMALLEST = 1e-3;

/** Where a search stands, and the room it works in. */
export interface Search {
  model: LeastSquaresModel;
  bounds: Bounds;
  /** Parameters, their residuals and the sum of their squares. */
  x: Float64Array;
  residuals: Float64Array;
  sum: number;
  /** Derivatives at x, with zeros for parameters held at a limit. */
  jacobian: Matrix;
  held: ("lower" | "upper" | null)[];
  /** Smallest absolute value at which each parameter still counts as itself, not as zero. */
  least: Float64Array;
  /** Absolute value at which each parameter began, 1 for zero. */
  sizes: Float64Array;
  /** Length each column of the Jacobian is measured in. */
  scales: Float64Array;
  /** Factors of the Jacobian so scaled, and the residuals turned by its Qᵀ. */
  factors: QrFactors;
  rotated: Float64Array;
  /** λ, and what it is multiplied by when a step fails. */
  damping: number;
  growth: number;
  evaluations: number;
  differentiate: Differentiate;
  /** The same, more exact and dearer. */
  differentiateFinely: Differentiate;
  room: SearchRoom;
}

/** Arrays that every step writes over. */
export interface SearchRoom {
  damped: DampedTriangle;
  step: Float64Array;
  /** Residuals' change along the step, to first order; then their curvature along it. */
  slope: Float64Array;
  /** Half the step's second-order part, by pivoted and scaled columns. */
  bend: Float64Array;
  next: Float64Array;
  nextResiduals: Float64Array;
  /** Filled in at the end. */
  covariance: Matrix;
}

export function sumOfSquares(v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += v[i]! * v[i]!;
  return sum;
}

/** The arrays of a search with n residuals and p parameters. */
function memoryFor(
  n: number,
  p: number,
): Pick<Search, "residuals" | "jacobian" | "factors" | "rotated" | "room"> {
  const long = vectors({
    residuals: n,
    derivatives: n * p,
    packed: n * p,
    rotated: n,
    slope: n,
    nextResiduals: n,
    triangle: p * p,
    covariance: p * p,
  });
  const short = (): Float64Array => new Float64Array(p);
  return {
    residuals: long.residuals,
    jacobian: { rows: n, columns: p, values: long.derivatives },
    factors: {
      packed: { rows: n, columns: p, values: long.packed },
      scales: short(),
      pivots: new Int32Array(p),
    },
    rotated: long.rotated,
    room: {
      damped: { s: { rows: p, columns: p, values: long.triangle }, z: short(), row: short() },
      step: short(),
      slope: long.slope,
      bend: short(),
      next: short(),
      nextResiduals: long.nextResiduals,
      covariance: { rows: p, columns: p, values: long.covariance },
    },
  };
}

/** A search at its start, not yet linearized. */
export function startSearch(model: LeastSquaresModel, x: Float64Array, bounds: Bounds): Search {
  const { residuals, jacobian, factors, rotated, room } = memoryFor(model.size, x.length);
  model.residuals(x, residuals);
  const sizes = new Float64Array(x.length);
  const least = new Float64Array(x.length);
  for (let j = 0; j < x.length; j++) {
    sizes[j] = Math.abs(x[j]!) || 1;
    least[j] = x[j] === 0 ? 1 : SMALLEST * sizes[j]!;
  }
  const exact: Differentiate | undefined = model.jacobian && ((at, _here, out) => model.jacobian!(at, out));
  return {
    model,
    bounds,
    x,
    residuals,
    sum: sumOfSquares(residuals),
    jacobian,
    held: new Array(x.length).fill(null),
    least,
    sizes,
    scales: new Float64Array(x.length),
    factors,
    rotated,
    damping: FIRST_DAMPING,
    growth: 2,
    evaluations: 1,
    differentiate: exact ?? differenceJacobian(model, least, bounds),
    differentiateFinely: exact ?? fineDifferenceJacobian(model, least, bounds),
    room,
  };
}

/**
 * Takes the Jacobian at the present point, holds parameters that a limit stops, and factors the rest with scaled
 * columns.
 *
 * @param unit How much the residuals' length is taken to change, at least, where a parameter changes by its own size.
 * Damping then limits steps of many times that size, which would leap on to where the parameter has no effect at all
 * and no step leads back (BoxBOD). With 0 each column has length 1.
 * @returns False where a derivative isn't finite.
 * @see Moré (1978), Lecture Notes in Mathematics 630:105–116, section 6 on scaling by the columns' lengths.
 */
export function linearize(search: Search, unit: number): boolean {
  const { x, residuals, jacobian, held, sizes, scales, factors, rotated } = search;
  const { rows, columns, values } = jacobian;
  const scaled = factors.packed.values;
  const end = rows * columns;
  search.differentiate(x, residuals, jacobian);
  for (let j = 0; j < columns; j++) {
    let square = 0;
    for (let at = j; at < end; at += columns) {
      const entry = values[at]!;
      square += entry * entry;
    }
    if (!Number.isFinite(square)) return false;
    const limit = limitHolding(search, j);
    held[j] = limit;
    if (limit) {
      square = 0;
      for (let at = j; at < end; at += columns) values[at] = 0;
    }
    const least = limit ? 0 : unit / Math.max(Math.abs(x[j]!), sizes[j]!);
    const scale = Math.max(Math.sqrt(square), least) || 1;
    for (let at = j; at < end; at += columns) scaled[at] = values[at]! / scale;
    scales[j] = scale;
  }
  factorQrInPlace(factors, true);
  rotated.set(residuals);
  applyQTransposed(factors, rotated);
  return true;
}

/** The limit that stops a parameter while the sum of squares falls beyond it. */
function limitHolding({ x, bounds, jacobian, residuals }: Search, j: number): "lower" | "upper" | null {
  const lower = bounds.lower[j]!;
  const upper = bounds.upper[j]!;
  if (x[j]! > lower && x[j]! < upper) return null;
  let slope = 0;
  for (let i = 0; i < residuals.length; i++) slope += jacobian.values[i * x.length + j]! * residuals[i]!;
  return heldAt(x[j]!, slope, lower, upper);
}

/** How many parameters no limit stops. */
export function countFree({ held }: Search): number {
  return held.reduce((count, limit) => (limit ? count : count + 1), 0);
}
