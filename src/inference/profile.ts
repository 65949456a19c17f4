import { cholesky, choleskySolve } from "../math/linear/cholesky.ts";
import { copyOf, dot } from "../math/linear/matrix.ts";
import type { Warning } from "../schema/provenance.ts";
import {
  type IntervalMethod,
  type IntervalProblem,
  linkStandardError,
  naturalInterval,
  noInterval,
  type Target,
} from "./interval-method.ts";
import {
  lagrangianHessian,
  metricOf,
  moveSize,
  shortenedMove,
  solveBordered,
  updateHessian,
} from "./lagrangian.ts";
import { traceLimit } from "./profile-trace.ts";
import { wald } from "./wald.ts";

const MAX_STEPS = 12;

/**
 * Profile intervals: the values of a quantity for which the log posterior, maximised over everything else, stays
 * within the drop.
 *
 * Each end is the extremum of the quantity on the contour of that drop, found by Newton's method on the Lagrangian;
 * where that fails the profile is traced outward from the mode. An end that the contour never closes is null.
 *
 * @see Venzon & Moolgavkar (1988), Appl Stat 37:87–94, equations 2–5. doi:10.2307/2347496
 */
export const profile: IntervalMethod = {
  name: "profile",
  reference: "Venzon & Moolgavkar (1988), doi:10.2307/2347496",
  band: wald,
  estimate(problem, targets) {
    const gradient = new Float64Array(problem.minimum.x.length);
    const intervals = targets.map((target) => {
      const value = target.evaluate(problem.minimum.x, gradient);
      if (value === null) return noInterval;
      const error = linkStandardError(problem.covariance, gradient);
      return naturalInterval(
        target.link,
        value,
        error,
        profileLimit(problem, target, -1),
        profileLimit(problem, target, 1),
      );
    });
    return { intervals, draws: null, warnings: [tooNarrow] };
  },
};

const tooNarrow: Warning = {
  code: "undercovers",
  message:
    "Profile intervals tend to be too narrow with few scores, above all for the relapse day: they show what the scores and the priors say about one curve, not a guaranteed coverage.",
};

/** One end of a profile interval on the target's link scale; null where it is open. */
export function profileLimit(problem: IntervalProblem, target: Target, side: -1 | 1): number | null {
  return contourExtremum(problem, target, side) ?? traceLimit(problem, target, side);
}

/**
 * Ways out to the contour, tried in turn: at once or by steps with secant updates of the Hessian, then with exact
 * ones. `shares` are of the signed root of the drop.
 */
const WAYS: { shares: number[]; secant: boolean }[] = [
  { shares: [1], secant: true },
  { shares: [0.25, 0.5, 0.75, 1], secant: true },
  { shares: [1], secant: false },
  { shares: [0.25, 0.5, 0.75, 1], secant: false },
];

/** A point on the contour where the target has its extremum. */
interface Contact {
  theta: Float64Array;
  value: number;
  multiplier: number;
}

/** Follows the extremum of the target from the mode out to the contour of the drop; null where the way is lost. */
function contourExtremum(problem: IntervalProblem, target: Target, side: -1 | 1): number | null {
  const { minimum, drop } = problem;
  const slope = new Float64Array(minimum.x.length);
  const center = target.evaluate(minimum.x, slope)!;
  const metric = metricOf(problem);
  const factor = metric && cholesky(metric);
  if (!factor) return null;
  const outward = choleskySolve(factor, slope);
  const full = side * Math.sqrt((2 * drop) / dot(slope, outward));
  for (const { shares, secant } of WAYS) {
    let contact: Contact | null = { theta: minimum.x, value: center, multiplier: 0 };
    let before = 0;
    for (const share of shares) {
      const theta: Float64Array = contact.theta.map((v, i) =>
        before === 0 ? v + share * full * outward[i]! : v + (share / before - 1) * (v - minimum.x[i]!),
      );
      const multiplier: number = before === 0 ? share * full : (contact.multiplier * share) / before;
      contact = contactAt(
        problem,
        target,
        share * share * drop,
        { theta, value: center, multiplier },
        secant,
      );
      if (!contact || !(side * (contact.value - center) > 0) || !(side * contact.multiplier > 0)) break;
      before = share;
    }
    if (contact && before === 1 && isMinimumAcross(problem, target, contact)) return contact.value;
  }
  return null;
}

/** Whether the objective is lowest there among the points where the target is the same: not a saddle. */
function isMinimumAcross(problem: IntervalProblem, target: Target, contact: Contact): boolean {
  const slope = new Float64Array(contact.theta.length);
  const a = lagrangianHessian(problem, target, contact.theta, contact.multiplier);
  target.evaluate(contact.theta, slope);
  const largest = Math.max(...a.values.map(Math.abs));
  const weight = (1e4 * largest) / dot(slope, slope);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) a.values[i * a.columns + j]! += weight * slope[i]! * slope[j]!;
  }
  return cholesky(a) !== null;
}

/** Newton's method on ∇f = ν ∇g, f = f̂ + drop, for the objective f and the target g. */
function contactAt(
  problem: IntervalProblem,
  target: Target,
  drop: number,
  start: Contact,
  secant: boolean,
): Contact | null {
  const { objective, minimum } = problem;
  const goal = minimum.value + drop;
  const slopeF = new Float64Array(start.theta.length);
  const slopeG = new Float64Array(start.theta.length);
  const steps = secant ? 3 * MAX_STEPS : MAX_STEPS;
  let { multiplier } = start;
  let theta: Float64Array | null = start.theta;
  const curvature = secant ? copyOf(minimum.hessian) : null;
  let last: { theta: Float64Array; slopeF: Float64Array; slopeG: Float64Array } | null = null;
  for (let step = 0; theta && step < steps; step++) {
    const f = objective(theta, slopeF);
    const value = target.evaluate(theta, slopeG);
    if (value === null || !Number.isFinite(f)) return null;
    if (curvature && last) {
      const turn = slopeF.map((v, i) => v - last!.slopeF[i]! - multiplier * (slopeG[i]! - last!.slopeG[i]!));
      updateHessian(
        curvature,
        theta.map((v, i) => v - last!.theta[i]!),
        turn,
      );
    }
    const a = curvature ?? lagrangianHessian(problem, target, theta, multiplier);
    const solution = solveBordered(a, slopeG, slopeF, goal - f);
    if (!solution) return null;
    const size = moveSize(problem, solution.move);
    multiplier = solution.multiplier;
    if (size < 1e-7 && Math.abs(f - goal) < 1e-9 * (1 + Math.abs(goal))) return { theta, value, multiplier };
    last = { theta, slopeF: slopeF.slice(), slopeG: slopeG.slice() };
    theta = shortenedMove(problem, target, theta, solution.move, 1.5);
  }
  return null;
}
