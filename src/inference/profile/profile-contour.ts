import { cholesky, choleskySolve } from "../../math/linear/cholesky.ts";
import { copyOf, dot, type Matrix } from "../../math/linear/matrix.ts";
import type { IntervalProblem, Target } from "../interval-method.ts";
import {
  type LagrangianPoint,
  lagrangianHessian,
  metricOf,
  moveSize,
  pointOf,
  solveBordered,
  updateHessian,
} from "./lagrangian.ts";

const MAX_STEPS = 25;
/** Longest step, in standard deviations of the mode. */
const LONGEST = 1.5;
/**
 * Length of a step that need not be taken any more: at an extremum the target changes by its square, apart from what
 * the step does along the gradient, which is added.
 */
const NEGLIGIBLE = 3e-5;
/** The same where the objective is costly. */
const NEGLIGIBLE_IF_COSTLY = 0.03;

/** A point where the target has its extremum on the contour. */
interface Contact {
  point: LagrangianPoint;
  /** The target there, with what the last step, which was not taken any more, adds to it. */
  value: number;
  multiplier: number;
}

/**
 * The extremum of a target on the contour of the drop, by Newton's method on the Lagrangian from the point where it
 * would be if the posterior were normal.
 *
 * @returns Null where the search loses its way, or ends at a point that is not lowest among those with the same value.
 * @see Venzon & Moolgavkar (1988), Appl Stat 37:87–94, equations 2–5. doi:10.2307/2347496
 */
export function contourExtremum(problem: IntervalProblem, target: Target, side: -1 | 1): number | null {
  const { minimum, drop } = problem;
  const mode = pointOf(problem, target, minimum.x);
  const metric = metricOf(problem);
  if (!mode || !metric) return null;
  const outward = choleskySolve(metric.factor, mode.slopeG);
  const reach = side * Math.sqrt((2 * drop) / dot(mode.slopeG, outward));
  const start = steppedFrom(problem, target, mode, outward, reach);
  const direct = start && contactAt(problem, target, start, minimum.value + drop);
  const contact = direct ?? (problem.costly ? stagedContact(problem, target, start) : null);
  if (!contact || !(side * (contact.value - mode.g) > 0) || !(side * contact.multiplier > 0)) return null;
  return problem.costly || isMinimumAcross(problem, target, contact) ? contact.value : null;
}

/** Newton's method on ∇f = ν ∇g and f = goal, with secant updates of the mode's Hessian. */
function contactAt(
  problem: IntervalProblem,
  target: Target,
  start: LagrangianPoint,
  goal: number,
  a: Matrix = copyOf(problem.minimum.hessian),
): Contact | null {
  const negligible = problem.costly ? NEGLIGIBLE_IF_COSTLY : NEGLIGIBLE;
  let point: LagrangianPoint | null = start;
  for (let step = 0; point && step < MAX_STEPS; step++) {
    const solution = solveBordered(a, point, goal);
    if (!solution) return null;
    const { move, multiplier } = solution;
    const size = moveSize(problem, move);
    if (size < negligible) return { point, value: point.g + dot(point.slopeG, move), multiplier };
    const next: LagrangianPoint | null = steppedFrom(
      problem,
      target,
      point,
      move,
      Math.min(1, LONGEST / size),
    );
    if (next) updateHessian(a, point, next, multiplier);
    point = next;
  }
  return null;
}

/** Shares of the way to the contour at which the search outward halts. */
const STAGES = [0.35, 0.6, 0.8, 1];

/** The search in stages, each from where the last one ended and with the Hessian that it has learnt. */
function stagedContact(
  problem: IntervalProblem,
  target: Target,
  start: LagrangianPoint | null,
): Contact | null {
  const { minimum, drop } = problem;
  const a = copyOf(minimum.hessian);
  let contact: Contact | null = null;
  let reached = 1;
  let from = start;
  for (const share of STAGES) {
    if (!from) return null;
    const outward = from.theta.map((v, k) => minimum.x[k]! + (share / reached) * (v - minimum.x[k]!));
    const next = pointOf(problem, target, outward);
    contact = next && contactAt(problem, target, next, minimum.value + share * share * drop, a);
    from = contact?.point ?? null;
    reached = share;
  }
  return contact;
}

/** The point a share of a move away, drawn back to where both functions exist; null where no part of it will do. */
function steppedFrom(
  problem: IntervalProblem,
  target: Target,
  { theta }: LagrangianPoint,
  move: Float64Array,
  longest: number,
): LagrangianPoint | null {
  for (let share = longest, i = 0; i < 20; i++, share /= 2) {
    const next = theta.slice();
    for (let k = 0; k < next.length; k++) next[k]! += share * move[k]!;
    const point = pointOf(problem, target, next);
    if (point) return point;
  }
  return null;
}

/** Whether the objective is lowest there among the points where the target is the same: not a saddle. */
function isMinimumAcross(problem: IntervalProblem, target: Target, { point, multiplier }: Contact): boolean {
  const { slopeG } = point;
  const a = lagrangianHessian(problem, target, point, multiplier);
  const largest = a.values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const weight = (1e4 * largest) / dot(slopeG, slopeG);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) a.values[i * a.columns + j]! += weight * slopeG[i]! * slopeG[j]!;
  }
  return cholesky(a) !== null;
}
