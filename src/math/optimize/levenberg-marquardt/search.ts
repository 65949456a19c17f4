import { applyQTransposed, factorQrInPlace, type QrFactors } from "../../linear/householder-qr.ts";
import { type Matrix, zeros } from "../../linear/matrix.ts";
import { type Bounds, heldAt } from "../bounds.ts";
import type { LeastSquaresModel } from "../least-squares-model.ts";
import type { DampedTriangle } from "./damped-triangle.ts";
import { type Differentiate, differenceJacobian, fineDifferenceJacobian } from "./difference-jacobian.ts";

/** Damping at the start, where columns of the Jacobian have length 1: half way between gradient and Gauss–Newton. */
const FIRST_DAMPING = 1;

/**
 * How much of a column's former length is remembered: 1 would be Marquardt's and Moré's maximum over all steps, which
 * never recovers from a steep start (MGH10), 0 the present length alone, which lets flat parameters run off (BoxBOD).
 */
const MEMORY = 0.5;

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
  /** Residuals' change along the step, to first order. */
  slope: Float64Array;
  /** Half the step's second-order part, by pivoted and scaled columns. */
  bend: Float64Array;
  next: Float64Array;
  nextResiduals: Float64Array;
}

export function sumOfSquares(v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += v[i]! * v[i]!;
  return sum;
}

function roomFor(n: number, p: number): SearchRoom {
  const vector = (length: number): Float64Array => new Float64Array(length);
  return {
    damped: { s: zeros(p, p), z: vector(p), row: vector(p) },
    step: vector(p),
    slope: vector(n),
    bend: vector(p),
    next: vector(p),
    nextResiduals: vector(n),
  };
}

/** A search at its start, not yet linearized. */
export function startSearch(model: LeastSquaresModel, x: Float64Array, bounds: Bounds): Search {
  const n = model.size;
  const p = x.length;
  const residuals = new Float64Array(n);
  model.residuals(x, residuals);
  const least = x.map((v) => (v === 0 ? 1 : SMALLEST * Math.abs(v)));
  const { jacobian } = model;
  const exact: Differentiate | undefined = jacobian && ((at, _here, out) => jacobian.call(model, at, out));
  return {
    model,
    bounds,
    x,
    residuals,
    sum: sumOfSquares(residuals),
    jacobian: zeros(n, p),
    held: new Array(p).fill(null),
    least,
    scales: new Float64Array(p),
    rotated: new Float64Array(n),
    damping: FIRST_DAMPING,
    growth: 2,
    evaluations: 1,
    factors: { packed: zeros(n, p), scales: new Float64Array(p), pivots: new Int32Array(p) },
    differentiate: exact ?? differenceJacobian(model, least, bounds),
    differentiateFinely: exact ?? fineDifferenceJacobian(model, least, bounds),
    room: roomFor(n, p),
  };
}

/**
 * Takes the Jacobian at the present point, holds parameters that a limit stops, and factors the rest with scaled
 * columns.
 *
 * @returns False where a derivative isn't finite.
 * @see Moré (1978), Lecture Notes in Mathematics 630:105–116, section 6 on scaling by the columns' lengths.
 */
export function linearize(search: Search): boolean {
  const { x, residuals, jacobian, held, scales, factors, rotated, bounds } = search;
  const { rows, columns, values } = jacobian;
  search.differentiate(x, residuals, jacobian);
  for (let j = 0; j < columns; j++) {
    let square = 0;
    let slope = 0;
    for (let i = 0; i < rows; i++) {
      const entry = values[i * columns + j]!;
      square += entry * entry;
      slope += entry * residuals[i]!;
    }
    if (!Number.isFinite(square)) return false;
    const limit = heldAt(x[j]!, slope, bounds.lower[j]!, bounds.upper[j]!);
    held[j] = limit;
    if (limit) for (let i = 0; i < rows; i++) values[i * columns + j] = 0;
    scales[j] = Math.max(MEMORY * scales[j]!, limit ? 0 : Math.sqrt(square)) || 1;
    for (let i = 0; i < rows; i++)
      factors.packed.values[i * columns + j] = values[i * columns + j]! / scales[j]!;
  }
  factorQrInPlace(factors, true);
  rotated.set(residuals);
  applyQTransposed(factors, rotated);
  return true;
}

/** How many parameters no limit stops. */
export function countFree({ held }: Search): number {
  return held.reduce((count, limit) => (limit ? count : count + 1), 0);
}
