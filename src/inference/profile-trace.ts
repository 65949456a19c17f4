import { copyOf, type Matrix } from "../math/linear/matrix.ts";
import { minimizeBfgs } from "../math/optimize/minimize-bfgs.ts";
import { type IntervalProblem, linkStandardError, type Target } from "./interval-method.ts";
import { metricOf } from "./lagrangian.ts";

/** A point of the profile: the lowest objective with the target held at `held`. */
interface ProfilePoint {
  held: number;
  theta: Float64Array;
  /** Signed root of twice the drop, and its derivative by `held`. */
  root: number;
  slope: number;
}

/** How far from the mode an end is looked for: on log and logit scales, and in standard errors elsewhere. */
const FARTHEST_LINK = 25;
const FARTHEST_ERRORS = 200;

/**
 * The lowest objective with the target held, by the method of multipliers.
 *
 * @param unit Standard error of the target, which sets the weight of a departure from `held`.
 * @param metric Positive definite Hessian at the mode, from which the search builds its own.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., framework 17.3.
 */
function pointAt(
  problem: IntervalProblem,
  target: Target,
  held: number,
  unit: number,
  metric: Matrix,
  start: Float64Array,
  startMultiplier: number,
): { theta: Float64Array; value: number; multiplier: number } | null {
  const slope = new Float64Array(start.length);
  let theta = start;
  let multiplier = startMultiplier;
  let weight = 10 / (unit * unit);
  for (let round = 0; round < 8; round++) {
    const pull = weight;
    target.evaluate(theta, slope);
    const firstHessian = copyOf(metric);
    const n = slope.length;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) firstHessian.values[i * n + j]! += pull * slope[i]! * slope[j]!;
    }
    const minimum = minimizeBfgs(
      (x, gradient) => {
        const f = problem.objective(x, gradient);
        const g = target.evaluate(x, slope);
        if (g === null) return Infinity;
        const away = g - held;
        for (let i = 0; i < slope.length; i++) gradient[i]! += (pull * away - multiplier) * slope[i]!;
        return f - multiplier * away + 0.5 * pull * away * away;
      },
      theta,
      { firstHessian, maxIterations: 100 },
    );
    const g = target.evaluate(minimum.x, slope);
    if (g === null || !Number.isFinite(minimum.value)) return null;
    theta = minimum.x;
    multiplier -= pull * (g - held);
    if (Math.abs(g - held) < 1e-5 * unit) {
      // What is left of the departure changes the objective by ν per unit, to second order.
      return { theta, value: problem.objective(theta, slope) - multiplier * (g - held), multiplier };
    }
    weight *= 8;
  }
  return null;
}

/**
 * Follows the profile outward from the mode to where it has fallen by the drop, by Newton's method on the signed root
 * of the drop, which is straight where the posterior is normal.
 *
 * @returns The end on the link's scale, or null where the profile never falls that far, or the quantity ceases to
 * exist before it does.
 */
export function traceLimit(problem: IntervalProblem, target: Target, side: -1 | 1): number | null {
  const { minimum, drop, covariance } = problem;
  const gradient = new Float64Array(minimum.x.length);
  const center = target.evaluate(minimum.x, gradient)!;
  const error = linkStandardError(covariance, gradient) ?? 1;
  const farthest = target.link === "identity" ? FARTHEST_ERRORS * error : FARTHEST_LINK;
  const goal = Math.sqrt(2 * drop);
  const metric = metricOf(problem);
  if (!metric) return null;
  let inner: ProfilePoint = { held: center, theta: minimum.x, root: 0, slope: 1 / error };
  let multiplier = 0;
  let inside = center;
  let outside: number | null = null;
  let held = center + side * Math.min(0.5 * error * goal, farthest / 4);
  for (
    let tries = 0;
    tries < (outside === null ? 25 : 40) && Math.abs(inner.held - center) < farthest;
    tries++
  ) {
    const found = pointAt(problem, target, held, error, metric, inner.theta, multiplier);
    const fallen = found ? 2 * (found.value - minimum.value) : -1;
    if (!found || !(fallen >= 0)) {
      held = inner.held + (held - inner.held) / 4;
      if (Math.abs(held - inner.held) < 1e-4 * error) return null;
      continue;
    }
    const root = Math.sqrt(fallen);
    if (root > goal) outside = held;
    else inside = held;
    if (outside !== null && Math.abs(outside - inside) < 1e-6 * error) return 0.5 * (inside + outside);
    if (root <= 1.5 * goal) {
      multiplier = found.multiplier;
      inner = { held, theta: found.theta, root, slope: root > 0 ? Math.abs(multiplier) / root : 1 / error };
      const rest = (goal - root) / inner.slope;
      if (Math.abs(rest) < 1e-6 * error) return held + side * rest;
      held += side * Math.min(rest, 2 * Math.max(Math.abs(held - center), error));
    }
    // A step that leaves what is known to hold the end comes from another branch of the profile.
    const leaves = outside !== null && (side * (held - inside) <= 0 || side * (outside - held) <= 0);
    if (leaves || root > 1.5 * goal) held = 0.5 * (inside + outside!);
  }
  return null;
}
